using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Adds the default route of IPv6 beside that of IPv4.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Ipv6WithoutDefaultRouteFix() : AddedCallFix(Ipv6WithoutDefaultRoute.Rule)
{
    private protected override string Title(FindingSite site) => $"Route {Traffic.AnyIpv6} there, too";

    private protected override string? Call(FindingSite site) =>
        Calls.Around(site.Expression) is { } route && Calls.Argument(route, "target", 1) is { } target ? $"Route({Literals.Quote(Traffic.AnyIpv6)}, {target})" : null;
}

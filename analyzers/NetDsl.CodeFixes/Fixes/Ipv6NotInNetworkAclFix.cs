using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Adds the entry of IPv6 beside that of IPv4.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Ipv6NotInNetworkAclFix() : FindingFix(Ipv6NotInNetworkAcl.Rule)
{
    private protected override string Title(FindingSite site) => $"Let the same through by IPv6, as entry {site.Argument(FixArguments.Replacement)}";

    private protected override IEnumerable<SourceEdit> Edits(FindingSite site) =>
        site.Argument(FixArguments.Replacement) is { } number
        && site.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var method } } entry
        && Calls.Argument(entry, "traffic", 1) is { } traffic
            ? [SourceEdit.InsertAfter(entry, $".{method}({number}, {traffic}, {Literals.Quote(Traffic.AnyIpv6)})")]
            : [];
}

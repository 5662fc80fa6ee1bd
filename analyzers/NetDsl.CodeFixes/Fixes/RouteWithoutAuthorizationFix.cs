using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Lets all clients to where the endpoint routes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RouteWithoutAuthorizationFix() : AddedCallFix(RouteWithoutAuthorization.Rule)
{
    private protected override string Title(FindingSite site) => $"Add {site.Argument(FixArguments.Call)}: lets all clients there";
}

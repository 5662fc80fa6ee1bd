using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Switches the source/destination check of a host off that routes lead to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RouteToHostThatDoesNotForwardFix() : AddedCallFix(RouteToHostThatDoesNotForward.Rule)
{
    private protected override string Title(FindingSite site) => "Switch the source/destination check off";
}

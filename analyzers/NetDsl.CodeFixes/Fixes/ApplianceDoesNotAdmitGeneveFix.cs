using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Lets Geneve through, between an appliance and the node of its Gateway Load Balancer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ApplianceDoesNotAdmitGeneveFix() : AddedCallFix(ApplianceDoesNotAdmitGeneve.Rule)
{
    private protected override string Title(FindingSite site) => "Let the load balancer in";
}

using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Enables appliance mode, so that both directions of a flow go by one zone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StatefulApplianceWithoutApplianceModeFix() : AddedCallFix(StatefulApplianceWithoutApplianceMode.Rule)
{
    private protected override string Title(FindingSite site) => "Enable appliance mode";
}

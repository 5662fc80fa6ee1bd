using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Lets the nodes of a load balancer send to the targets of all zones.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LoadBalancerZoneWithoutTargetFix() : AddedCallFix(LoadBalancerZoneWithoutTarget.Rule)
{
    private protected override string Title(FindingSite site) => "Send to the targets of all zones";
}

using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Gives the load balancer a node in the subnet of the target, where a variable keeps it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TargetInZoneWithoutNodeFix() : AddedSubnetFix(TargetInZoneWithoutNode.Rule, "load balancer");

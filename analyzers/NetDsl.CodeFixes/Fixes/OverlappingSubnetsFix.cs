using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Moves the later of two overlapping subnets to the next free prefix of the VPC.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OverlappingSubnetsFix() : ReplacementFix(OverlappingSubnets.Rule);

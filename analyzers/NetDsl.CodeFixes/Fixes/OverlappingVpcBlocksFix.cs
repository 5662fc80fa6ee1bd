using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Moves the later of two overlapping blocks of a VPC to the next free block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OverlappingVpcBlocksFix() : ReplacementFix(OverlappingVpcBlocks.Rule);

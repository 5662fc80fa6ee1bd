using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Moves a block that overlaps a peer's to the next free one, and with it the subnets inside and the routes that lead there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OverlappingPeeredCidrsFix() : ReplacementFix(OverlappingPeeredCidrs.Rule);

using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Writes the value that a builder proposes in place of one that it cannot take.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BuilderProblemsFix() : ReplacementFix(
    BuilderProblems.InvalidPrefix, BuilderProblems.InvalidName, BuilderProblems.DuplicateName);

using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Moves a subnet to the next free prefix of its VPC.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SubnetOutsideVpcFix() : ReplacementFix(SubnetOutsideVpc.Rule);

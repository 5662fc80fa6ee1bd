using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Allows the block of the VPC, so that sites learn of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AllowedPrefixesMissVpcFix() : AddedCallFix(AllowedPrefixesMissVpc.Rule);

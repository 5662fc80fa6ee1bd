using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Writes the other VPC's prefix in place of a group of another region.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CrossRegionSecurityGroupReferenceFix() : PrefixForGroupFix(CrossRegionSecurityGroupReference.Rule);

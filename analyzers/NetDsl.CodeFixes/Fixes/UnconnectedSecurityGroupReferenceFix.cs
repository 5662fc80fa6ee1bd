using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Writes the other VPC's prefix in place of a group that cannot be referenced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnconnectedSecurityGroupReferenceFix() : PrefixForGroupFix(UnconnectedSecurityGroupReference.Rule);

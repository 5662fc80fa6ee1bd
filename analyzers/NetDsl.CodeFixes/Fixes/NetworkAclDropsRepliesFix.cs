using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Adds the entry that lets replies to ephemeral ports through.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NetworkAclDropsRepliesFix() : AddedCallFix(NetworkAclDropsReplies.Rule)
{
    private protected override string Title(FindingSite site) => "Let replies to ephemeral ports through";

    /// <summary>Entries stand behind each other.</summary>
    private protected override ExpressionSyntax Behind(InvocationExpressionSyntax declaration) => Calls.Chain(declaration);
}

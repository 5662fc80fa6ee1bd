using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetDsl.CodeFixes.Editing;
using NetDsl.Compiler.Checks;

namespace NetDsl.CodeFixes;

/// <summary>Adds the route to where clients may go.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AuthorizedWithoutRouteFix() : AddedCallFix(AuthorizedWithoutRoute.Rule);

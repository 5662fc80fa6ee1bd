using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Testing;

namespace NetDsl.CodeFixes.Tests;

/// <summary>Applies refactorings as an editor does, at the place that <c>§</c> marks.</summary>
static class Refactor
{
    /// <summary>What is offered at the mark has the title, and makes of the statements what it should, which compiles.</summary>
    public static async Task Turns(CodeRefactoringProvider refactoring, string title, string before, string after)
    {
        var (project, action) = await OfferAsync(refactoring, before);
        Assert.True(action is not null, "nothing is offered");
        Assert.Equal(title, action.Title);
        var operation = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        var changed = operation.ChangedSolution.GetProject(project.Id)!;
        Assert.Equal(TopologyPrograms.Shop(after), (await Shop(changed).GetTextAsync()).ToString());
        Assert.DoesNotContain((await changed.GetCompilationAsync())!.GetDiagnostics(), found => found.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>Nothing is offered at the mark.</summary>
    public static async Task IsNotOffered(CodeRefactoringProvider refactoring, string statements) =>
        Assert.Null((await OfferAsync(refactoring, statements)).Action);

    static async Task<(Project Project, CodeAction? Action)> OfferAsync(CodeRefactoringProvider refactoring, string statements)
    {
        var marked = TopologyPrograms.Shop(statements);
        var project = Repair.Project(marked.Replace("§", "", StringComparison.Ordinal));
        var offered = new List<CodeAction>();
        await refactoring.ComputeRefactoringsAsync(new CodeRefactoringContext(
            Shop(project), new TextSpan(marked.IndexOf('§', StringComparison.Ordinal), 0), offered.Add, CancellationToken.None));
        return (project, offered.SingleOrDefault());
    }

    static Document Shop(Project project) => project.Documents.Single(document => document.FilePath == "/src/Shop.cs");
}

using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Interop;
using NetDsl.Testing;

namespace NetDsl.CodeFixes.Tests;

/// <summary>Applies refactorings as an editor does, at the place that a <c>§</c> marks, or to what two of them enclose.</summary>
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

    /// <summary>The same, and the network is the same as before.</summary>
    public static async Task Moves(CodeRefactoringProvider refactoring, string title, string before, string after)
    {
        await Turns(refactoring, title, before, after);
        Assert.Equal(Network(TopologyPrograms.Shop(before.Replace("§", "", StringComparison.Ordinal))), Network(TopologyPrograms.Shop(after)));
    }

    /// <summary>A network without the places where it was written.</summary>
    static string Network(string source)
    {
        var network = JsonNode.Parse(TopologyJson.Write(TopologyPrograms.Evaluate(source).Topology!))!;
        RemoveOrigins(network);
        return network.ToJsonString();

        static void RemoveOrigins(JsonNode? node)
        {
            if (node is JsonObject fields)
            {
                fields.Remove("origin");
            }

            foreach (var child in node is JsonArray list ? list : node is JsonObject entries ? entries.Select(entry => entry.Value) : [])
            {
                RemoveOrigins(child);
            }
        }
    }

    /// <summary>Nothing is offered at the mark.</summary>
    public static async Task IsNotOffered(CodeRefactoringProvider refactoring, string statements) =>
        Assert.Null((await OfferAsync(refactoring, statements)).Action);

    static async Task<(Project Project, CodeAction? Action)> OfferAsync(CodeRefactoringProvider refactoring, string statements)
    {
        // One mark is a cursor, two are a selection.
        var marked = TopologyPrograms.Shop(statements).Split('§');
        var project = Repair.Project(string.Concat(marked));
        var offered = new List<CodeAction>();
        await refactoring.ComputeRefactoringsAsync(new CodeRefactoringContext(
            Shop(project), new TextSpan(marked[0].Length, marked.Length == 3 ? marked[1].Length : 0), offered.Add, CancellationToken.None));
        return (project, offered.SingleOrDefault());
    }

    static Document Shop(Project project) => project.Documents.Single(document => document.FilePath == "/src/Shop.cs");
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Analyzers;
using NetDsl.Testing;

namespace NetDsl.CodeFixes.Tests;

/// <summary>Applies fixes as an editor does, and holds what every fix promises.</summary>
static class Repair
{
    public static IReadOnlyList<CodeFixProvider> Fixes { get; } =
    [
        .. typeof(OverlappingPeeredCidrsFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>
    /// Fixes the first finding of a rule in statements of <c>Define</c>: it is gone after, no other came, the source compiles,
    /// and nothing is left to fix.
    /// </summary>
    public static Task Turns(string id, string before, string after) =>
        Turns(id, "/src/Shop.cs", TopologyPrograms.Shop(before), repaired => Assert.Equal(TopologyPrograms.Shop(after), repaired));

    /// <summary>The same of a whole file.</summary>
    public static async Task Turns(string id, string path, string before, Action<string> assertAfter)
    {
        var project = Project(TopologyPrograms.Compile([TopologyPrograms.Parse(before, path)]));
        var old = await FindingsAsync(project);
        var (action, _) = await OfferAsync(project, old.First(found => found.Id == id));
        Assert.True(action is not null, $"no fix is offered for {id}; found are {string.Join(", ", old.Select(found => found.Id))}");

        var repaired = await ApplyAsync(project, action);
        assertAfter(await SourceAsync(repaired, path));
        await AssertHealedAsync(id, old, repaired, isOnly: old.Count(found => found.Id == id) == 1);
    }

    /// <summary>What the fix of the first finding of a rule is called.</summary>
    public static async Task<string> TitleAsync(string id, string path, string source)
    {
        var project = Project(TopologyPrograms.Compile([TopologyPrograms.Parse(source, path)]));
        var (action, _) = await OfferAsync(project, (await FindingsAsync(project)).First(found => found.Id == id));
        return action!.Title;
    }

    /// <summary>Fixes all findings of a rule at once.</summary>
    public static async Task TurnsAll(string id, string before, string after)
    {
        var project = Project(TopologyPrograms.Shop(before));
        var old = await FindingsAsync(project);
        var (action, fix) = await OfferAsync(project, old.First(found => found.Id == id));
        var context = new FixAllContext(
            project.Documents.Last(), fix, FixAllScope.Project, action!.EquivalenceKey, fix.FixableDiagnosticIds, new Diagnostics(), CancellationToken.None);
        var all = await fix.GetFixAllProvider()!.GetFixAsync(context);

        var repaired = await ApplyAsync(project, all!);
        Assert.Equal(TopologyPrograms.Shop(after), await SourceAsync(repaired));
        await AssertHealedAsync(id, old, repaired, isOnly: true);
    }

    /// <summary>Nothing is offered, because no mechanical edit would be right.</summary>
    public static async Task IsRefused(string id, string statements)
    {
        var project = Project(TopologyPrograms.Shop(statements));
        var (action, _) = await OfferAsync(project, (await FindingsAsync(project)).First(found => found.Id == id));
        Assert.Null(action);
    }

    static async Task AssertHealedAsync(string id, IReadOnlyList<Diagnostic> old, Project repaired, bool isOnly)
    {
        var now = await FindingsAsync(repaired);
        Assert.True(now.Count(found => found.Id == id) < old.Count(found => found.Id == id), $"{id} is still there");
        Assert.Empty(now.Select(found => found.Id).Except(old.Select(found => found.Id)));
        Assert.Empty((await repaired.GetCompilationAsync())!.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        if (isOnly)
        {
            Assert.DoesNotContain(id, now.Select(found => found.Id));
        }
    }

    internal static Project Project(string source) => Project(TopologyPrograms.Compile(source));

    static Project Project(Compilation compilation)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Topologies",
            "Topologies",
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: compilation.SyntaxTrees.First().Options,
            metadataReferences: compilation.References));
        foreach (var tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(Path.GetFileName(tree.FilePath), tree.GetText(), filePath: tree.FilePath).Project;
        }

        return project;
    }

    static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var diagnostics = await compilation.WithAnalyzers([new TopologyAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(found => found.Location.SourceSpan.Start)];
    }

    static async Task<(CodeAction? Action, CodeFixProvider Fix)> OfferAsync(Project project, Diagnostic diagnostic)
    {
        var fix = Fixes.Single(each => each.FixableDiagnosticIds.Contains(diagnostic.Id));
        var offered = new List<CodeAction>();
        var context = new CodeFixContext(
            project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => offered.Add(action), CancellationToken.None);
        await fix.RegisterCodeFixesAsync(context);
        Assert.True(offered.Count < 2, "one fix for one finding");
        return (offered.FirstOrDefault(), fix);
    }

    static async Task<Project> ApplyAsync(Project project, CodeAction action)
    {
        var operation = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        return operation.ChangedSolution.GetProject(project.Id)!;
    }

    static async Task<string> SourceAsync(Project project, string path = "/src/Shop.cs") =>
        (await project.Documents.Single(document => document.FilePath == path).GetTextAsync()).ToString();

    sealed class Diagnostics : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await FindingsAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await FindingsAsync(document.Project)).Where(found => found.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}

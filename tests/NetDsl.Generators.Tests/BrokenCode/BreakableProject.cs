using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Testing;

namespace NetDsl.Generators.Tests.BrokenCode;

/// <summary>
/// A project of one source that is whole, opened in an editor that has run the generator on it; each edit of the source starts there.
/// </summary>
sealed class BreakableProject
{
    readonly SyntaxTree tree;

    BreakableProject(string file, bool isProgram)
    {
        Name = Path.GetFileNameWithoutExtension(file);
        Source = TokenizedText.Of(File.ReadAllText(file));
        var project = new TopologyProject
        {
            Simulation = isProgram,
            OutputKind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        }.With($"{Name}.cs", Source.Text);
        Compilation = project.Compilation();
        tree = Compilation.SyntaxTrees.Single(each => each.FilePath.EndsWith($"/{Name}.cs", StringComparison.Ordinal));
        Driver = CSharpGeneratorDriver
            .Create([new TopologyGenerator().AsSourceGenerator()], parseOptions: TopologyProject.ParseOptions, optionsProvider: project.Options())
            .RunGenerators(Compilation);
    }

    /// <summary>Of every sample, and of the sources beside this file.</summary>
    public static IReadOnlyList<BreakableProject> All { get; } =
    [
        .. SourcesUnder(Path.Combine(Repository.Root, "samples")).Where(file => File.ReadAllText(file).Contains("[Topology]", StringComparison.Ordinal)).Select(file => new BreakableProject(file, isProgram: true)),
        .. SourcesUnder(Path.Combine(Repository.Root, "tests", "NetDsl.Generators.Tests", "BrokenCode", "Sources"))
            .Select(file => new BreakableProject(file, isProgram: false)),
    ];

    public string Name { get; }

    public TokenizedText Source { get; }

    /// <summary>The project before the edit.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The generator, after it has run on the project before the edit.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The project with another text in place of its source.</summary>
    public CSharpCompilation Edit(string text) => Compilation.ReplaceSyntaxTree(
        tree, CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), TopologyProject.ParseOptions, tree.FilePath));

    static IEnumerable<string> SourcesUnder(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);
}

using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Evaluation;
using NetDsl.Model;

namespace NetDsl.Testing;

/// <summary>
/// Programs that define a topology, in both hosts: evaluated as inside the compiler, and compiled and run. The equivalence law says that
/// both give the same.
/// </summary>
public static class TopologyPrograms
{
    static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    static readonly MetadataReference[] References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(NetworkBuilder).Assembly.Location)];

    /// <summary>What SDK projects import without being told.</summary>
    const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    /// <summary>A class <c>Shop</c> whose definition has these statements; members may follow a line <c>---</c>.</summary>
    public static string Shop(string statements)
    {
        var parts = statements.Split("---");
        return $$"""
            using NetDsl;
            using static NetDsl.Traffic;

            [Topology]
            public static partial class Shop
            {
                static void Define(NetworkBuilder network)
                {
            {{parts[0]}}
                }
            {{string.Join('\n', parts[1..])}}
            }
            """;
    }

    /// <summary>Compiles files, the first as <c>/src/Shop.cs</c>, further ones as <c>/src/Other1.cs</c> and so on.</summary>
    public static CSharpCompilation Compile(params string[] sources) =>
        Compile(sources.Select((source, index) => Parse(source, index == 0 ? "/src/Shop.cs" : $"/src/Other{index}.cs")));

    /// <summary>Compiles files that have paths already.</summary>
    /// <param name="files">The files, from <see cref="Parse"/>.</param>
    /// <param name="allowUnsafe">Whether pointers may be written.</param>
    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> files, bool allowUnsafe = false) => CSharpCompilation.Create(
        "Topologies",
        [CSharpSyntaxTree.ParseText(ImplicitUsings, Language, "/src/GlobalUsings.g.cs"), .. files],
        References,
        Options.WithAllowUnsafe(allowUnsafe));

    /// <summary>A file of such a compilation.</summary>
    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), Language, path);

    /// <summary>The classes marked <c>[Topology]</c>, in the order of the files.</summary>
    public static IReadOnlyList<INamedTypeSymbol> TopologyClassesOf(Compilation compilation) =>
        [.. compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(TopologyClasses.IsTopology)
            .OrderBy(type => type.Locations[0].SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(type => type.Locations[0].SourceSpan.Start)];

    /// <summary>Evaluates the first topology class.</summary>
    public static EvaluationResult Evaluate(params string[] sources) => Evaluate(Compile(sources));

    /// <summary>Evaluates the first topology class.</summary>
    public static EvaluationResult Evaluate(Compilation compilation, CancellationToken cancellation = default) =>
        TopologyEvaluator.Evaluate(compilation, TopologyClassesOf(compilation)[0], cancellation);

    /// <summary>Compiles, loads and runs the first topology class.</summary>
    public static Topology Run(params string[] sources) => Run(Compile(sources));

    /// <summary>Evaluates the first topology class of a project with data files.</summary>
    public static EvaluationResult Evaluate(Compilation compilation, IEnumerable<DataFileText> files, CancellationToken cancellation = default) =>
        TopologyEvaluator.Evaluate(compilation, TopologyClassesOf(compilation)[0], new EvaluationInputs(null, [.. files]), cancellation);

    /// <summary>Compiles, loads and runs the first topology class; what it throws comes out as it is.</summary>
    public static Topology Run(Compilation compilation) => Run(compilation, []);

    /// <summary>The same, with data files inside the assembly.</summary>
    public static Topology Run(Compilation compilation, IEnumerable<DataFileText> files)
    {
        using var loaded = new LoadedTopologies(compilation, files);
        return loaded.Run(TopologyClassesOf(compilation)[0]);
    }

    /// <summary>Compiles and loads many topology classes once: what running each builds, by its full name.</summary>
    public static IReadOnlyDictionary<string, Func<Topology>> Definitions(Compilation compilation)
    {
        var loaded = new LoadedTopologies(compilation);
        return TopologyClassesOf(compilation).ToDictionary(topology => topology.ToDisplayString(), topology => (Func<Topology>)(() => loaded.Run(topology)));
    }
}

using System.Reflection;
using System.Runtime.Loader;
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
    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Topologies",
        [
            CSharpSyntaxTree.ParseText(ImplicitUsings, Language, "/src/GlobalUsings.g.cs"),
            .. sources.Select((source, index) => Parse(source, index == 0 ? "/src/Shop.cs" : $"/src/Other{index}.cs")),
        ],
        References,
        Options);

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

    /// <summary>Compiles, loads and runs the first topology class; what it throws comes out as it is.</summary>
    public static Topology Run(Compilation compilation)
    {
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(
                "The program does not compile:\n" + string.Join('\n', emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
        }

        var topology = TopologyClassesOf(compilation)[0];
        var context = new AssemblyLoadContext("topology", isCollectible: true);
        try
        {
            assembly.Position = 0;
            var define = context.LoadFromStream(assembly).GetType(topology.ToDisplayString(), throwOnError: true)!
                .GetMethod(TopologyClasses.DefinitionName, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
            var network = new NetworkBuilder(topology.Name);
            define.CreateDelegate<Action<NetworkBuilder>>()(network);
            return network.Build();
        }
        finally
        {
            context.Unload();
        }
    }
}

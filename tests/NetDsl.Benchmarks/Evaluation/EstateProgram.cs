using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Compiler.Graph;
using NetDsl.Evaluation;
using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>The estate as a project: its files in a folder, and what it is compiled with.</summary>
internal sealed class EstateProgram
{
    private const string Folder = "/src/";

    private static readonly (string Name, string Text) ImplicitUsings =
        ("GlobalUsings.g.cs", "global using System;\nglobal using System.Collections.Generic;\nglobal using System.Linq;\n");

    private readonly IReadOnlyList<(string Path, SourceText Text)> files;

    public EstateProgram(IEnumerable<(string Name, string Text)> files) => this.files =
        [.. files.Prepend(ImplicitUsings).Select(file => (Folder + file.Name, SourceText.From(file.Text, Encoding.UTF8)))];

    public static CSharpParseOptions Language { get; } = new(LanguageVersion.CSharp14);

    /// <summary>The assemblies that it is compiled against: the framework's and NetDsl's.</summary>
    public static IReadOnlyList<string> ReferencedFiles { get; } =
    [
        .. Directory.GetFiles(DotNet.ReferenceFolder, "*.dll").Order(StringComparer.Ordinal),
        .. new[] { typeof(NetworkBuilder), typeof(ForwardingGraph), typeof(CompiledNetwork) }.Select(type => type.Assembly.Location),
    ];

    private static MetadataReference[] References { get; } = [.. ReferencedFiles.Select(file => MetadataReference.CreateFromFile(file))];

    private static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999);

    /// <summary>The path of a file.</summary>
    public static string PathOf(string name) => Folder + name;

    /// <summary>How many lines people wrote.</summary>
    public int Lines => files.Skip(1).Sum(file => file.Text.Lines.Count);

    /// <summary>How many files people wrote.</summary>
    public int FileCount => files.Count - 1;

    /// <summary>The texts, to be given to a compiler.</summary>
    public IEnumerable<(string Name, string Text)> Files => files.Select(file => (Path.GetFileName(file.Path), file.Text.ToString()));

    /// <summary>A compilation that nobody has asked anything, of trees that nobody has seen: nothing about it is remembered.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create("Estate", Parse(), References, Options);

    /// <summary>The trees, anew.</summary>
    public IEnumerable<SyntaxTree> Parse() =>
        [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Language, file.Path))];

    /// <summary>The topology class.</summary>
    public static INamedTypeSymbol ClassOf(Compilation compilation) => compilation.GetTypeByMetadataName(EstateSource.ClassName)!;

    /// <summary>Evaluates the topology class.</summary>
    public static EvaluationResult Evaluate(Compilation compilation) =>
        TopologyEvaluator.Evaluate(compilation, ClassOf(compilation), CancellationToken.None);

    /// <summary>Compiles; a mistake is an exception.</summary>
    public static MemoryStream Emit(Compilation compilation)
    {
        var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        return emitted.Success
            ? image
            : throw new InvalidOperationException(
                "The estate does not compile:\n" + string.Join('\n', emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Take(10)));
    }

    /// <summary>Compiles and loads the definition, to be run as a program runs it.</summary>
    public Func<Topology> Load()
    {
        var define = LoadDefinition();
        return () => define().Build();
    }

    /// <summary>The same without the last step, that makes the topology of what was described.</summary>
    public Func<NetworkBuilder> LoadDefinition()
    {
        using var image = Emit(Compile());
        image.Position = 0;
        var define = new AssemblyLoadContext(EstateSource.ClassName).LoadFromStream(image)
            .GetType(EstateSource.ClassName, throwOnError: true)!
            .GetMethod(TopologyClasses.DefinitionName, BindingFlags.Static | BindingFlags.NonPublic)!
            .CreateDelegate<Action<NetworkBuilder>>();
        return () =>
        {
            var network = new NetworkBuilder(EstateSource.ClassName);
            define(network);
            return network;
        };
    }

    /// <summary>Elements of a topology: those of its collections.</summary>
    public static int ElementsOf(Topology topology) =>
        topology.Accounts.Count + topology.Regions.Count + topology.Vpcs.Count + topology.Subnets.Count + topology.RouteTables.Count
        + topology.InternetGateways.Count + topology.NatGateways.Count + topology.ElasticAddresses.Count + topology.SecurityGroups.Count
        + topology.NetworkAcls.Count + topology.Instances.Count + topology.NetworkInterfaces.Count + topology.Peerings.Count
        + topology.TransitGateways.Count;

    /// <summary>Fails unless evaluating gives what running gives: figures of a wrong result say nothing.</summary>
    public Topology Verify()
    {
        var evaluated = Evaluate(Compile());
        var run = Load()();
        if (!evaluated.IsWhole)
        {
            throw new InvalidOperationException(
                "The estate cannot be evaluated:\n" + string.Join('\n', evaluated.Findings.Take(10).Select(finding => $"{finding.Rule.Id} {finding.Origin}: {finding.Message}")));
        }

        return run.Equals(evaluated.Topology) ? run : throw new InvalidOperationException("Evaluating and running give different networks.");
    }
}

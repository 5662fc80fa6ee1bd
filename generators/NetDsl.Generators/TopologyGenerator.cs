using Microsoft.CodeAnalysis;
using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Lowering;
using NetDsl.Evaluation;
using NetDsl.Generators.Emission;
using NetDsl.Generators.Pipeline;

namespace NetDsl.Generators;

/// <summary>
/// Adds to each class marked <c>[Topology]</c> the network that it defines and handles of its elements; and to an executable
/// project, where it asks, the program that runs them. Faults are told by the analyzers, never here.
/// </summary>
/// <remarks>
/// The first step only finds the classes. The second evaluates them; it runs at every change of the compilation, because a topology
/// may call code in any file, and at every change of settings and data files. The evaluator remembers results by what was read, so
/// that it costs a look-up unless something changed that the topology depends on. What leaves it compares by value: behind it, nothing
/// runs unless the topology changed; and where it did, its lowering takes over what the edit did not touch. What that remembers lives as long as the generator, which an editor keeps
/// while the project is open.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class TopologyGenerator : IIncrementalGenerator
{
    private const string ProgramFile = "NetDsl.Program.g.cs";

    private readonly Lowering lower;

    /// <summary>The generator as compilers load it.</summary>
    public TopologyGenerator()
        : this(Bounded(new IncrementalLowering()))
    {
    }

    /// <summary>The same with a lowering of one's own.</summary>
    internal TopologyGenerator(Lowering lower) => this.lower = lower;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context.AnalyzerConfigOptionsProvider
            .Combine(context.CompilationProvider.Select((compilation, _) => compilation.Options.OutputKind))
            .Select((pair, _) => ProjectSettings.Read(pair.Left, pair.Right));

        var classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(TopologyClasses.AttributeName, (_, _) => true, MarkedClass.Find)
            .Where(found => found is not null)
            .Select((found, _) => found!)
            .WithTrackingName(TrackingNames.Found);

        var inputs = context.AnalyzerConfigOptionsProvider
            .Combine(context.AdditionalTextsProvider.Collect())
            .Select((pair, _) => new EvaluationInputs(pair.Left, pair.Right));

        var topologies = classes
            .Combine(context.CompilationProvider.Combine(inputs))
            .Select((pair, cancellation) => Evaluate(pair.Left, pair.Right.Left, pair.Right.Right, cancellation))
            .Where(evaluated => evaluated is not null)
            .Select((evaluated, _) => evaluated!)
            .WithTrackingName(TrackingNames.Evaluated);

        var files = topologies
            .Combine(settings.Select((each, _) => each.Folder))
            .Select((pair, cancellation) => TopologyCompilation.Compile(pair.Left, pair.Right, lower, cancellation))
            .Where(file => file is not null)
            .Select((file, _) => file!)
            .WithTrackingName(TrackingNames.Written)
            .Collect()
            .SelectMany((written, _) => GeneratedFile.WithDistinctNames(written))
            .WithTrackingName(TrackingNames.Named);
        context.RegisterSourceOutput(files, (output, file) => output.AddSource(file.HintName, file.Text));

        var program = topologies
            .Select((evaluated, _) => evaluated.ExtendedClass)
            .Collect()
            .Combine(settings.Select((each, _) => each.WantsProgram))
            .Select((pair, _) => pair.Right && !pair.Left.IsEmpty ? NetworkWriter.WriteProgram(pair.Left.OfType<TopologyClass>()) : "")
            .WithTrackingName(TrackingNames.Program);
        context.RegisterSourceOutput(program, (output, text) =>
        {
            if (text.Length > 0)
            {
                output.AddSource(ProgramFile, text);
            }
        });
    }

    private static Lowering Bounded(IncrementalLowering lowering) =>
        (topology, projectFolder, cancellation) => lowering.TryLower(topology, TooManyPaths.MostOf(topology), projectFolder, cancellation);

    private static EvaluatedTopology? Evaluate(
        MarkedClass found, Compilation compilation, EvaluationInputs inputs, CancellationToken cancellation)
    {
        if (compilation.Assembly.GetTypeByMetadataName(found.MetadataName) is not { } symbol)
        {
            return null;
        }

        var result = TopologyEvaluator.Evaluate(compilation, symbol, inputs, cancellation);
        return new EvaluatedTopology(
            TopologyClassReader.Read(symbol, cancellation), result.Topology, result.IsWhole, result.Findings);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>What running a program came to.</summary>
/// <param name="Built">The topology, unless it threw.</param>
/// <param name="Thrown">What it threw.</param>
sealed record RunOutcome(Topology? Built, Exception? Thrown);

/// <summary>Programs in one compilation, so that they are compiled and loaded at one go.</summary>
sealed class ProgramBatch : IDisposable
{
    /// <summary>A compilation without programs: what is derived from it has read the references already.</summary>
    static readonly CSharpCompilation Empty = InOneThread(TopologyPrograms.Compile(ObservationSource.Text));

    readonly Lazy<LoadedTopologies> loaded;

    /// <param name="sources">By the namespace in which the topology class is.</param>
    public ProgramBatch(IReadOnlyDictionary<string, string> sources)
    {
        Compilation = Empty.AddSyntaxTrees(sources.Select(source => TopologyPrograms.Parse(source.Value, $"/src/{source.Key}.cs")));
        loaded = new(() => new LoadedTopologies(Compilation));
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>Batches are side by side already.</summary>
    static CSharpCompilation InOneThread(CSharpCompilation compilation) => compilation.WithOptions(compilation.Options.WithConcurrentBuild(false));

    /// <summary>The errors of the compiler, by file.</summary>
    public ILookup<string, Diagnostic> Errors() => Compilation.GetDiagnostics()
        .Where(found => found.Severity == DiagnosticSeverity.Error)
        .ToLookup(found => Path.GetFileNameWithoutExtension(found.Location.SourceTree?.FilePath ?? ""));

    /// <summary>Compiles and loads what is not yet; a compile error is an <see cref="InvalidOperationException"/>.</summary>
    public void Load() => _ = loaded.Value;

    /// <summary>Whether all of it compiles.</summary>
    public bool Compiles
    {
        get
        {
            try
            {
                Load();
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
    }

    /// <summary>Runs a program.</summary>
    public RunOutcome Run(string @namespace)
    {
        try
        {
            return new(loaded.Value.Run($"{@namespace}.{RandomProgram.ClassName}", RandomProgram.ClassName), null);
        }
#pragma warning disable CA1031 // A program may throw whatever it likes: then this is what running it comes to.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return new(null, thrown);
        }
    }

    /// <summary>Evaluates a program; gives up after a while.</summary>
    public EvaluationResult Evaluate(string @namespace, CancellationToken cancellation) => TopologyEvaluator.Evaluate(
        Compilation, Compilation.GetTypeByMetadataName($"{@namespace}.{RandomProgram.ClassName}")!, cancellation);

    public void Dispose()
    {
        if (loaded.IsValueCreated)
        {
            loaded.Value.Dispose();
        }
    }
}

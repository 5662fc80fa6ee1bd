using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Memory;

/// <summary>
/// Remembers results as long as the file lives that defines the class. A result holds for another compilation when the files
/// that were read are the same objects in it, what all other files declare is the same, and so are options and references.
/// Because the read files are the same, all its places are right. What another machine or hour would find otherwise holds for the very
/// compilation only, which its rules ask about many times.
/// </summary>
internal static class EvaluationMemory
{
    // Several target frameworks, and the compilation with and without generated code, take turns.
    private const int ResultsOfAFile = 8;
    private static readonly TimeSpan WaitForOther = TimeSpan.FromMilliseconds(20);
    private static readonly ConditionalWeakTable<SyntaxTree, List<Entry>> Entries = new();

    /// <summary>How many evaluations this thread has made; for tests.</summary>
    [field: ThreadStatic]
    public static int EvaluationsOfThisThread { get; private set; }

    public static EvaluationResult Recall(
        Compilation compilation, INamedTypeSymbol topologyClass, Func<EvaluationReading> evaluate, CancellationToken cancellation)
    {
        if (topologyClass.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is not { } home)
        {
            return evaluate().Result;
        }

        var entries = Entries.GetOrCreateValue(home);

        // Many rules ask at the same time; one evaluates and the others wait for it, as long as they are not cancelled.
        while (!Monitor.TryEnter(entries, WaitForOther))
        {
            cancellation.ThrowIfCancellationRequested();
        }

        try
        {
            var name = topologyClass.ToDisplayString();
            if (entries.FirstOrDefault(entry => entry.Holds(compilation, name, cancellation)) is { } known)
            {
                return known.Reading.Result;
            }

            EvaluationsOfThisThread++;
            var reading = evaluate();
            if (entries.Count == ResultsOfAFile)
            {
                entries.RemoveAt(0);
            }

            entries.Add(new Entry(compilation, name, reading, cancellation));
            return reading.Result;
        }
        finally
        {
            Monitor.Exit(entries);
        }
    }

    private sealed class Entry(Compilation compilation, string name, EvaluationReading reading, CancellationToken cancellation)
    {
        private readonly HashSet<SyntaxTree> read = [.. reading.ReadTrees];
        private readonly ulong others = DeclarationHash.Of(compilation.SyntaxTrees.Where(tree => !reading.ReadTrees.Contains(tree)), cancellation);
        private readonly CompilationOptions options = compilation.Options;
        private readonly string? assemblyName = compilation.AssemblyName;
        private readonly ReferenceIdentity references = new(compilation);
        private readonly WeakReference<Compilation> evaluated = new(compilation);

        public EvaluationReading Reading => reading;

        public bool Holds(Compilation other, string otherName, CancellationToken cancellation) =>
            name == otherName
            && assemblyName == other.AssemblyName
            && read.All(other.ContainsSyntaxTree)
            && options.Equals(other.Options)
            && references.Holds(other)
            && (reading.IsRepeatable || (evaluated.TryGetTarget(out var same) && ReferenceEquals(same, other)))
            && others == DeclarationHash.Of(other.SyntaxTrees.Where(tree => !read.Contains(tree)), cancellation);
    }
}

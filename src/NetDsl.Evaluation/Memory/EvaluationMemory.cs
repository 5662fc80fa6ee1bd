using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Inputs;

namespace NetDsl.Evaluation.Memory;

/// <summary>
/// Remembers results as long as the file lives that defines the class. A result holds for another compilation when the files
/// that were read are the same objects in it, what all other files declare is the same, and so are options, references, settings and
/// the data files that were read. Because the read files are the same, all its places are right. Whether the parts that our own generator
/// writes are there does not matter to a program that does not speak of them: so the analyzers of a build use what its generator has
/// found. What another machine or hour would find otherwise holds for the very compilation only, which its rules ask about many times.
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
        Compilation compilation,
        INamedTypeSymbol topologyClass,
        EvaluationInputs inputs,
        Func<EvaluationSettings, EvaluationReading> evaluate,
        CancellationToken cancellation)
    {
        if (topologyClass.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is not { } home)
        {
            return evaluate(EvaluationSettings.Default).Result;
        }

        var entries = Entries.GetOrCreateValue(home);

        // Many rules ask at the same time; one evaluates and the others wait for it, as long as they are not cancelled.
        while (!Monitor.TryEnter(entries, WaitForOther))
        {
            cancellation.ThrowIfCancellationRequested();
        }

        try
        {
            var asked = new Question(compilation, topologyClass.ToDisplayString(), inputs, inputs.SettingsOf(home));
            if (entries.FirstOrDefault(entry => entry.Answers(asked, cancellation)) is { } known)
            {
                return known.Reading.Result;
            }

            EvaluationsOfThisThread++;
            var reading = evaluate(asked.Settings);
            if (entries.Count == ResultsOfAFile)
            {
                entries.RemoveAt(0);
            }

            entries.Add(new Entry(asked, reading, cancellation));
            return reading.Result;
        }
        finally
        {
            Monitor.Exit(entries);
        }
    }

    private sealed record Question(Compilation Compilation, string Name, EvaluationInputs Inputs, EvaluationSettings Settings);

    private sealed class Entry
    {
        private readonly string name;
        private readonly EvaluationSettings settings;
        private readonly HashSet<SyntaxTree> read;
        private readonly ulong others;
        private readonly GeneratedParts generated;
        private readonly bool readsGenerated;
        private readonly CompilationOptions options;
        private readonly string? assemblyName;
        private readonly ReferenceIdentity references;

        // Not the compilation itself, which would stay alive with all of its symbols.
        private readonly WeakReference<Compilation> evaluated;

        public Entry(Question asked, EvaluationReading reading, CancellationToken cancellation)
        {
            var compilation = asked.Compilation;
            (name, settings, Reading) = (asked.Name, asked.Settings, reading);
            read = [.. reading.ReadTrees];
            others = TreeDeclarations.Hash(OthersOf(compilation), cancellation);
            generated = new GeneratedParts(compilation, cancellation);
            readsGenerated = read.Any(GeneratedParts.IsGenerated);
            (options, assemblyName) = (compilation.Options, compilation.AssemblyName);
            references = new ReferenceIdentity(compilation);
            evaluated = new WeakReference<Compilation>(compilation);
        }

        public EvaluationReading Reading { get; }

        public bool Answers(Question asked, CancellationToken cancellation)
        {
            var compilation = asked.Compilation;
            if (name != asked.Name || settings != asked.Settings)
            {
                return false;
            }

            if (!Reading.IsRepeatable && !(evaluated.TryGetTarget(out var same) && ReferenceEquals(same, compilation)))
            {
                return false;
            }

            return assemblyName == compilation.AssemblyName
                && read.All(compilation.ContainsSyntaxTree)
                && options.Equals(compilation.Options)
                && references.Holds(compilation)
                && Reading.ReadData.All(data => ProjectFile.AreSame(data.Value, asked.Inputs.Find(data.Key)))
                && others == TreeDeclarations.Hash(OthersOf(compilation), cancellation)
                && IsSameWith(new GeneratedParts(compilation, cancellation), compilation, cancellation);
        }

        private IEnumerable<SyntaxTree> OthersOf(Compilation compilation) =>
            compilation.SyntaxTrees.Where(tree => !read.Contains(tree) && !GeneratedParts.IsGenerated(tree));

        /// <summary>Whether other generated parts make no difference: nothing that matters mentions what either of them declares.</summary>
        private bool IsSameWith(GeneratedParts parts, Compilation compilation, CancellationToken cancellation)
        {
            if (generated.Equals(parts))
            {
                return true;
            }

            var names = generated.NamesWith(parts);
            return !readsGenerated
                && !read.Any(tree => TreeDeclarations.IsMentioned(names, tree, cancellation))
                && !OthersOf(compilation).Any(tree => TreeDeclarations.Of(tree, cancellation).Mentions(names));
        }
    }
}

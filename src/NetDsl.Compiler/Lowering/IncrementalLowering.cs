using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.Memory;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>
/// Lowers a topology that is edited again and again, as an editor asks: what an edit does not touch is taken over from the lowering before. The graph is that of
/// <see cref="TopologyLowering.Lower(Topology, string, CancellationToken)"/>, to the last byte of its text; only the spans of origins inside programs, which no text has, may be those of before.
/// </summary>
/// <remarks>
/// <para>
/// There is no second lowering. The passes are the same, and cheap but for one: walking the paths. Each walk notes what it asks of the network, and with it the answer. After an edit each
/// question is asked anew, once, however many walks asked it, and a walk all of whose answers are what they were is not made: nothing else could change what it finds. Answers compare
/// wherever what they tell of was written, because nearly every edit moves lines; the origins in programs, and all numbers, are put in anew.
/// </para>
/// <para>
/// Noting costs more than walking, so that it begins when a topology comes the second time: a build, which lowers once, notes nothing.
/// </para>
/// <para>
/// It may be used by several threads at once: who takes what is remembered of a topology has it alone, and who comes meanwhile lowers all. A lowering that is cancelled changes nothing that is
/// remembered; one that has too many paths adds nothing to take over, and may have all forgotten. No more than a few topologies are remembered, and of each the last lowering.
/// </para>
/// </remarks>
public sealed class IncrementalLowering
{
    // A project has one topology, mostly.
    private const int MostTopologies = 3;

    // Questions that no walk asks any more are left behind by edits; past so many, all is forgotten and learned anew.
    private const int MostQuestionsPerFirst = 3;
    private const int QuestionsThatDoNotCount = 10_000;

    private readonly List<Remembered> all = [];

    /// <summary>How many paths the last lowering walked, and how many it took over; none where it noted nothing.</summary>
    internal (int Walked, int TakenOver) LastWalks { get; private set; }

    /// <summary>Lowers a whole topology.</summary>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="sourceFolder">Origins inside this folder are named relative to it; empty to keep them as they are.</param>
    /// <param name="cancellation">Asked between source classes.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ArgumentException">The topology is not whole: a part of a network would be taken for all of it.</exception>
    public ForwardingGraph Lower(Topology topology, string sourceFolder = "", CancellationToken cancellation = default) =>
        Lower(topology, TopologyLowering.HasJunctions(topology), sourceFolder, cancellation);

    /// <summary>Lowers a whole topology, unless it has too many paths.</summary>
    /// <returns>The graph; nothing where more paths would be compiled than may be.</returns>
    /// <param name="topology">A topology without problems.</param>
    /// <param name="mostPaths">How many paths may be compiled: see <see cref="TopologyLowering.HasMorePathsThan"/>.</param>
    /// <param name="sourceFolder">Origins inside this folder are named relative to it; empty to keep them as they are.</param>
    /// <param name="cancellation">Asked between source classes.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ArgumentException">The topology is not whole: a part of a network would be taken for all of it.</exception>
    public ForwardingGraph? TryLower(Topology topology, long mostPaths, string sourceFolder = "", CancellationToken cancellation = default) =>
        TryLower(topology, TopologyLowering.HasJunctions(topology), mostPaths, sourceFolder, cancellation);

    /// <summary>The same, with junctions or without.</summary>
    internal ForwardingGraph Lower(Topology topology, bool hasJunctions, string sourceFolder = "", CancellationToken cancellation = default) =>
        TryLower(topology, hasJunctions, long.MaxValue, sourceFolder, cancellation)!;

    /// <summary>The same, unless it has too many paths.</summary>
    internal ForwardingGraph? TryLower(Topology topology, bool hasJunctions, long mostPaths, string sourceFolder = "", CancellationToken cancellation = default)
    {
        if (Take(topology.Name, sourceFolder, hasJunctions) is not { } remembered)
        {
            Give(new Remembered(topology.Name, sourceFolder, hasJunctions));
            LastWalks = default;
            return TopologyLowering.TryLower(topology, hasJunctions, sourceFolder, mostPaths, null, cancellation, out _);
        }

        var (isCancelled, isWhole) = (true, false);
        try
        {
            var graph = TopologyLowering.TryLower(topology, hasJunctions, sourceFolder, mostPaths, remembered.Memory, cancellation, out var walks);
            LastWalks = walks;
            (isCancelled, isWhole) = (false, graph is not null);
            return graph;
        }
        finally
        {
            remembered.Memory.Facts.End();

            // Of one that is cancelled the questions that it came to say nothing of how many there are; what has too many paths leaves questions, and by itself nothing to take over.
            if (isCancelled || ((isWhole || remembered.FirstQuestions > 0) && !IsOvergrown(remembered)))
            {
                Give(remembered);
            }
        }
    }

    private Remembered? Take(string name, string sourceFolder, bool hasJunctions)
    {
        lock (all)
        {
            var found = all.Find(each => each.IsOf(name, sourceFolder) && each.HasJunctions == hasJunctions);
            if (found is not null)
            {
                all.Remove(found);
            }

            return found;
        }
    }

    private static bool IsOvergrown(Remembered remembered)
    {
        var questions = remembered.Memory.Facts.Count;
        remembered.FirstQuestions = remembered.FirstQuestions == 0 ? questions : remembered.FirstQuestions;
        return questions > QuestionsThatDoNotCount + (MostQuestionsPerFirst * (long)remembered.FirstQuestions);
    }

    private void Give(Remembered remembered)
    {
        lock (all)
        {
            // Another thread may have begun to remember it meanwhile: what knows more stays.
            if (remembered.FirstQuestions == 0 && all.Exists(each => each.IsOf(remembered.Name, remembered.SourceFolder) && each.HasJunctions == remembered.HasJunctions))
            {
                return;
            }

            all.RemoveAll(each => each.IsOf(remembered.Name, remembered.SourceFolder));
            all.Add(remembered);
            if (all.Count > MostTopologies)
            {
                all.RemoveAt(0);
            }
        }
    }

    /// <summary>What is remembered of one topology.</summary>
    private sealed class Remembered(string name, string sourceFolder, bool hasJunctions)
    {
        public string Name => name;

        public string SourceFolder => sourceFolder;

        public bool HasJunctions => hasJunctions;

        public LoweringMemory Memory { get; } = new();

        public bool IsOf(string otherName, string otherFolder) => name == otherName && sourceFolder == otherFolder;

        /// <summary>How many questions there were after the first lowering that came to its end.</summary>
        public int FirstQuestions { get; set; }
    }
}

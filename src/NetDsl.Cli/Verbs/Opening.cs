using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Cli.Verbs;

/// <summary>Everything that blocks a flow, and whether what the blocks ask for opens it.</summary>
/// <param name="Trace">The flow as it is.</param>
/// <param name="Blocks">All that drops it or its reply; what is behind a block only shows when that is gone.</param>
/// <param name="Suffices">Whether the flow works with all of the edits: traced in the network that has them.</param>
internal sealed record Opening(Trace Trace, IReadOnlyList<DirectedBlock> Blocks, bool Suffices)
{
    // An edit lets a packet go on to what may block it next: on its way once or twice, and on the way of its reply.
    private const int MostRounds = 8;

    public static Opening Of(Topology topology, CompiledNetwork network, Func<CompiledNetwork, Trace> ask)
    {
        var trace = ask(network);
        var blocks = new List<DirectedBlock>();
        var current = trace;
        for (var round = 0; round < MostRounds && current.Verdict == Verdict.Blocked; round++)
        {
            var news = Directed(current).Where(block => !blocks.Contains(block)).ToList();
            blocks.AddRange(news);
            var edited = news.Aggregate((Topology?)topology, (so, block) => so is null ? null : AddedRules.With(so, block.Block));
            if (edited is null || news.Count == 0)
            {
                return new Opening(trace, blocks, Suffices: false);
            }

            topology = edited;
            current = ask(new CompiledNetwork(TopologyLowering.Lower(topology)));
        }

        return new Opening(trace, blocks, current.Verdict == Verdict.Reachable);
    }

    private static IEnumerable<DirectedBlock> Directed(Trace trace) => trace.Forward.Blocks
        .Select(block => new DirectedBlock("forward", block))
        .Concat(trace.Return.Blocks.Select(block => new DirectedBlock("return", block)));
}

/// <summary>A block of the packet, or of its reply.</summary>
internal sealed record DirectedBlock(string Direction, Block Block)
{
    /// <summary>What is wrong.</summary>
    public string Reason => Block.Text.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end ? Block.Text[..end] : Block.Text;

    /// <summary>What to write, when that is known.</summary>
    public string? Edit => Block.Text.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end ? Block.Text[(end + 1)..].Trim() : null;
}

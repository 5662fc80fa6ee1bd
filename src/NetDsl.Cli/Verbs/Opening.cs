using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Edits;
using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Cli.Verbs;

/// <summary>Everything that blocks a flow, and the fewest edits that open it.</summary>
/// <param name="Trace">The flow as it is.</param>
/// <param name="Blocks">All that drops it or its reply; what is behind a block only shows when that is gone.</param>
/// <param name="Suffices">Whether the flow works with all of the edits: traced in the network that has them.</param>
internal sealed record Opening(Trace Trace, IReadOnlyList<DirectedBlock> Blocks, bool Suffices)
{
    public static Opening Of(Topology topology, CompiledNetwork network, Func<CompiledNetwork, Trace> ask)
    {
        var trace = ask(network);
        var mended = EditSearch.Fewest(topology, trace, edited => ask(new CompiledNetwork(TopologyLowering.Lower(edited))));
        return mended is null
            ? new Opening(trace, [.. Told(trace.Forward, isReply: false), .. Told(trace.Return, isReply: true)], Suffices: false)
            : new Opening(trace, [.. mended.Select(each => new DirectedBlock(each.IsReply, each.Block, each.Edit))], Suffices: true);
    }

    /// <summary>What a trace says of each block by itself.</summary>
    private static IEnumerable<DirectedBlock> Told(TraceDirection direction, bool isReply) => direction.Blocks.Select(block =>
        new DirectedBlock(isReply, block, block.Text.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end ? block.Text[(end + 1)..].Trim() : null));
}

/// <summary>A block of the packet, or of its reply.</summary>
/// <param name="IsReply">Which of the two.</param>
/// <param name="Block">What drops it.</param>
/// <param name="Edit">What to write, when that is known.</param>
internal sealed record DirectedBlock(bool IsReply, Block Block, string? Edit)
{
    /// <summary>The direction in one word.</summary>
    public string Direction => IsReply ? "return" : "forward";

    /// <summary>What is wrong.</summary>
    public string Reason => Block.Text.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end ? Block.Text[..end] : Block.Text;
}

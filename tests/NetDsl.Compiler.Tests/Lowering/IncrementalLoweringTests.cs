using System.Globalization;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Compiler.Tests.Lowering;

/// <summary>
/// A lowering that remembers the one before makes the graph of one that does not, to the last byte, after every edit. NETDSL_NETWORKS tells of how many networks and NETDSL_EDITS how many
/// edits of each, NETDSL_SEED where the networks begin.
/// </summary>
public sealed class IncrementalLoweringTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_taken_over_is_what_would_be_found(bool hasJunctions)
    {
        var (first, networks, edits) = (Number("NETDSL_SEED", 1), Number("NETDSL_NETWORKS", 20), Number("NETDSL_EDITS", 40));
        foreach (var seed in Enumerable.Range(first, networks))
        {
            Follow(seed, edits, seed % 4 == 0 ? RandomNetwork.Create(seed) : RandomNetwork.CreateSmall(seed), hasJunctions);
        }
    }

    static void Follow(int seed, int edits, Topology topology, bool hasJunctions)
    {
        var lowering = new IncrementalLowering();
        var random = new RandomEdits(topology, seed);
        Assert.Equal(Anew(topology, hasJunctions), Text(() => lowering.Lower(topology, hasJunctions)));
        for (var edit = 0; edit < edits; edit++)
        {
            var (edited, kind) = random.Next();
            var expected = Anew(edited, hasJunctions);
            var found = Text(() => lowering.Lower(edited, hasJunctions));
            Assert.True(
                expected == found,
                $"NETDSL_SEED={seed} NETDSL_NETWORKS=1: edit {edit} ({kind}) with junctions {hasJunctions} gives another graph: {Difference(expected, found)}");
        }
    }

    static string Anew(Topology topology, bool hasJunctions) => Text(() => TopologyLowering.Lower(topology, hasJunctions));

    // Some edits make what cannot be lowered; then it cannot be lowered by either.
    static string Text(Func<ForwardingGraph> lower)
    {
        try
        {
            return ForwardingGraphText.Write(lower());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return exception.GetType().Name;
        }
    }

    static string Difference(string expected, string found)
    {
        var (one, other) = (expected.Split('\n'), found.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(one.Length, other.Length)).FirstOrDefault(line => one[line] != other[line]);
        return $"line {line}\n{one[line]}\n{other[line]}";
    }

    static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}

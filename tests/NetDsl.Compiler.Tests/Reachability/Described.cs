using NetDsl.Model;

namespace NetDsl.Compiler.Tests.Reachability;

/// <summary>Networks that tests of reachability describe, without problems.</summary>
static class Described
{
    public static Topology Shop(Action<NetworkBuilder> describe)
    {
        var network = new NetworkBuilder("Shop");
        describe(network);
        var topology = network.Build();
        Assert.Empty(topology.Problems);
        return topology;
    }
}

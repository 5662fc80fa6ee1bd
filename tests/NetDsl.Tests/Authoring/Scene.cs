using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

/// <summary>A small sound network, to which each test adds what it is about.</summary>
sealed class Scene
{
    public Scene()
    {
        Network = new NetworkBuilder("scene");
        Partner = Network.Account("partner", "210987654321");
        Virginia = Network.Region("us-east-1");
        Oregon = Network.Region("us-west-2");
        Shop = Virginia.Vpc("shop", "10.0.0.0/16");
        Shared = Virginia.Vpc("shared", "10.1.0.0/16", Partner);
        Archive = Oregon.Vpc("archive", "10.2.0.0/16");
        Edge = Shop.Subnet("edge", "10.0.0.0/24", "a");
        Data = Shop.Subnet("data", "10.0.1.0/28", "b");
        Tools = Shared.Subnet("tools", "10.1.0.0/24", "a");
        Vault = Archive.Subnet("vault", "10.2.0.0/24", "a");
        Web = Shop.SecurityGroup("web");
        Gateway = Shop.InternetGateway("igw");
        Hub = Virginia.TransitGateway("hub", defaultRouteTable: false);
    }

    public NetworkBuilder Network { get; }

    public AccountBuilder Partner { get; }

    public RegionBuilder Virginia { get; }

    public RegionBuilder Oregon { get; }

    public VpcBuilder Shop { get; }

    public VpcBuilder Shared { get; }

    public VpcBuilder Archive { get; }

    public SubnetBuilder Edge { get; }

    public SubnetBuilder Data { get; }

    public SubnetBuilder Tools { get; }

    public SubnetBuilder Vault { get; }

    public SecurityGroupBuilder Web { get; }

    public InternetGatewayBuilder Gateway { get; }

    public TransitGatewayBuilder Hub { get; }

    /// <summary>The topology, which must be sound.</summary>
    public static Topology Takes(Action<Scene> add)
    {
        var topology = After(add);
        Assert.Empty(topology.Problems);
        Assert.True(topology.IsWhole);
        return topology;
    }

    /// <summary>
    /// The topology, which must have exactly one problem: of that kind and text, in the line in which this was called.
    /// </summary>
    public static Topology Refuses(
        Action<Scene> add,
        ProblemKind kind,
        string text,
        string? replacement = null,
        Func<Scene, Origin>? other = null,
        [CallerLineNumber] int line = 0,
        [CallerFilePath] string file = "")
    {
        var scene = new Scene();
        add(scene);
        var topology = scene.Network.Build();
        var problem = Assert.Single(topology.Problems);
        Assert.Equal((kind, text), (problem.Kind, problem.Text));
        Assert.Equal(new Origin(file, line), problem.Origin);
        Assert.Equal(replacement, problem.Replacement);
        Assert.Equal(other?.Invoke(scene), problem.Other);
        Assert.False(topology.IsWhole);
        References.AssertClosed(topology);
        return topology;
    }

    /// <summary>The place of the call.</summary>
    public static Origin Here([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new(file, line);

    public static Topology After(Action<Scene> add)
    {
        var scene = new Scene();
        add(scene);
        var topology = scene.Network.Build();
        References.AssertClosed(topology);
        return topology;
    }
}

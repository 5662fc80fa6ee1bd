using NetDsl.Compiler.Reachability;
using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Reachability;

/// <summary>What a change opens and closes is told, with a packet and what decides of it before and after.</summary>
public class BehaviourDifferenceTests
{
    [Fact]
    public void Nothing_differs_from_itself()
    {
        var difference = Compare(_ => { }, _ => { });

        Assert.Empty(difference.Flows);
        Assert.Empty(difference.Intents);
        Assert.False(difference.ChangesIntents);
    }

    [Fact]
    public void A_port_opened_to_the_world_is_newly_open_and_breaks_an_intent()
    {
        var difference = Compare(_ => { }, shop => shop.WebGroup.Ingress(Tcp(22), from: AnyIpv4));

        var opened = Assert.Single(difference.Flows, change => change.From == "internet");
        Assert.True(opened.IsOpened);
        Assert.Equal("us-east-1/shop/web", opened.To);
        Assert.Equal("tcp/22", Assert.Single(opened.Traffic).ToString());
        Assert.Equal("tcp 198.51.100.7:49152 -> 203.0.113.1:22", opened.Sample.ToString());
        Assert.StartsWith("no ingress rule of the security groups of us-east-1/shop/web allows tcp/22 from 198.51.100.7; add Ingress(Tcp(22), from: …)", opened.Before.Text, StringComparison.Ordinal);
        Assert.Equal("arrives: allow tcp/22 from 0.0.0.0/0 (security group web)", opened.After.Text);
        Assert.True(opened.After.Origin.Line > 0);

        var intent = Assert.Single(difference.Intents);
        Assert.Equal("internet cannot reach us-east-1/shop/web with tcp/22", intent.Intent);
        Assert.True(intent.Before!.Holds);
        Assert.False(intent.After!.Holds);
        Assert.True(difference.ChangesIntents);
    }

    [Fact]
    public void Fewer_sources_close_what_the_others_had_on_the_same_port()
    {
        var difference = Compare(
            shop => shop.WebGroup.Ingress(Tcp(8443), from: "198.51.0.0/16"),
            shop => shop.WebGroup.Ingress(Tcp(8443), from: "198.51.0.0/17"));

        var closed = Assert.Single(difference.Flows);
        Assert.False(closed.IsOpened);
        Assert.Equal(("internet", "us-east-1/shop/web"), (closed.From, closed.To));
        Assert.Equal("arrives: allow tcp/8443 from 198.51.0.0/16 (security group web)", closed.Before.Text);
        Assert.StartsWith("no ingress rule", closed.After.Text, StringComparison.Ordinal);
        Assert.False(difference.ChangesIntents);
    }

    [Fact]
    public void Whoever_is_renumbered_reaches_the_same() => Assert.Empty(Compare(_ => { }, _ => { }, dataPrefix: "10.0.7.0/24").Flows);

    [Fact]
    public void Who_is_new_and_who_is_gone_is_told()
    {
        var difference = Compare(
            shop => shop.Edge.Instance("old", shop.WebGroup),
            shop => shop.Edge.Instance("new", shop.WebGroup));

        Assert.Contains(difference.Flows, change => change is { IsOpened: true, From: "us-east-1/shop/web", To: "us-east-1/shop/new", Before.Text: "there is no us-east-1/shop/new" });
        Assert.Contains(difference.Flows, change => change is { IsOpened: false, From: "us-east-1/shop/web", To: "us-east-1/shop/old", After.Text: "there is no us-east-1/shop/old" });
    }

    [Fact]
    public void An_intent_that_is_gone_changed()
    {
        var difference = Compare(shop => shop.Network.Expect(shop.Web).CanReach(shop.Database, Tcp(5432)), _ => { });

        var gone = Assert.Single(difference.Intents);
        Assert.Equal("us-east-1/shop/web can reach us-east-1/shop/db with tcp/5432", gone.Intent);
        Assert.Null(gone.After);
        Assert.True(difference.ChangesIntents);
    }

    [Fact]
    public void A_new_intent_that_holds_is_told_and_breaks_nothing()
    {
        var difference = Compare(_ => { }, shop => shop.Network.Expect(shop.Web).CanReach(shop.Database, Tcp(5432)));

        Assert.Null(Assert.Single(difference.Intents).Before);
        Assert.False(difference.ChangesIntents);
    }

    static BehaviourDifference Compare(Action<Shop> before, Action<Shop> after, string dataPrefix = "10.0.1.0/24") =>
        BehaviourDifference.Of(Build(before, "10.0.1.0/24"), Build(after, dataPrefix));

    static Topology Build(Action<Shop> describe, string dataPrefix) => Described.Shop(network => describe(new Shop(network, dataPrefix)));

    /// <summary>A web server that the internet speaks to, and its database.</summary>
    sealed class Shop
    {
        public Shop(NetworkBuilder network, string dataPrefix)
        {
            Network = network;
            var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
            Edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
            Edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
            WebGroup = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
            Web = Edge.Instance("web", WebGroup).PublicIp();
            Database = vpc.Subnet("data", dataPrefix, "a").Instance("db", vpc.SecurityGroup("db").Ingress(Tcp(5432), from: WebGroup));
            network.Expect(Internet).CannotReach(Web, Tcp(22));
        }

        public NetworkBuilder Network { get; }

        public SubnetBuilder Edge { get; }

        public SecurityGroupBuilder WebGroup { get; }

        public InstanceBuilder Web { get; }

        public InstanceBuilder Database { get; }
    }
}

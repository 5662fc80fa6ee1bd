using NetDsl.Addressing;
using NetDsl.Model;
using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>
/// The test vectors of the specification that today's constructs can express, each named after its rule: R-x.y of
/// foundation.md, or the golden vector of a section of interconnect.md. Whatever answers questions about a network inherits them.
/// </summary>
public abstract partial class SemanticsVectors
{
    /// <summary>The engine under test.</summary>
    protected abstract Trace Ask(
        Topology topology,
        Endpoint from,
        Endpoint to,
        TrafficSelector traffic,
        IpAddress? sourceAddress = null,
        int? sourcePort = null,
        ServiceRequest? request = null);

    /// <summary>What a name means: addresses, or why there are none, as <c>ReferenceResolver</c> says it.</summary>
    protected abstract string AskName(Topology topology, Endpoint from, string name);

    string AskName(NetworkBuilder network, ElementBuilder? from, string name) =>
        AskName(Built(network), from is null ? Internet : Endpoint.Of(from.Id), name);

    Trace Ask(NetworkBuilder network, ElementBuilder from, ElementBuilder to, TrafficSelector traffic) =>
        Ask(Built(network), Endpoint.Of(from.Id), Endpoint.Of(to.Id), traffic);

    Trace Ask(NetworkBuilder network, ElementBuilder from, string to, TrafficSelector traffic) =>
        Ask(Built(network), Endpoint.Of(from.Id), Endpoint.Of(IpAddress.Parse(to)), traffic);

    Trace AskFromInternet(NetworkBuilder network, ElementBuilder to, TrafficSelector traffic, string source = "198.51.100.7") =>
        Ask(Built(network), Internet, Endpoint.Of(to.Id), traffic, IpAddress.Parse(source));

    Trace AskInternet(NetworkBuilder network, ElementBuilder from, TrafficSelector traffic) =>
        Ask(Built(network), Endpoint.Of(from.Id), Internet, traffic);

    static Topology Built(NetworkBuilder network)
    {
        var topology = network.Build();
        Assert.True(topology.IsWhole, string.Join('\n', topology.Problems.Select(problem => problem.Text)));
        return topology;
    }

    /// <summary>A group that lets everything in and out.</summary>
    static SecurityGroupBuilder Open(VpcBuilder vpc) => vpc.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4);

    /// <summary>The reasons of one direction, such as <c>BadStateRoute pcx; SubnetAclRestriction us-east-1/a/edge</c>.</summary>
    static string Why(TraceDirection direction) =>
        string.Join("; ", direction.Blocks.Select(block => $"{block.Code} {block.Element}"));

    static Packet Last(TraceDirection direction) => direction.Hops[^1].Packet;

    /// <summary>The ACLs that were asked, in order, by their names.</summary>
    static string Acls(TraceDirection direction) => string.Join(
        ' ', direction.Hops.Where(hop => hop.Kind == "network-acl").Select(hop => hop.Element[(hop.Element.LastIndexOf('/') + 1)..]));

    static void AssertReachable(Trace trace)
    {
        Assert.Equal("", Why(trace.Forward));
        Assert.Equal("", Why(trace.Return));
        Assert.Equal(Verdict.Reachable, trace.Verdict);
    }

    static void AssertForwardBlocked(string why, Trace trace)
    {
        Assert.Equal(why, Why(trace.Forward));
        Assert.Equal(Outcome.Dropped, trace.Forward.Outcome);
        Assert.Equal(Verdict.Blocked, trace.Verdict);
    }

    static void AssertReplyBlocked(string why, Trace trace)
    {
        Assert.Equal("", Why(trace.Forward));
        Assert.Equal(why, Why(trace.Return));
        Assert.Equal(Outcome.Dropped, trace.Return.Outcome);
        Assert.Equal(Verdict.Blocked, trace.Verdict);
    }
}

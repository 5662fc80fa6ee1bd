using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A security group: what its interfaces may receive and send. It is stateful: the reply to what was allowed is allowed.
/// </summary>
public sealed partial class SecurityGroupBuilder : ElementBuilder
{
    private static readonly Rule AllIpv6 = new(
        Traffic.AllTraffic, new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(IpPrefix.AllIpv6), Origin.None), null, Origin.None);

    private readonly List<Rule> ingress = [];
    private readonly List<Rule> egress = [];
    private bool egressIsGiven;
    private EquatableArray<ElementId>? alone;

    internal SecurityGroupBuilder(VpcBuilder vpc, Declaration declaration)
        : base(vpc.Network, declaration)
    {
        Vpc = vpc;
        egress.Add(new Rule(
            Traffic.AllTraffic, new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(IpPrefix.AllIpv4), Origin.None), null, Origin.None));
    }

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    /// <summary>The groups of an interface that has this one only, as most have: one list for all of them.</summary>
    internal EquatableArray<ElementId> Alone => alone ??= [Id];

    /// <summary>Admits traffic from the addresses of a prefix.</summary>
    /// <param name="traffic">Protocol and destination ports.</param>
    /// <param name="from">The sources, for example <c>203.0.113.0/24</c> or <see cref="Traffic.AnyIpv4"/>.</param>
    public SecurityGroupBuilder Ingress(
        TrafficSelector traffic, string from, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        Add(ingress, traffic, from, call.Of(nameof(from)), call.Origin);
        return this;
    }

    /// <summary>
    /// Admits traffic from the private addresses of the interfaces that have a group: of this VPC, of a VPC of the region
    /// with an active peering, or of one behind a transit gateway that allows it. Source: "Security group rules".
    /// </summary>
    /// <param name="traffic">Protocol and destination ports.</param>
    /// <param name="from">The group of the senders.</param>
    public SecurityGroupBuilder Ingress(
        TrafficSelector traffic,
        SecurityGroupBuilder from,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        Add(ingress, traffic, from, call.Of(nameof(from)), call.Origin);
        return this;
    }

    /// <summary>Lets traffic out to the addresses of a prefix. The first egress rule takes the place of the one that lets all out.</summary>
    /// <param name="traffic">Protocol and destination ports.</param>
    /// <param name="to">The destinations, for example <c>0.0.0.0/0</c>.</param>
    public SecurityGroupBuilder Egress(
        TrafficSelector traffic, string to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        NoEgressByDefault();
        Add(egress, traffic, to, call.Of(nameof(to)), call.Origin);
        return this;
    }

    /// <summary>Lets traffic out to the private addresses of the interfaces that have a group.</summary>
    /// <param name="traffic">Protocol and destination ports.</param>
    /// <param name="to">The group of the receivers.</param>
    public SecurityGroupBuilder Egress(
        TrafficSelector traffic,
        SecurityGroupBuilder to,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        NoEgressByDefault();
        Add(egress, traffic, to, call.Of(nameof(to)), call.Origin);
        return this;
    }

    /// <summary>Takes away the rule that lets everything out, so that only what egress rules name goes out.</summary>
    public SecurityGroupBuilder NoEgressByDefault()
    {
        if (!egressIsGiven)
        {
            egressIsGiven = true;
            egress.Clear();
        }

        return this;
    }

    /// <summary>The group that a VPC comes with: admits its own members, lets everything out.</summary>
    internal static SecurityGroupBuilder Default(VpcBuilder vpc, Declaration declaration)
    {
        var group = new SecurityGroupBuilder(vpc, declaration);
        group.ingress.Add(new Rule(
            Traffic.AllTraffic, new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(group.Id), Origin.None), group, Origin.None));
        return group;
    }

    internal SecurityGroup Build() => new(Id, Origin, Vpc.Id, Build(ingress), Build(LetsOutIpv6() ? [.. egress, AllIpv6] : egress))
    {
        Participant = Participant?.Id,
        AssociatedVpcs = associatedVpcs.Where(vpc => !vpc.IsLeftOut).Select(vpc => vpc.Id).ToEquatableArray(),
    };

    /// <summary>What lets all out lets all IPv6 out too, where the VPC has IPv6.</summary>
    private bool LetsOutIpv6() => !egressIsGiven && Vpc.Ipv6Blocks.Count > 0
        && (this == Vpc.DefaultSecurityGroup || Network.Semantics.Profile.NewGroupsLetIpv6Out);

    private static EquatableArray<SecurityGroupRule> Build(List<Rule> rules) => rules
        .Where(rule => rule.Group is not { IsLeftOut: true })
        .Select(rule => new SecurityGroupRule(rule.Traffic, rule.Peer, rule.Origin))
        .ToEquatableArray();

    private void Add(List<Rule> rules, TrafficSelector traffic, string prefix, Origin peerOrigin, Origin origin)
    {
        // Both are asked, so that all that is wrong is told at once.
        var peer = Network.Problems.Prefix(prefix, peerOrigin);
        if (Network.Problems.Accepts(traffic) && peer is { } parsed)
        {
            rules.Add(new Rule(
                traffic, new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(parsed.Value), peerOrigin), null, origin));
        }
    }

    private void Add(
        List<Rule> rules, TrafficSelector traffic, SecurityGroupBuilder group, Origin peerOrigin, Origin origin)
    {
        if (Network.Problems.Accepts(traffic))
        {
            rules.Add(new Rule(
                traffic, new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(group.Id), peerOrigin), group, origin));
        }
    }

    private sealed record Rule(
        TrafficSelector Traffic, Sourced<SecurityGroupPeer> Peer, SecurityGroupBuilder? Group, Origin Origin);
}

using System.Collections.Concurrent;
using System.Globalization;
using NetDsl.Addressing;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;
using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Reachability;

/// <summary>
/// Who reaches whom before and after a change whose effect is known without any engine: none, or in one direction only. NETDSL_NETWORKS tells how many random
/// networks each relation is asked of, NETDSL_SEED where they begin.
/// </summary>
public partial class MetamorphicTests
{
    enum Effect
    {
        None,
        Grows,
        Shrinks,
    }

    static readonly Dictionary<string, (Effect Effect, Func<Topology, Topology> Change)> Relations = new()
    {
        ["other order of declaration"] = (Effect.None, topology => topology with
        {
            SecurityGroups = topology.SecurityGroups.Reverse().ToEquatableArray(),
            NetworkAcls = topology.NetworkAcls.Reverse().ToEquatableArray(),
            RouteTables = topology.RouteTables.Reverse().ToEquatableArray(),
        }),
        ["other order of rules"] = (Effect.None, topology => Groups(topology, rules => rules.Reverse())),
        ["other order of routes"] = (Effect.None, topology => topology with
        {
            RouteTables = topology.RouteTables.Select(table => table with { Routes = table.Routes.Reverse().ToEquatableArray() }).ToEquatableArray(),
        }),
        ["rules twice"] = (Effect.None, topology => Groups(topology, rules => rules.Concat(rules))),
        ["rules by halves of their prefix"] = (Effect.None, topology => Groups(topology, rules => rules.SelectMany(HalvesOfPrefix))),
        ["rules by halves of their ports"] = (Effect.None, topology => Groups(topology, rules => rules.SelectMany(HalvesOfPorts))),
        ["entries twice"] = (Effect.None, topology => Acls(topology, entries => entries.SelectMany(entry => new[] { entry, entry }))),
        ["entries by halves of their prefix"] = (Effect.None, topology => Acls(topology, entries => entries.SelectMany(entry =>
            Halves(entry.Peer.Value).Select(half => entry with { Peer = new Sourced<IpPrefix>(half, entry.Peer.Origin) })))),
        ["a last entry that denies what nothing allowed"] = (Effect.None, topology => Acls(topology, entries => entries.Append(Denies(AllTraffic)))),
        ["a group that nobody has"] = (Effect.None, topology => topology with
        {
            SecurityGroups = topology.SecurityGroups.Take(1)
                .Select(group => group with { Id = new ElementId(ElementKind.SecurityGroup, group.Id.Path + "-nobody") })
                .Concat(topology.SecurityGroups)
                .ToEquatableArray(),
        }),
        ["an entry that denies"] = (Effect.Shrinks, topology => Acls(topology, entries => entries.Prepend(Denies(TcpRange(0, 1023))))),

        // Without a rule that admits GRE a Connect tunnel is down, and another way may open.
        ["fewer rules"] = (Effect.Shrinks, topology => Groups(topology, rules => rules.Skip(1), group => !group.Name.Contains("-connect", StringComparison.Ordinal))),
        ["other names"] = (Effect.None, Renamed),
        ["other private addresses"] = (Effect.None, Shifted),
        ["a VPC cloned, and attached to nothing"] = (Effect.None, Cloned),
        ["a rule that allows"] = (Effect.Grows, topology => Groups(topology, rules => rules.Append(
            new SecurityGroupRule(TcpRange(0, 1023), new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(IpPrefix.AllIpv4), Origin.None), Origin.None)))),
    };

    static readonly ConcurrentDictionary<int, HashSet<string>?> Unchanged = [];

    public static TheoryData<string> Names => [.. Relations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_has_the_effect_that_it_must_have(string name)
    {
        var (effect, change) = Relations[name];
        var (first, networks) = (Number("NETDSL_SEED", 1), Number("NETDSL_NETWORKS", 5));
        var untold = 0;
        foreach (var seed in Enumerable.Range(first, networks))
        {
            var topology = RandomNetwork.Create(seed);
            if (Unchanged.GetOrAdd(seed, _ => Reached(topology)) is not { } before || Reached(change(topology), OldName) is not { } after)
            {
                untold++;
                continue;
            }

            var (less, more) = (before.Except(after).Order(StringComparer.Ordinal), after.Except(before).Order(StringComparer.Ordinal));
            Assert.True(effect is Effect.Shrinks || !less.Any(), $"Seed {seed}, {name}: no longer\n{string.Join('\n', less)}");
            Assert.True(effect is Effect.Grows || !more.Any(), $"Seed {seed}, {name}: newly\n{string.Join('\n', more)}");
        }

        Assert.True(untold * 20 <= networks, $"{untold} of {networks} networks are not told.");
    }

    /// <summary>A change that changed nothing would have every effect.</summary>
    [Fact]
    public void Whole_networks_are_changed()
    {
        var networks = Enumerable.Range(1, 5).Select(RandomNetwork.Create).ToList();
        Assert.All(networks.Select(Renamed), network => Assert.All(network.Vpcs, vpc => Assert.Contains("/xv", vpc.Id.Path, StringComparison.Ordinal)));
        Assert.Contains(networks, network => Shifted(network).Vpcs.Any(vpc => network.Vpcs.All(other => other.Primary.Value != vpc.Primary.Value)));
        Assert.All(networks, network => Assert.True(Cloned(network).Instances.Count > network.Instances.Count || network.Instances.All(host => host.Subnet.Path.Split('/')[1] != network.Vpcs[0].Name)));
        Assert.All(networks, network => Assert.Equal(network.Vpcs.Count + 1, Cloned(network).Vpcs.Count));
    }

    static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>
    /// Who reaches whom with what, of the traffic at whose ends the rules of random networks begin and end; nothing where source and destination would have to be
    /// compared, which no set tells.
    /// </summary>
    static HashSet<string>? Reached(Topology topology, Func<string, string>? nameOf = null)
    {
        try
        {
            return Reached(ReachabilityMatrix.Of(topology), nameOf);
        }
        catch (ReachabilityException)
        {
            return null;
        }
    }

    static HashSet<string> Reached(EquatableArray<ReachablePair> pairs, Func<string, string>? nameOf) =>
    [
        .. pairs
            .Where(pair => !IsClone(pair.From) && !IsClone(pair.To))
            .SelectMany(pair => Asked
                .Where(asked => pair.Traffic.Any(traffic => traffic.Matches(asked.Protocol, asked.Port)))
                .Select(asked => $"{nameOf?.Invoke(pair.From) ?? pair.From} -> {nameOf?.Invoke(pair.To) ?? pair.To} {asked.Protocol} {asked.Port}")),
    ];

    static IEnumerable<(Protocol Protocol, int Port)> Asked =>
    [
        .. from protocol in new[] { Protocol.Tcp, Protocol.Udp }
           from port in new[] { 0, 21, 22, 53, 80, 443, 1023, 1024, 5432, 65535 }
           select (protocol, port),
        .. new[] { 0, 1, 50, 58, 255 }.Select(number => (Protocol.FromNumber(number), 0)),
    ];

    static Topology Groups(
        Topology topology, Func<EquatableArray<SecurityGroupRule>, IEnumerable<SecurityGroupRule>> change, Func<SecurityGroup, bool>? which = null)
    {
        return topology with { SecurityGroups = topology.SecurityGroups.Select(group => which?.Invoke(group) == false ? group : Changed(group)).ToEquatableArray() };

        SecurityGroup Changed(SecurityGroup group) =>
            group with { Ingress = change(group.Ingress).ToEquatableArray(), Egress = change(group.Egress).ToEquatableArray() };
    }

    static Topology Acls(Topology topology, Func<EquatableArray<NetworkAclEntry>, IEnumerable<NetworkAclEntry>> change) => topology with
    {
        NetworkAcls = topology.NetworkAcls
            .Select(acl => acl with { Inbound = change(acl.Inbound).ToEquatableArray(), Outbound = change(acl.Outbound).ToEquatableArray() })
            .ToEquatableArray(),
    };

    static NetworkAclEntry Denies(TrafficSelector traffic) =>
        new(1, AclAction.Deny, traffic, new Sourced<IpPrefix>(IpPrefix.AllIpv4, Origin.None), Origin.None);

    static IEnumerable<SecurityGroupRule> HalvesOfPrefix(SecurityGroupRule rule) => rule.Peer.Value.Prefix is { } prefix
        ? Halves(prefix).Select(half => rule with { Peer = new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(half), rule.Peer.Origin) })
        : [rule];

    static IEnumerable<SecurityGroupRule> HalvesOfPorts(SecurityGroupRule rule)
    {
        var (traffic, ports) = (rule.Traffic, rule.Traffic.DestinationPorts);
        if (!traffic.Protocol.HasPorts || ports.First == ports.Last)
        {
            return [rule];
        }

        var middle = (ushort)((ports.First + ports.Last) / 2);
        return new[] { new PortRange(ports.First, middle), new PortRange((ushort)(middle + 1), ports.Last) }
            .Select(half => rule with { Traffic = traffic with { DestinationPorts = half } });
    }

    static IEnumerable<IpPrefix> Halves(IpPrefix prefix) => prefix.Length == (prefix.IsIpv4 ? 32 : 128)
        ? [prefix]
        : [IpPrefix.Containing(prefix.First, prefix.Length + 1), IpPrefix.Containing(prefix.Last, prefix.Length + 1)];
}

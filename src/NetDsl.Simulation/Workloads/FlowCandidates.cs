using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime;
using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Workloads;

/// <summary>
/// The flows that a network suggests: what its security groups admit, what its accelerators take, what its interfaces want from the internet,
/// and what nobody asked for.
/// </summary>
internal sealed class FlowCandidates
{
    private const int AdmittedPercent = 60;
    private const int OutboundPercent = 28;
    private const int Attempts = 8;

    // Of what is admitted, where there are accelerators.
    private const int AcceleratedPercent = 50;

    private static readonly IpPrefix[] PrivateBlocks =
    [
        IpPrefix.Parse("10.0.0.0/8"),
        IpPrefix.Parse("172.16.0.0/12"),
        IpPrefix.Parse("192.168.0.0/16"),
        IpPrefix.Parse("100.64.0.0/10"),
        IpPrefix.Parse("169.254.0.0/16"),
        IpPrefix.Parse("fc00::/7"),
    ];

    private static readonly ushort[] CommonPorts = [443, 80, 22];
    private static readonly ushort[] ProbedPorts = [22, 23, 445, 1433, 3306, 3389, 5900, 8080];

    private readonly CompiledNetwork network;
    private readonly ForwardingGraph graph;
    private readonly int[] interfaces;
    private readonly int[] withPublicAddress;

    // With what clients write to: of a custom routing accelerator the ports that lead somewhere.
    private readonly (Acceleration Acceleration, AccelerationRule[] Listening)[] accelerations;

    public FlowCandidates(CompiledNetwork network)
    {
        this.network = network;
        graph = network.Graph;

        // Whoever is in a VPC: workloads name the clients of a Client VPN endpoint themselves.
        var vpcs = graph.Vpcs.Select(vpc => vpc.Node).ToHashSet();
        interfaces = [.. Enumerable.Range(0, graph.Holders.Count).Where(holder =>
            graph.Holders[holder] is { HasGroups: true, Translates: false, Vpc: var vpc } && vpcs.Contains(vpc))];
        withPublicAddress = [.. Enumerable.Range(0, graph.Holders.Count).Where(holder => graph.Holders[holder].PublicAddress is not null)];
        accelerations =
        [
            .. graph.Accelerations
                .Where(acceleration => acceleration.IsEnabled)
                .Select(acceleration => (acceleration, Listening: acceleration.Rules.Where(rule => !rule.IsPortMap || rule.Groups.Count > 0).ToArray()))
                .Where(each => each.Listening.Length > 0),
        ];
    }

    /// <summary>Whether there is anybody to open a flow.</summary>
    public bool Any => interfaces.Length > 0;

    /// <summary>Draws ends, protocol and port of a flow.</summary>
    public Candidate Draw(ref RandomStream random)
    {
        var share = random.Below(100);
        if (share < AdmittedPercent)
        {
            if (accelerations.Length > 0 && random.Chance(AcceleratedPercent))
            {
                return Accelerated(ref random);
            }

            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (Admitted(ref random) is { } admitted)
                {
                    return admitted;
                }
            }
        }
        else if (share >= AdmittedPercent + OutboundPercent)
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (Unsolicited(ref random) is { } unsolicited)
                {
                    return unsolicited;
                }
            }
        }

        return Outbound(ref random);
    }

    /// <summary>Somebody whom a rule of the receiver admits.</summary>
    private Candidate? Admitted(ref RandomStream random)
    {
        var receiver = random.Pick(interfaces);
        var rules = graph.Filters[graph.Holders[receiver].Ingress].Rules;
        if (rules.Count == 0)
        {
            return null;
        }

        var rule = random.Pick(rules);
        var (protocol, port) = TrafficOf(rule, ref random);
        if (rule.Group >= 0)
        {
            var members = rule.Members.Where(member => member != receiver && !graph.Holders[member].Translates).ToList();
            return members.Count == 0 ? null : Inside(random.Pick(members), receiver, protocol, port);
        }

        var peers = interfaces.Where(peer => peer != receiver && IsPeer(peer, receiver, rule.Prefix)).ToList();
        var outside = HostIn(rule.Prefix, ref random);
        var fromOutside = outside is not null && graph.Holders[receiver].AddressOnInternet(outside.Value) is not null;
        return (peers.Count > 0, fromOutside) switch
        {
            (true, true) when random.Chance(50) => FromOutside(outside!.Value, receiver, protocol, port),
            (true, _) => Inside(random.Pick(peers), receiver, protocol, port),
            (false, true) => FromOutside(outside!.Value, receiver, protocol, port),
            _ => null,
        };
    }

    /// <summary>A client in a place, or anybody where there are none, and a listener of an accelerator.</summary>
    private Candidate Accelerated(ref RandomStream random)
    {
        var (acceleration, listening) = random.Pick(accelerations);
        var rule = random.Pick(listening);
        var ports = random.Pick(rule.Ports);
        return FromOutside(
            graph.Clients.Count > 0 ? random.Pick(graph.Clients).Address : OutsideHosts.Draw(OutsideHosts.Servers, ref random),
            random.Pick(acceleration.Holders),
            rule.Protocol,
            (ushort)random.Between(ports.First, ports.Last));
    }

    private Candidate Outbound(ref RandomStream random)
    {
        var client = random.Pick(interfaces);
        var source = graph.Holders[client].PrivateAddress;
        return Of(client, CompiledNetwork.Internet, source, OutsideHosts.Draw(source.IsIpv4 ? OutsideHosts.Servers : OutsideHosts.Ipv6Servers, ref random), Protocol.Tcp, 443);
    }

    /// <summary>A probe of a port that nothing is meant to answer at; nothing when it would be let in.</summary>
    private Candidate? Unsolicited(ref RandomStream random)
    {
        var port = random.Pick(ProbedPorts);
        Candidate candidate;
        if (withPublicAddress.Length > 0 && random.Chance(70))
        {
            candidate = FromOutside(OutsideHosts.Draw(OutsideHosts.Strangers, ref random), random.Pick(withPublicAddress), Protocol.Tcp, port);
        }
        else
        {
            var (client, target) = (random.Pick(interfaces), random.Pick(interfaces));
            if (client == target || graph.Holders[client].Vpc != graph.Holders[target].Vpc)
            {
                return null;
            }

            candidate = Inside(client, target, Protocol.Tcp, port);
        }

        return network.Decide(candidate.Client, candidate.Opening).Outcome == Outcome.Dropped ? candidate : null;
    }

    /// <summary>A rule that is open to the world does not say which other VPC it has in mind: its own is meant.</summary>
    private bool IsPeer(int peer, int receiver, IpPrefix prefix) =>
        prefix.Contains(graph.Holders[peer].PrivateAddress)
        && (prefix.Length > 0 || graph.Holders[peer].Vpc == graph.Holders[receiver].Vpc);

    private static (Protocol Protocol, ushort Port) TrafficOf(FilterRule rule, ref RandomStream random)
    {
        if (rule.Protocol.IsAny)
        {
            return (Protocol.Tcp, random.Pick(CommonPorts));
        }

        if (rule.Protocol.IsIcmp)
        {
            var echo = IcmpMessage.EchoRequest(rule.Protocol).Word;
            return (rule.Protocol, rule.Ports.Contains(echo) ? echo : rule.Ports.First);
        }

        if (!rule.Protocol.HasPorts)
        {
            return (rule.Protocol, 0);
        }

        return rule.Ports == PortRange.All
            ? (rule.Protocol, random.Pick(CommonPorts))
            : (rule.Protocol, (ushort)random.Between(rule.Ports.First, rule.Ports.Last));
    }

    private static IpAddress? HostIn(IpPrefix prefix, ref RandomStream random)
    {
        if (prefix.Length == 0)
        {
            return OutsideHosts.Draw(prefix.IsIpv4 ? OutsideHosts.Servers : OutsideHosts.Ipv6Servers, ref random);
        }

        return PrivateBlocks.Any(block => block.Overlaps(prefix)) ? null : OutsideHosts.Draw(prefix, ref random);
    }

    private Candidate Inside(int client, int target, Protocol protocol, ushort port) =>
        Of(client, target, graph.Holders[client].PrivateAddress, graph.Holders[target].PrivateAddress, protocol, port);

    private Candidate FromOutside(IpAddress host, int target, Protocol protocol, ushort port) =>
        Of(CompiledNetwork.Internet, target, host, graph.Holders[target].AddressOnInternet(host)!.Value, protocol, port);

    private static Candidate Of(int client, int target, IpAddress source, IpAddress destination, Protocol protocol, ushort port) =>
        new(client, target, new Packet(source, destination, protocol, 0, port));
}

/// <summary>The ends of a flow and its opening packet, which has no source port yet.</summary>
/// <param name="Client">Who opens: a holder, or the internet.</param>
/// <param name="Target">Who is meant: a holder, or the internet.</param>
/// <param name="Opening">The packet that opens it.</param>
internal readonly record struct Candidate(int Client, int Target, Packet Opening);

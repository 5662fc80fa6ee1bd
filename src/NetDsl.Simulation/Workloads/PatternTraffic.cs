using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Randomness;
using NetDsl.Simulation.Performance;
using NetDsl.Simulation.Scenarios;

namespace NetDsl.Simulation.Workloads;

/// <summary>The flows of one pattern, made when they are due. Each depends on the seed, the pattern's name and its own number only, except for its source port.</summary>
internal sealed class PatternTraffic : IFlowSource
{
    private readonly ForwardingGraph graph;
    private readonly TrafficPattern pattern;
    private readonly ulong seed;
    private readonly List<TrafficEnd> openers;
    private readonly List<TrafficEnd> asked;
    private readonly ExchangeScript script;
    private readonly SourcePorts ports;
    private readonly TimeSpan end;
    private readonly Dictionary<(int, int), TimeSpan> distances = [];
    private readonly Dictionary<int, string> zones;
    private readonly Dictionary<int, string> regions;

    // When each caller of a closed loop is ready to open its next flow.
    private readonly PriorityQueue<int, (TimeSpan At, int Caller)> ready = new();
    private ulong number;

    /// <summary>Whether clients are told the address of a node of a load balancer at a time; always when left out.</summary>
    public Func<int, TimeSpan, bool> IsNamed { get; init; } = (_, _) => true;

    /// <summary>Prepares the flows.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="duration">How long the run is.</param>
    /// <param name="ports">The source ports of all patterns.</param>
    /// <exception cref="ScenarioException">The pattern does not fit the network.</exception>
    public PatternTraffic(ForwardingGraph graph, TrafficPattern pattern, ulong seed, TimeSpan duration, SourcePorts ports)
    {
        (this.graph, this.pattern, this.ports) = (graph, pattern, ports);
        this.seed = RandomStream.Of(seed, KeyOf(pattern.Name)).Next();
        var named = new TrafficEnds(graph);
        openers = named.Of(pattern, opens: true);
        asked = named.Of(pattern, opens: false);
        Refuse(pattern, openers, asked);
        RefuseUnseen();
        script = new ExchangeScript(pattern.Exchange, pattern.Protocol);
        end = pattern.End is { } until && until < duration ? until : duration;
        zones = graph.Subnets.ToDictionary(subnet => subnet.Node, subnet => subnet.ZoneId);
        regions = graph.Vpcs.ToDictionary(vpc => vpc.Node, vpc => vpc.Region);
        switch (pattern.Arrivals)
        {
            case Arrivals.Poisson poisson:
                NextStart = After(pattern.Start, poisson);
                break;
            case Arrivals.ClosedLoop loop:
                for (var caller = 0; caller < loop.Callers; caller++)
                {
                    Ready(caller, pattern.Start, loop);
                }

                NextStart = NextReady();
                break;
        }
    }

    public TimeSpan? NextStart { get; private set; }

    public FlowPlan Take()
    {
        var start = NextStart!.Value;
        var random = RandomStream.Of(seed, number++);
        Arrivals.ClosedLoop? returning = null;
        var (opener, caller) = (-1, -1);
        switch (pattern.Arrivals)
        {
            case Arrivals.Poisson poisson:
                NextStart = After(start, poisson);
                break;
            case Arrivals.ClosedLoop loop:
                caller = ready.Dequeue();
                opener = caller % openers.Count;
                returning = loop;
                NextStart = NextReady();
                break;
        }

        var plan = Plan(start, opener, ref random);
        return returning is null ? plan : plan with
        {
            // The last packet takes its time, too: nobody calls again at once.
            Ended = time =>
            {
                Ready(caller, time + plan.Latency, returning);
                NextStart = NextReady();
            },
        };
    }

    private FlowPlan Plan(TimeSpan start, int opener, ref RandomStream random)
    {
        var from = opener >= 0 ? opener : random.Below(openers.Count);
        var client = openers[from];
        var target = pattern.Pairing == TrafficPairing.Pairs ? asked[from % asked.Count] : asked[random.Below(asked.Count)];
        if (target == client && asked.Count > 1)
        {
            // Nobody calls itself: the next one is meant.
            target = asked[(asked.IndexOf(client) + 1) % asked.Count];
        }

        // Of a load balancer, clients try the nodes that its name is answered with.
        for (var tried = 1; tried < asked.Count && target.IsNode && !IsNamed(target.Holder, start); tried++)
        {
            target = asked[(asked.IndexOf(target) + 1) % asked.Count];
        }

        var outside = target.Holder < 0 ? OutsideHosts.Draw(target.Outside, ref random) : default(IpAddress?);
        var host = client.Holder < 0 ? OutsideHosts.Draw(client.Outside, ref random) : default(IpAddress?);
        var source = host ?? AddressOf(client.Holder);
        var destination = outside ?? (host is { } writer ? graph.Holders[target.Holder].AddressOnInternet(writer)!.Value : AddressOf(target.Holder));
        var opening = ports.Give(new Packet(source, destination, pattern.Protocol, 0, Port()));
        var steps = script.Of(ref random);
        return new FlowPlan(
            client.Holder,
            target.Holder,
            opening,
            start,
            Latency(client.Holder, target.Holder, destination, steps[0].Bytes, ref random),
            TimeSpan.FromSeconds(Math.Min(pattern.Exchange.Pause.Draw(ref random), 3600)),
            steps);
    }

    private ushort Port() => pattern.Protocol.IsIcmp ? IcmpMessage.EchoRequest(pattern.Protocol).Word : pattern.Port;

    private IpAddress AddressOf(int holder) => pattern.IsIpv6
        ? graph.Holders[holder].AddressOf(IpPrefix.AllIpv6.First)!.Value
        : graph.Holders[holder].PrivateAddress;

    /// <summary>Across the internet as nobody can say beforehand; inside as the cards and the distance have it.</summary>
    private TimeSpan Latency(int client, int target, IpAddress destination, int bytes, ref RandomStream random)
    {
        if (client >= 0 && target < 0 && IsOfHost(client, destination))
        {
            return new LatencyModel(pattern.Interfaces, NetworkDistance.SameHost).OneWay(bytes, load: 0, ref random);
        }

        if (client < 0 || target < 0)
        {
            return TimeSpan.FromMicroseconds(random.Between(5_000, 60_000));
        }

        if (!distances.TryGetValue((client, target), out var distance))
        {
            distances.Add((client, target), distance = Distance(graph.Holders[client], graph.Holders[target]));
        }

        return new LatencyModel(pattern.Interfaces, distance).OneWay(bytes, load: 0, ref random);
    }

    /// <summary>Whether the client's own host has a service at the address.</summary>
    private bool IsOfHost(int client, IpAddress destination) =>
        graph.Sources[graph.Holders[client].Source].ProgramFor(destination) is >= 0 and var program && graph.Programs[program].End is HostServiceEnd;

    private TimeSpan Distance(AddressHolder one, AddressHolder other)
    {
        // The length of a fibre between regions is nobody's to know here; a continent's width stands for it.
        const double Kilometres = 4000;
        return regions.GetValueOrDefault(one.Vpc) != regions.GetValueOrDefault(other.Vpc) ? NetworkDistance.OtherRegion(Kilometres)
            : zones.GetValueOrDefault(one.Subnet) == zones.GetValueOrDefault(other.Subnet) ? NetworkDistance.SameZone
            : NetworkDistance.OtherZone;
    }

    private TimeSpan? After(TimeSpan time, Arrivals.Poisson poisson)
    {
        // A stream of its own: how long until a flow does not depend on what the flow before it drew.
        var random = RandomStream.Of(~seed, number);
        var next = time + Rounded(-Math.Log(random.Share()) / poisson.PerSecond);
        return next < end ? next : null;
    }

    /// <summary>To the nearest tick, so that the mean of short times stays.</summary>
    private static TimeSpan Rounded(double seconds) => TimeSpan.FromTicks((long)Math.Round(Math.Min(seconds, 1e9) * TimeSpan.TicksPerSecond));

    private void Ready(int caller, TimeSpan time, Arrivals.ClosedLoop loop)
    {
        var random = RandomStream.Of(~seed, number + ((ulong)caller << 40));
        ready.Enqueue(caller, (time + Rounded(loop.Thinking.Draw(ref random)), caller));
    }

    private TimeSpan? NextReady() => ready.TryPeek(out _, out var first) && first.At < end ? first.At : null;

    private static void Refuse(TrafficPattern pattern, List<TrafficEnd> openers, List<TrafficEnd> asked)
    {
        var problem = pattern switch
        {
            { Protocol.IsIcmp: false, Protocol.HasPorts: false } => $"protocol {pattern.Protocol} has no flows that the model knows; use TCP, UDP or ICMP",
            { Protocol.HasPorts: true, Port: 0 } => "port 0 is no port; name one from 1 to 65535",
            { Arrivals: Arrivals.Poisson { PerSecond: not (> 0 and <= 1e6) } } => "its rate is not above 0 and up to 1000000 flows a second",
            { Arrivals: Arrivals.ClosedLoop { Callers: not (>= 1 and <= 1_000_000) } } => "it has no callers; write 1 to 1000000",
            { Exchange: Exchange.Bulk, Protocol.IsIcmp: true } => "ICMP carries no bulk data; use TCP or UDP",
            _ when openers.All(end => end.Holder < 0) && asked.All(end => end.Holder < 0) => "both its ends are outside of the network",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ScenarioException($"traffic '{pattern.Name}': {problem}");
        }
    }

    /// <summary>Hosts of the internet write to what has an address there.</summary>
    private void RefuseUnseen()
    {
        var like = pattern.IsIpv6 ? IpPrefix.AllIpv6.First : IpPrefix.AllIpv4.First;
        var unseen = asked.FindIndex(end => end.Holder >= 0 && graph.Holders[end.Holder].AddressOnInternet(like) is null);
        if (unseen >= 0 && openers.Exists(end => end.Holder < 0))
        {
            var path = graph.Nodes[graph.Holders[asked[unseen].Holder].Node].Path;
            throw new ScenarioException($"traffic '{pattern.Name}': '{path}' has no address on the internet, from where this traffic comes");
        }
    }

    /// <summary>The same for a name on every machine (FNV-1a).</summary>
    private static ulong KeyOf(string name)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var character in name)
        {
            hash = unchecked((hash ^ character) * 1_099_511_628_211UL);
        }

        return hash;
    }
}

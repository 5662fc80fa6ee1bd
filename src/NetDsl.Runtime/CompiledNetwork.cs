using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Model;
using NetDsl.Runtime.Batches;
using NetDsl.Runtime.Forwarding;
using NetDsl.Runtime.Names;
using NetDsl.Runtime.Tracing;

namespace NetDsl.Runtime;

/// <summary>
/// A network ready to run: its forwarding graph in the form that packets are driven through. Read-only; any number of
/// threads may ask it at once. What has state (connections, translations) is a <see cref="Dataplane"/> over it.
/// </summary>
public sealed class CompiledNetwork
{
    /// <summary>Stands for the internet where a holder is asked for.</summary>
    public const int Internet = -1;

    private const int DefaultSourcePort = 49152;

    private readonly Func<Topology>? describe;
    private readonly EndpointResolution endpoints;
    private readonly Tracer tracer;
    private readonly Lazy<NameServer> names;
    private readonly Lazy<BatchDecider> batches;
    private readonly Lazy<Ipv6BatchDecider> ipv6Batches;

    /// <summary>Prepares a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="classifiers">
    /// Generated code for each source class, which maps a destination to the index of its path program; nothing
    /// where the ranges of the graph are to be searched.
    /// </param>
    /// <param name="describe">Builds the description that the graph was made from, whose intents are proved; nothing where there is none.</param>
    public CompiledNetwork(ForwardingGraph graph, IReadOnlyList<Func<uint, int>?>? classifiers = null, Func<Topology>? describe = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        this.describe = describe;
        Graph = graph;
        Tables = new ForwardingTables(graph, classifiers);
        endpoints = new EndpointResolution(graph);
        tracer = new Tracer(graph, Tables);
        names = new Lazy<NameServer>(() => new NameServer(graph));
        batches = new Lazy<BatchDecider>(() => new BatchDecider(this));
        ipv6Batches = new Lazy<Ipv6BatchDecider>(() => new Ipv6BatchDecider(this));
    }

    /// <summary>The name of the topology.</summary>
    public string Name => Graph.Name;

    /// <summary>The graph that it runs.</summary>
    public ForwardingGraph Graph { get; }

    internal ForwardingTables Tables { get; }

    /// <summary>The entry of the graph's holder table that an element stands for; an instance speaks through its primary interface.</summary>
    /// <param name="element">An instance, an interface or a NAT gateway; or a client of the internet, which is <see cref="Internet"/>.</param>
    /// <exception cref="EndpointException">The network does not have it.</exception>
    public int HolderOf(ElementId element) => endpoints.HolderOf(element);

    /// <summary>The names that the topology gives, in order: those of the vendor's kind, then those of private hosted zones.</summary>
    public IEnumerable<GivenName> GivenNames => names.Value.All;

    /// <summary>
    /// Asks for the addresses of a name, as the sender's resolver answers: the same name may mean one thing in a VPC and another outside.
    /// Source: "DNS attributes for your VPC", Amazon VPC User Guide.
    /// </summary>
    /// <param name="from">Who asks.</param>
    /// <param name="name">A domain name, for example <c>s3.us-east-1.amazonaws.com</c>.</param>
    /// <exception cref="EndpointException">The network does not have the sender.</exception>
    public NameResolution Resolve(Endpoint from, string name)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(name);
        var sender = endpoints.Sender(from).Holder;
        var answer = names.Value.Resolve(sender, name);
        if (sender < 0 || answer.Outcome != NameOutcome.Answered)
        {
            return answer;
        }

        // DNS64 is for who has no IPv4, and for names that have nothing else.
        var choice = new AddressChoice(Graph.Holders[sender], source: null, default);
        return answer.Addresses.Any(address => address.IsIpv6)
            ? answer
            : answer with { Addresses = answer.Addresses.Select(choice.Resolved).ToEquatableArray() };
    }

    /// <summary>
    /// Which of the addresses that a name answers with the sender writes to: the first of the family that it speaks, of IPv4 where it speaks both.
    /// </summary>
    /// <param name="from">Who sends.</param>
    /// <param name="answer">The answer, with at least one address.</param>
    /// <param name="traffic">What it sends.</param>
    /// <param name="sourceAddress">The source as written in the packet; the sender's own address when left out.</param>
    /// <exception cref="EndpointException">The network does not have the sender.</exception>
    /// <exception cref="ArgumentException">The name has no address.</exception>
    public IpAddress AddressFor(Endpoint from, NameResolution answer, TrafficSelector traffic, IpAddress? sourceAddress = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(traffic);
        return answer.Addresses.Count > 0
            ? Choice(from, traffic, sourceAddress).Choice.Among(answer.Addresses)
            : throw new ArgumentException($"'{answer.Name}' has no address: {answer.Reason}", nameof(answer));
    }

    /// <summary>Follows one packet and its reply, and says of every hop what it decided and why.</summary>
    /// <param name="from">Who sends.</param>
    /// <param name="to">
    /// Whom it is for. An element is meant by its private address, and by its public address when the internet asks; by its
    /// IPv6 address when one of the ends has no other, the source is one, or the protocol is ICMPv6.
    /// </param>
    /// <param name="traffic">The protocol, not any, and the destination port: the first of a range.</param>
    /// <param name="sourceAddress">The source as written in the packet; the sender's own address when left out.</param>
    /// <param name="sourcePort">The source port or ICMP identifier; 49152 when left out.</param>
    /// <param name="request">
    /// What the flow asks of a service of the vendor's: where it comes to one by an endpoint, the policy of the endpoint judges it.
    /// </param>
    /// <exception cref="EndpointException">The network does not have one of the ends.</exception>
    /// <exception cref="ArgumentException">The traffic is of any protocol, or the source port does not exist.</exception>
    public Trace Trace(
        Endpoint from,
        Endpoint to,
        TrafficSelector traffic,
        IpAddress? sourceAddress = null,
        int? sourcePort = null,
        ServiceRequest? request = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(traffic);
        var (sender, packet, question, unaddressed) = Asked(from, to, traffic, sourceAddress, sourcePort);
        return unaddressed is { } receiver ? tracer.WithoutPublicAddress(receiver, packet) : tracer.Follow(sender, packet, question, request);
    }

    /// <summary>Who opens a flow, in the graph's holder table or <see cref="Internet"/>, and the packet that opens it.</summary>
    /// <param name="from">Who sends.</param>
    /// <param name="to">Whom it is for, by the addresses that a trace takes.</param>
    /// <param name="traffic">The protocol, not any, and the destination port: the first of a range.</param>
    /// <param name="sourcePort">The source port or ICMP identifier; 49152 when left out.</param>
    /// <exception cref="EndpointException">The network does not have one of the ends.</exception>
    /// <exception cref="ArgumentException">The traffic is of any protocol, or the source port does not exist.</exception>
    public (int Sender, Packet Packet) Opening(Endpoint from, Endpoint to, TrafficSelector traffic, int? sourcePort = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(traffic);
        var (sender, packet, _, _) = Asked(from, to, traffic, sourceAddress: null, sourcePort);
        return (sender, packet);
    }

    /// <summary>
    /// The packet that a question is about: who sends it, and where it has to end. What is asked for from the internet without an address there is told
    /// as unaddressed.
    /// </summary>
    internal (int Sender, Packet Packet, Question Question, int? Unaddressed) Asked(
        Endpoint from, Endpoint to, TrafficSelector traffic, IpAddress? sourceAddress, int? sourcePort)
    {
        var (sender, choice) = Choice(from, traffic, sourceAddress);
        switch (to)
        {
            case AddressEndpoint { Address: var address }:
                return (sender, PacketTo(address), Question.AboutAddress, null);
            case ElementEndpoint { Element: var service } when endpoints.AddressesOf(service) is { } served:
                return (sender, PacketTo(choice.Resolved(choice.Among(served))), Question.AboutAddress, null);
            case ElementEndpoint { Element: var element }:
                var receiver = endpoints.HolderOf(element);
                var holder = Graph.Holders[receiver];
                return choice.Receiver(holder) is { } destination
                    ? (sender, PacketTo(destination), holder.Translates ? Question.AboutAddress : Question.About(receiver), null)
                    : (sender, PacketTo(holder.PrivateAddress), Question.About(receiver), receiver);
            default:
                return (sender, PacketTo(choice.InternetHost()), Question.AboutInternet, null);
        }

        Packet PacketTo(IpAddress destination) =>
            PacketOf(traffic, choice.Source(destination), sourcePort ?? DefaultSourcePort) with { Destination = destination };
    }

    private (int Sender, AddressChoice Choice) Choice(Endpoint from, TrafficSelector traffic, IpAddress? sourceAddress)
    {
        var (sender, host) = endpoints.Sender(from);
        return (sender, new AddressChoice(
            sender < 0 ? null : Graph.Holders[sender], sourceAddress ?? (sender < 0 || host?.IsIpv6 == true ? host : null), traffic.Protocol));
    }

    /// <summary>Proves what the author expects of the network: each <c>Expect</c> for every packet, as the compiler does.</summary>
    /// <param name="cancellation">Asked on the way.</param>
    /// <returns>A verdict an intent, in their order.</returns>
    /// <exception cref="InvalidOperationException">The network was made from a graph alone, which has no intents.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public EquatableArray<IntentVerdict> Judge(CancellationToken cancellation = default) => describe is null
        ? throw new InvalidOperationException($"Network '{Name}' was made from a graph alone, which has no intents; ask the network that NetDsl generates, or IntentProof about a topology.")
        : IntentProof.Of(describe(), cancellation);

    /// <summary>Fails when an intent does not hold, or is not proved: a test of the network in one line.</summary>
    /// <param name="cancellation">Asked on the way.</param>
    /// <exception cref="IntentException">Some do not; the message has each with the packet that refutes it.</exception>
    /// <exception cref="InvalidOperationException">The network was made from a graph alone, which has no intents.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Verify(CancellationToken cancellation = default)
    {
        var broken = Judge(cancellation).Where(verdict => !verdict.Holds).ToEquatableArray();
        if (broken.Count > 0)
        {
            throw new IntentException(Name, broken);
        }
    }

    /// <summary>
    /// Says what becomes of a packet that is the first of its flow: groups and ACLs are asked, and a NAT gateway gives
    /// port 1024. Allocates nothing.
    /// </summary>
    /// <param name="holder">The sender in the graph's holder table, or <see cref="Internet"/>.</param>
    /// <param name="packet">The packet as it is sent.</param>
    public Decision Decide(int holder, Packet packet)
    {
        RefuseTranslator(holder);
        var passage = new StatelessPassage(Tables);
        var walk = new PacketWalk(holder, packet);
        Tables.Walk(ref walk, ref passage);
        Decision decision = default;
        walk.Decide(ref decision);
        return decision;
    }

    /// <summary>Decides packet by packet, as <see cref="Decide(int, Packet)"/> does.</summary>
    /// <param name="holders">The senders.</param>
    /// <param name="packets">One packet a sender.</param>
    /// <param name="decisions">Where to put the answers; as long as the other two.</param>
    public void Decide(ReadOnlySpan<int> holders, ReadOnlySpan<Packet> packets, Span<Decision> decisions)
    {
        if (holders.Length != packets.Length || decisions.Length != packets.Length)
        {
            throw new ArgumentException(
                $"There are {holders.Length} senders, {packets.Length} packets and {decisions.Length} places for decisions; give as many of each.",
                nameof(decisions));
        }

        for (var index = 0; index < packets.Length; index++)
        {
            decisions[index] = Decide(holders[index], packets[index]);
        }
    }

    /// <summary>
    /// Decides many packets at once, each as the first of its flow: the answers of <see cref="Decide(int, Packet)"/> without the packets as they end, at a small part of its cost
    /// whatever the length of paths. Any number of threads may ask at once.
    /// </summary>
    /// <param name="packets">The packets, of IPv4.</param>
    /// <param name="decisions">Where to put the answers; as many.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a sender sends nothing by itself.</exception>
    public void Decide(in PacketColumns packets, Span<BatchDecision> decisions)
    {
        packets.RefuseUneven(decisions.Length);
        batches.Value.Decide(packets, decisions);
    }

    /// <summary>Decides many packets at once, and tells how they end: with the addresses and ports that translators gave them last. Costs more than to decide only.</summary>
    /// <param name="packets">The packets, of IPv4.</param>
    /// <param name="decisions">Where to put the answers; as many.</param>
    /// <param name="ends">Where to put the packets as they end; as many.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a sender sends nothing by itself.</exception>
    public void Decide(in PacketColumns packets, Span<BatchDecision> decisions, in PacketEnds ends)
    {
        packets.RefuseUneven(decisions.Length);
        ends.RefuseUneven(packets.Count);
        batches.Value.Decide(packets, decisions, ends);
    }

    /// <summary>Decides many packets of IPv6 at once, as <see cref="Decide(in PacketColumns, Span{BatchDecision})"/> does those of IPv4.</summary>
    /// <param name="packets">The packets.</param>
    /// <param name="decisions">Where to put the answers; as many.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a sender sends nothing by itself.</exception>
    public void Decide(in Ipv6PacketColumns packets, Span<BatchDecision> decisions)
    {
        packets.RefuseUneven(decisions.Length);
        ipv6Batches.Value.Decide(packets, decisions);
    }

    internal void RefuseTranslator(int holder)
    {
        if (holder >= 0 && Tables.Holders[holder].Translates)
        {
            throw new ArgumentException($"Holder {holder} is a {Graph.Nodes[Tables.Holders[holder].Node].Kind}, which sends nothing by itself.", nameof(holder));
        }
    }

    private static Packet PacketOf(TrafficSelector traffic, IpAddress source, int sourcePort)
    {
        if (traffic.Protocol.IsAny)
        {
            throw new ArgumentException("A trace follows one packet; name its protocol, such as Tcp(443).", nameof(traffic));
        }

        if (sourcePort is < 0 or > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(sourcePort), sourcePort, "A source port is 0 to 65535.");
        }

        return traffic.Protocol.HasPortsOrTypes
            ? new Packet(source, default, traffic.Protocol, (ushort)sourcePort, FirstPort(traffic))
            : new Packet(source, default, traffic.Protocol, 0, 0);
    }

    /// <summary>The first port; of ICMP an echo request where the traffic has it, else the first message.</summary>
    private static ushort FirstPort(TrafficSelector traffic) =>
        traffic.Protocol.IsIcmp && IcmpMessage.EchoRequest(traffic.Protocol).Word is var echo && traffic.DestinationPorts.Contains(echo)
            ? echo
            : traffic.DestinationPorts.First;
}

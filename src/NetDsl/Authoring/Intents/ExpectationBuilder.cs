using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>What is expected of those who were named: one claim, or several, each of which is proved by itself.</summary>
public class ExpectationBuilder
{
    private readonly ExpectationBuilder? first;
    private readonly NetworkBuilder network;
    private readonly Origin origin;
    private readonly IReadOnlyList<Sourced<EndpointSet>>? from;
    private readonly List<IntentDraft> claims = [];

    /// <summary>An expectation without a claim.</summary>
    internal ExpectationBuilder(NetworkBuilder network, Origin origin, IReadOnlyList<Sourced<EndpointSet>>? from)
    {
        this.network = network;
        this.origin = origin;
        this.from = from;
    }

    /// <summary>The same expectation behind a claim.</summary>
    private protected ExpectationBuilder(ExpectationBuilder before)
        : this(before.network, before.origin, before.from) => first = before.first ?? before;

    internal Origin Origin => origin;

    internal IReadOnlyList<IntentDraft> Claims => claims;

    /// <summary>Whether the rest of the expectation could not be evaluated, so that nothing is said of what is missing.</summary>
    internal bool IsAbandoned { get; private set; }

    /// <summary>
    /// Claims that each of those who send reaches each of these: every packet of the traffic arrives, from some source port of 1024 to 65535, and its reply
    /// comes back. Nobody is asked about himself.
    /// </summary>
    /// <param name="to">Whom it is for: one end, or several in brackets; besides those who can send also a load balancer, gateway, endpoint, accelerator or service.</param>
    /// <param name="traffic">What is sent, for example <c>Tcp(443)</c>.</param>
    public CanReachBuilder CanReach(
        IntentEnds to, TrafficSelector traffic, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return new CanReachBuilder(this, Claim(IntentKind.CanReach, to, Each(traffic, call.Of(nameof(traffic))), call));
    }

    /// <summary>
    /// Claims that each of those who send reaches each of these, by all of the traffic: see
    /// <see cref="CanReach(IntentEnds, TrafficSelector, string, int)"/>.
    /// </summary>
    /// <param name="to">Whom it is for: one end, or several in brackets.</param>
    /// <param name="traffic">What is sent, for example <c>[Tcp(443), Udp(443)]</c>.</param>
    public CanReachBuilder CanReach(
        IntentEnds to, IReadOnlyList<TrafficSelector> traffic, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return new CanReachBuilder(this, Claim(IntentKind.CanReach, to, All(traffic, call.Of(nameof(traffic))), call));
    }

    /// <summary>
    /// Claims that none of those who send reaches any of these: no packet of the traffic is delivered, from whatever port, whether or not a reply would
    /// come back.
    /// </summary>
    /// <param name="to">Whom it is for: one end, or several in brackets.</param>
    /// <param name="traffic">What is sent; all traffic when left out.</param>
    public CannotReachBuilder CannotReach(
        IntentEnds to, TrafficSelector? traffic = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return new CannotReachBuilder(this, Claim(IntentKind.CannotReach, to, Each(traffic ?? Traffic.AllTraffic, call.Of(nameof(traffic))), call));
    }

    /// <summary>
    /// Claims that none of those who send reaches any of these, by none of the traffic: see
    /// <see cref="CannotReach(IntentEnds, TrafficSelector?, string, int)"/>.
    /// </summary>
    /// <param name="to">Whom it is for: one end, or several in brackets.</param>
    /// <param name="traffic">What is sent, for example <c>[Tcp(22), Tcp(3389)]</c>.</param>
    public CannotReachBuilder CannotReach(
        IntentEnds to, IReadOnlyList<TrafficSelector> traffic, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return new CannotReachBuilder(this, Claim(IntentKind.CannotReach, to, All(traffic, call.Of(nameof(traffic))), call));
    }

    /// <summary>Says that what completes it is written, and could not be evaluated.</summary>
    internal void Abandon() => (first ?? this).IsAbandoned = true;

    private IntentDraft Claim(IntentKind kind, IntentEnds to, IReadOnlyList<Sourced<TrafficSelector>> traffic, Call call)
    {
        var reading = new EndReading(network);
        var read = reading.Receivers(to, call, nameof(to));
        var draft = new IntentDraft(network, kind, from, read, reading.Traffic(traffic, read, kind, call.Of(nameof(traffic))), origin, call.Origin);
        (first ?? this).claims.Add(draft);
        return draft;
    }

    private static IReadOnlyList<Sourced<TrafficSelector>> Each(TrafficSelector? traffic, Origin origin) =>
        traffic is null ? [] : [new(traffic, origin)];

    private static IReadOnlyList<Sourced<TrafficSelector>> All(IReadOnlyList<TrafficSelector>? traffic, Origin origin) =>
        [.. (traffic ?? []).Where(each => each is not null).Select(each => new Sourced<TrafficSelector>(each, origin))];
}

/// <summary>A claim that something can be reached, and what else is claimed of the way.</summary>
public sealed class CanReachBuilder : ExpectationBuilder
{
    private readonly IntentDraft draft;

    internal CanReachBuilder(ExpectationBuilder expectation, IntentDraft draft)
        : base(expectation) => this.draft = draft;

    /// <summary>Claims also that each packet passes an element on its way there. Said several times, it passes them all.</summary>
    /// <param name="element">What forwards: a gateway, peering, attachment, balancer, endpoint, VPN connection, or an instance that forwards.</param>
    public CanReachBuilder OnlyThrough(ElementBuilder element, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        draft.OnlyThrough([element], call, nameof(element));
        return this;
    }

    /// <summary>Claims also that each packet passes one of several elements on its way there, such as the firewall of either zone.</summary>
    /// <param name="anyOf">What forwards, for example <c>[firewallA, firewallB]</c>.</param>
    public CanReachBuilder OnlyThrough(
        IReadOnlyList<ElementBuilder> anyOf, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        draft.OnlyThrough(anyOf, call, nameof(anyOf));
        return this;
    }

    /// <summary>
    /// Claims also that it still holds when everything in an availability zone is gone; of the ends those that are elsewhere are meant then.
    /// Said several times, each of the zones may be gone, one at a time.
    /// </summary>
    /// <param name="zone">A zone in which a subnet is: its name such as <c>us-east-1a</c>, its letter in a network of one region, or its identifier such as <c>use1-az1</c>.</param>
    public CanReachBuilder SurvivesLossOf(string zone, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        draft.SurvivesLossOf(zone, call.Of(nameof(zone)));
        return this;
    }

    /// <summary>Leaves out some of those who send.</summary>
    /// <param name="ends">Who is not meant: one end, or several in brackets.</param>
    public CanReachBuilder ExceptFrom(IntentEnds ends, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        draft.ExceptFrom(ends, Call.Here(file, line));
        return this;
    }

    /// <summary>Leaves out some of those whom it is for.</summary>
    /// <param name="ends">Who is not meant: one end, or several in brackets.</param>
    public CanReachBuilder ExceptTo(IntentEnds ends, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        draft.ExceptTo(ends, Call.Here(file, line));
        return this;
    }
}

/// <summary>A claim that something cannot be reached, and who is not meant.</summary>
public sealed class CannotReachBuilder : ExpectationBuilder
{
    private readonly IntentDraft draft;

    internal CannotReachBuilder(ExpectationBuilder expectation, IntentDraft draft)
        : base(expectation) => this.draft = draft;

    /// <summary>Leaves out some of those who send.</summary>
    /// <param name="ends">Who is not meant: one end, or several in brackets.</param>
    public CannotReachBuilder ExceptFrom(IntentEnds ends, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        draft.ExceptFrom(ends, Call.Here(file, line));
        return this;
    }

    /// <summary>Leaves out some of those whom it is for.</summary>
    /// <param name="ends">Who is not meant: one end, or several in brackets.</param>
    public CannotReachBuilder ExceptTo(IntentEnds ends, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        draft.ExceptTo(ends, Call.Here(file, line));
        return this;
    }
}

using NetDsl.Model;

namespace NetDsl;

/// <summary>Reads the ends and the traffic of intents; what they cannot be is a problem at its text.</summary>
internal sealed class EndReading(NetworkBuilder network)
{
    private const string Choices = "name an instance, an interface, a subnet, a VPC, a site, a host, a client, a prefix, Tagged(…) or Internet";

    /// <summary>Who sends; nothing where one of them cannot.</summary>
    public IReadOnlyList<Sourced<EndpointSet>>? Senders(IntentEnds? ends, Call call, string parameter) => Read(ends, call, parameter, mayOnlyReceive: false);

    /// <summary>Whom it is for; nothing where that is nobody, or one of them cannot be.</summary>
    public IReadOnlyList<Sourced<EndpointSet>>? Receivers(IntentEnds? ends, Call call, string parameter) => Read(ends, call, parameter, mayOnlyReceive: true);

    /// <summary>What is sent; nothing where that is nothing, or the receivers never take it.</summary>
    public IReadOnlyList<Sourced<TrafficSelector>>? Traffic(
        IReadOnlyList<Sourced<TrafficSelector>> traffic, IReadOnlyList<Sourced<EndpointSet>>? to, IntentKind kind, Origin origin)
    {
        if (traffic.Count == 0)
        {
            Add("the intent is about no traffic; name some, such as Tcp(443)", origin);
            return null;
        }

        var sound = true;
        foreach (var each in traffic)
        {
            if (!network.Problems.Accepts(each.Value))
            {
                sound = false;
            }
            else if ((to ?? []).Select(end => Refusal(end.Value, each.Value, kind)).FirstOrDefault(refusal => refusal is not null) is { } refusal)
            {
                Add(refusal, each.Origin);
                sound = false;
            }
        }

        return sound ? traffic : null;
    }

    private List<Sourced<EndpointSet>>? Read(IntentEnds? ends, Call call, string parameter, bool mayOnlyReceive)
    {
        if (ends is null or { Count: 0 })
        {
            Add($"the intent is about nobody; {Choices}", call.Of(parameter));
            return null;
        }

        var read = new List<Sourced<EndpointSet>>();
        foreach (var end in ends)
        {
            var origin = call.Of(parameter, end?.Text);
            if (end is { Cidr: { } cidr })
            {
                if (network.Problems.Prefix(cidr, origin) is { } prefix)
                {
                    read.Add(new(new PrefixEndpoints(prefix.Value), origin));
                }
            }
            else if (end?.Set is not { } set)
            {
                Add($"null is no end of an intent; {Choices}", origin);
            }
            else if (Fault(set, end.Element, mayOnlyReceive) is { } fault)
            {
                Add(fault, origin);
            }
            else if (end.Element is not { IsLeftOut: true })
            {
                read.Add(new(set, origin));
            }
        }

        return read.Count == ends.Count ? read : null;
    }

    private string? Fault(EndpointSet set, ElementBuilder? element, bool mayOnlyReceive)
    {
        if (set is not ElementEndpoints { Element: var id })
        {
            return null;
        }

        if (element is not null && element.Network != network)
        {
            return $"{ElementKinds.Text(id.Kind)} '{id.Name}' is of another network; name an element of this one";
        }

        if (element is GatewayEndpointBuilder or GatewayLoadBalancerEndpointBuilder || !IntentElements.Receivers.Contains(id.Kind))
        {
            return $"{ElementKinds.Text(id.Kind)} '{id.Name}' has no address that packets are sent to or come from; {Choices}";
        }

        return !mayOnlyReceive && !IntentElements.Senders.Contains(id.Kind)
            ? $"{ElementKinds.Text(id.Kind)} '{id.Name}' sends nothing by itself; name who sends through it, or put it into CanReach(…) or CannotReach(…)"
            : null;
    }

    /// <summary>Why a claim about that traffic would be true or false whatever the network is.</summary>
    private static string? Refusal(EndpointSet to, TrafficSelector traffic, IntentKind kind) => (to, traffic.Protocol) switch
    {
        (PrefixEndpoints { Prefix: { IsIpv6: true } prefix }, { } protocol) when protocol == Protocol.Icmp =>
            $"{prefix} is a prefix of IPv6, which ICMP is not sent to; write Icmpv6",
        (PrefixEndpoints { Prefix: { IsIpv4: true } prefix }, { } protocol) when protocol == Protocol.Icmpv6 =>
            $"{prefix} is a prefix of IPv4, which ICMPv6 is not sent to; write Icmp",
        (_, { IsAny: true }) when kind == IntentKind.CannotReach => null,
        (ElementEndpoints { Element: { Kind: ElementKind.LoadBalancer or ElementKind.Accelerator } element }, { HasPorts: false }) =>
            $"{ElementKinds.Text(element.Kind)} '{element.Name}' takes TCP and UDP, and never {Named(traffic)}; write Tcp(…) or Udp(…)",
        (ElementEndpoints { Element: { Kind: ElementKind.VpcEndpoint } element }, { } protocol) when protocol != Protocol.Tcp =>
            $"endpoint '{element.Name}' takes TCP, and never {Named(traffic)}; write Tcp(…)",
        _ => null,
    };

    private static string Named(TrafficSelector traffic) => traffic.Protocol.IsAny ? "all traffic" : traffic.ToString();

    private void Add(string text, Origin origin) => network.Problems.Add(ProblemKind.InvalidIntent, text, origin);
}

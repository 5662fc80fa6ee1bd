using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>
/// The meaning of a network as docs/semantics.md says it, written down a second time and as plainly as possible: for each
/// question a walk over the model, without tables, without memory. The compiled network must give the same answers.
/// </summary>
public sealed class ReferenceInterpreter(Topology topology)
{
    const ushort DefaultSourcePort = 49152;

    /// <summary>What happens to a packet and to its reply. Section "A trace".</summary>
    /// <param name="from">An instance, an interface, an address, or the internet.</param>
    /// <param name="to">An instance, an interface, an address, or the internet.</param>
    /// <param name="traffic">One protocol, and the destination port as the first of the ports.</param>
    /// <param name="sourceAddress">The source address; the sender's own when left out.</param>
    /// <param name="sourcePort">The source port, or the ICMP echo identifier.</param>
    /// <param name="request">What it asks of a service.</param>
    public Trace Trace(
        Endpoint from, Endpoint to, TrafficSelector traffic, IpAddress? sourceAddress = null, int? sourcePort = null, ServiceRequest? request = null)
    {
        if (traffic.Protocol.IsAny)
        {
            throw new ArgumentException("A question names one protocol.", nameof(traffic));
        }

        // A client of the internet is its address, which whom it is asked of finds by name.
        from = Named(from);
        var sender = Sender(from);
        if (to is ElementEndpoint && Named(to) is AddressEndpoint client)
        {
            to = Endpoint.Of(Resolved(sender, client.Address));
        }

        var named6 = (from as AddressEndpoint)?.Address;
        var givenSource = sourceAddress ?? (sender is null || named6?.IsIpv6 == true ? named6 : null);

        // A service is asked by the second address of its prefix, of IPv6 where the sender prefers it and the service has it.
        if (to is ElementEndpoint { Element.Kind: ElementKind.PublicService } service)
        {
            var known = topology.PublicServices.First(each => each.Id == service.Element);
            to = Endpoint.Of(known.Ipv6Prefix is { } ipv6 && PrefersIpv6(sender, givenSource, traffic.Protocol)
                ? ipv6.First.Plus(1)
                : Resolved(sender, new Ipv4Address(known.Prefix.First.Value + 1)));
        }

        var asked = (to as ElementEndpoint) is { } named ? HolderOf(named.Element) : null;
        var destination = Destination(to, asked, sender, givenSource, traffic.Protocol);
        var target = destination ?? asked!.PrivateAddress;
        var packet = new Packet(
            givenSource ?? Source(sender, target),
            target,
            traffic.Protocol,
            traffic.Protocol.HasPorts || traffic.Protocol.IsIcmp ? (ushort)(sourcePort ?? DefaultSourcePort) : (ushort)0,
            traffic.Protocol.IsIcmp ? Message(traffic) : traffic.DestinationPorts.First);

        var forward = new Walk(topology, packet) { Asked = request is null ? null : (request, request.Account ?? AccountOf(sender)) };
        if (destination is null)
        {
            forward.RefuseOnInternet(DropCode.IgwNoMapping, $"{asked!.Element.Id} has no public address");
        }
        else if (sender is null)
        {
            forward.FromInternet();
        }
        else
        {
            forward.FromHolder(sender);
        }

        // Who gets a message that asks for nothing sends no reply.
        var isAsking = packet.AsksForAnswer;
        var reply = isAsking ? Reply(forward, sender, packet) : null;
        var there = to switch
        {
            ElementEndpoint when asked!.Translates => forward.End != WalkEnd.Nowhere,
            ElementEndpoint => forward.End == WalkEnd.Holder && forward.Receiver == asked,
            InternetEndpoint => forward.End == WalkEnd.Internet,
            _ => forward.End != WalkEnd.Nowhere,
        };
        var works = there && forward.Blocks.Count == 0 && (!isAsking || reply is { Blocks.Count: 0 });
        return new Trace(
            works ? Verdict.Reachable : Verdict.Blocked, forward.ToDirection(), reply?.ToDirection() ?? TraceDirection.NotWalked);
    }

    /// <summary>Section "A trace", question: an echo request where the traffic has it.</summary>
    static ushort Message(TrafficSelector traffic)
    {
        ushort echo = traffic.Protocol == Protocol.Icmp ? (ushort)(8 << 8) : (ushort)(128 << 8);
        return traffic.DestinationPorts.Contains(echo) ? echo : traffic.DestinationPorts.First;
    }

    Endpoint Named(Endpoint end) => end is ElementEndpoint { Element: { Kind: ElementKind.InternetClient } id }
        ? Endpoint.Of(topology.InternetClients.First(client => client.Id == id).Address)
        : end;

    /// <summary>Section "A trace", return: from where forward came to, back to where it started.</summary>
    Walk? Reply(Walk forward, Holder? sender, Packet asked)
    {
        if (forward.End == WalkEnd.Nowhere)
        {
            return null;
        }

        var reply = new Walk(topology, forward.Packet.Reply(), answers: forward.Flows, forth: forward);
        switch (forward.End)
        {
            case WalkEnd.HostService:
                reply.FromHostService(forward, sender!);
                return reply;
            case WalkEnd.Service:
                reply.FromService(forward);
                break;
            case WalkEnd.Internet:
                reply.FromInternet();
                break;
            default:
                reply.FromHolder(forward.Receiver!);
                break;
        }

        var arrives = sender is null
            ? reply.End == WalkEnd.Internet
            : reply.End == WalkEnd.Holder && reply.Receiver == sender;
        if (reply.End != WalkEnd.Nowhere && !(arrives && reply.Packet == asked.Reply()))
        {
            reply.Mismatch(asked);
        }
        else if (reply.End != WalkEnd.Nowhere)
        {
            reply.RequireSymmetry(forward.Forwarded);
        }

        return reply;
    }

    /// <summary>Section "A trace", question: the interface where the flow starts; nothing for the internet.</summary>
    Holder? Sender(Endpoint from) => from switch
    {
        ElementEndpoint named => HolderOf(named.Element),
        AddressEndpoint(var address) => Interfaces.FirstOrDefault(each => each.Addresses.Contains(address))
            ?? Interfaces.FirstOrDefault(each => each.PublicAddress == address),
        _ => null,
    };

    /// <summary>Section "A trace", question: the address that is asked; nothing when the element has none on the internet.</summary>
    static IpAddress? Destination(Endpoint to, Holder? asked, Holder? sender, IpAddress? source, Protocol protocol)
    {
        var ipv6 = PrefersIpv6(sender, source, protocol);
        return to switch
        {
            AddressEndpoint(var address) => address,
            ElementEndpoint when sender is not null => asked!.AddressOf(ipv6) ?? Resolved(sender, asked.PrivateAddress),
            ElementEndpoint => OnInternet(ipv6) ?? (source is null ? OnInternet(!ipv6) : null),
            _ => ipv6 ? PublicAddressPool.Ipv6InternetHost : PublicAddressPool.InternetHost,
        };

        // The internet writes to the public address, and to IPv6 addresses as they are.
        IpAddress? OnInternet(bool byIpv6) => byIpv6 ? asked!.AddressOf(ipv6: true) : asked!.PublicAddress;
    }

    static bool PrefersIpv6(Holder? sender, IpAddress? source, Protocol protocol) =>
        source is { } given ? given.IsIpv6 : protocol.Number == 58 || sender?.PrivateAddress.IsIpv6 == true;

    /// <summary>R-1.21: the resolver answers a host without IPv4 with 64:ff9b::/96 where its subnet says so.</summary>
    static IpAddress Resolved(Holder? sender, IpAddress address) =>
        sender is { Element: NetworkInterface, Subnet.Dns64: true } && sender.AddressOf(ipv6: false) is null && address.IsIpv4
            ? new IpAddress(0x64_FF9B_0000_0000, address.Low & uint.MaxValue)
            : address;

    /// <summary>Section "A trace", question: the sender's address of the destination's family, or where it has none its first.</summary>
    static IpAddress Source(Holder? sender, IpAddress destination) => sender is not null
        ? sender.AddressOf(destination.IsIpv6) ?? sender.PrivateAddress
        : destination.IsIpv6 ? PublicAddressPool.Ipv6InternetHost : PublicAddressPool.InternetHost;

    /// <summary>Who asks, when the question does not say: the owner of the interface; nobody outside of VPCs.</summary>
    string? AccountOf(Holder? sender)
    {
        if (sender?.Element is not NetworkInterface each)
        {
            return null;
        }

        var owner = each.Participant ?? topology.Vpc(sender.Vpc).Account;
        return topology.Accounts.First(account => account.Id == owner).Number;
    }

    IEnumerable<Holder> Interfaces => topology.Holders().Where(holder => !holder.Translates);

    /// <summary>Section "Holders and addresses": an instance speaks through its primary interface.</summary>
    Holder HolderOf(ElementId element)
    {
        // An accelerator is its first static address, which the internet and the network write to alike.
        if (topology.Accelerators.FirstOrDefault(each => each.Id == element) is { } accelerator)
        {
            return new Holder(accelerator, null!, accelerator.Addresses[0], accelerator.Addresses[0]);
        }

        ElementId? id = element.Kind switch
        {
            ElementKind.Instance => topology.Instances.FirstOrDefault(instance => instance.Id == element)?.Interfaces[0],
            ElementKind.LoadBalancer => topology.LoadBalancers.FirstOrDefault(balancer => balancer.Id == element) is { } balancer
                ? Balancing.InDns(topology, balancer).First().Id
                : null,
            ElementKind.VpcEndpoint => topology.VpcEndpoints.FirstOrDefault(endpoint => endpoint.Id == element)?.Interfaces[0],
            _ => element,
        };
        return topology.Holders().FirstOrDefault(each => each.Element.Id == id)
            ?? throw new ArgumentException($"'{element}' is no instance or interface of {topology.Name}.", nameof(element));
    }
}

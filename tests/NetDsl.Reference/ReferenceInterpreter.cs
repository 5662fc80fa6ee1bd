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
    public Trace Trace(
        Endpoint from, Endpoint to, TrafficSelector traffic, Ipv4Address? sourceAddress = null, int? sourcePort = null)
    {
        if (traffic.Protocol.IsAny)
        {
            throw new ArgumentException("A question names one protocol.", nameof(traffic));
        }

        // A service is asked by the second address of its prefix.
        if (to is ElementEndpoint { Element.Kind: ElementKind.PublicService } service)
        {
            to = Endpoint.Of(new Ipv4Address(topology.PublicServices.First(each => each.Id == service.Element).Prefix.First.Value + 1));
        }

        var sender = Sender(from);
        var asked = (to as ElementEndpoint) is { } named ? HolderOf(named.Element) : null;
        var destination = Destination(to, asked, fromInternet: sender is null);
        var packet = new Packet(
            sourceAddress ?? sender?.PrivateAddress ?? (from as AddressEndpoint)?.Address ?? PublicAddressPool.InternetHost,
            destination ?? asked!.PrivateAddress,
            traffic.Protocol,
            traffic.Protocol.HasPorts || traffic.Protocol == Protocol.Icmp ? (ushort)(sourcePort ?? DefaultSourcePort) : (ushort)0,
            traffic.Protocol.HasPorts ? traffic.DestinationPorts.First : (ushort)0);

        var forward = new Walk(topology, packet);
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

        var reply = Reply(forward, sender, packet);
        var there = to switch
        {
            ElementEndpoint when asked!.Translates => forward.End != WalkEnd.Nowhere,
            ElementEndpoint => forward.End == WalkEnd.Holder && forward.Receiver == asked,
            InternetEndpoint => forward.End == WalkEnd.Internet,
            _ => forward.End != WalkEnd.Nowhere,
        };
        var works = there && forward.Blocks.Count == 0 && reply is { Blocks.Count: 0 };
        return new Trace(
            works ? Verdict.Reachable : Verdict.Blocked, forward.ToDirection(), reply?.ToDirection() ?? TraceDirection.NotWalked);
    }

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
            ? reply.End == WalkEnd.Internet && reply.Packet.Destination == asked.Source
            : reply.End == WalkEnd.Holder && reply.Receiver == sender;
        if (reply.End != WalkEnd.Nowhere && !(arrives && reply.Packet.Source == asked.Destination))
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
        AddressEndpoint(var address) => Interfaces.FirstOrDefault(each => each.PrivateAddress == address)
            ?? Interfaces.FirstOrDefault(each => each.PublicAddress == address),
        _ => null,
    };

    /// <summary>Section "A trace", question: the address that is asked; nothing when the element has none on the internet.</summary>
    static Ipv4Address? Destination(Endpoint to, Holder? asked, bool fromInternet) => to switch
    {
        ElementEndpoint => fromInternet ? asked!.PublicAddress : asked!.PrivateAddress,
        AddressEndpoint(var address) => address,
        _ => PublicAddressPool.InternetHost,
    };

    IEnumerable<Holder> Interfaces => topology.Holders().Where(holder => !holder.Translates);

    /// <summary>Section "Holders and addresses": an instance speaks through its primary interface.</summary>
    Holder HolderOf(ElementId element)
    {
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

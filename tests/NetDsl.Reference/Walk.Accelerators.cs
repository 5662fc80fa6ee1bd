using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What accelerators do: section "Accelerators", by I section 4.</summary>
sealed partial class Walk
{
    /// <summary>The host of the internet with that address, when it has a name.</summary>
    InternetClient? ClientWith(IpAddress address) => topology.InternetClients.FirstOrDefault(client => client.Address == address);

    /// <summary>A hop on the internet: at the client, or nowhere in particular.</summary>
    void PassOutside(IpAddress host, string decision)
    {
        if (ClientWith(host) is { } client)
        {
            Pass(client, decision);
        }
        else
        {
            Pass(Internet, Internet, decision, Origin.None);
        }
    }

    /// <summary>The packet is at a static address.</summary>
    void AtAccelerator(Accelerator accelerator)
    {
        startedOnInternet = false;
        if (translators++ > topology.TranslatorCount())
        {
            Refuse(DropCode.ForwardingLoop, accelerator, "from one translator to the next without end");
        }
        else if (answers?.FirstOrDefault(flow => flow.NatGateway == accelerator.Id && flow.Before.Destination == Goal && flow.After.Reply() == Packet) is { } flow)
        {
            // 7. Replies return through the accelerator, at the address that the client wrote to.
            Packet = flow.Before.Reply();
            Pass(accelerator, $"answers a flow: {Packet}");
            Restart(null, null);
            OnInternet();
        }
        else
        {
            Accelerate(accelerator);
        }
    }

    /// <summary>A reply goes back to the accelerator from beside the endpoint: the subnet's ACL is asked, no route is.</summary>
    bool ReturnsToEdge(Subnet subnet, Holder? sender)
    {
        if (answers?.FirstOrDefault(flow => flow.Edge is not null && flow.After.Reply() == Packet) is not { } flow)
        {
            return false;
        }

        if (sender is not null)
        {
            AskGroups(sender, ingress: false);
        }

        AskAcl(subnet, inbound: false);
        goal = flow.Before.Destination;
        OnInternet();
        return true;
    }

    void Accelerate(Accelerator accelerator)
    {
        if (!accelerator.IsEnabled)
        {
            Refuse(DropCode.GaDisabled, accelerator, "disabled");
            return;
        }

        if (accelerator.CustomRouting is { } routing)
        {
            RouteCustom(accelerator, routing);
            return;
        }

        // 2. Listener by protocol and port.
        var port = Packet.DestinationPort;
        if (accelerator.Listeners.FirstOrDefault(each => each.Takes(Packet.Protocol, port)) is not { } listener)
        {
            Refuse(DropCode.GaNoListener, accelerator, $"no listener takes {Packet}");
            return;
        }

        if (listener.Groups.All(each => each.Endpoints.Count == 0))
        {
            Refuse(DropCode.GaNoEndpoint, accelerator, "no endpoint");
            return;
        }

        // 4 to 6, and 9: the port of the endpoint.
        var (group, endpoint) = Accelerating.Choose(topology, listener, Packet);
        var byAddresses = listener.Affinity == ClientAffinity.SourceIp;
        var inside = Accelerating.Inside(topology, endpoint, Packet, byAddresses).FirstOrDefault();
        var before = Packet;
        Packet = Packet with
        {
            Destination = before.Destination.IsIpv6 ? inside!.Ipv6Addresses[0] : inside?.PrivateAddress ?? Accelerating.Outside(topology, endpoint, before, byAddresses),
            DestinationPort = group.PortOverrides.FirstOrDefault(each => each.ListenerPort == port)?.EndpointPort ?? port,
        };

        // 7. The client's address stays, or the accelerator's takes its place with a port of its own.
        if (!endpoint.PreservesClientAddress)
        {
            Packet = Packet with { Source = before.Destination, SourcePort = FirstNatPort };
        }

        flows.Add(new NatFlow(accelerator.Id, before, Packet) { Edge = inside is null ? null : accelerator });
        Pass(accelerator, $"sends it to {endpoint.Target}", endpoint.Origin);
        Restart(null, null);
        if (inside is null)
        {
            OnInternet();
            return;
        }

        EnterBeside(inside);
    }

    /// <summary>A port of a custom routing accelerator leads to one host, always.</summary>
    void RouteCustom(Accelerator accelerator, Model.CustomRouting routing)
    {
        if (CustomRouting.ListenerOf(routing, Packet) is not { } listener)
        {
            Refuse(DropCode.GaNoListener, accelerator, $"no listener takes {Packet}");
            return;
        }

        if (CustomRouting.Destination(topology, listener, Packet) is not { } destination)
        {
            Refuse(DropCode.GaNoEndpoint, accelerator, $"{Packet} leads to nobody, or to what gets no traffic");
            return;
        }

        var before = Packet;
        Packet = Packet with { Destination = destination.Host.PrivateAddress, DestinationPort = destination.Port };
        flows.Add(new NatFlow(accelerator.Id, before, Packet) { Edge = accelerator });
        Pass(accelerator, $"leads to {destination.Host.Id}", destination.Because);
        Restart(null, null);
        EnterBeside(destination.Host);
    }

    /// <summary>8. Beside the endpoint: the ACL of its subnet, and its groups see the client.</summary>
    void EnterBeside(NetworkInterface inside)
    {
        var subnet = topology.Subnet(inside.Subnet);
        if (topology.GatewayOf(subnet.Vpc) is { } gateway && IsBlocked(subnet, natGateway: false))
        {
            Refuse(DropCode.BpaBlocked, gateway, $"{subnet.Id} is blocked");
            return;
        }

        AskAcl(subnet, inbound: true);
        Arrive(subnet.Vpc);
    }
}

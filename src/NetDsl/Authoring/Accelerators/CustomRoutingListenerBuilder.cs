using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A listener of a custom routing accelerator: the ports that it takes, and in each region the subnets that they lead to.</summary>
public sealed class CustomRoutingListenerBuilder
{
    private readonly List<PortRange> takenPorts = [];
    private readonly List<CustomRoutingEndpointGroupBuilder> groups = [];

    internal CustomRoutingListenerBuilder(CustomRoutingAcceleratorBuilder accelerator, Origin origin)
    {
        Accelerator = accelerator;
        Origin = origin;
    }

    /// <summary>The accelerator.</summary>
    public CustomRoutingAcceleratorBuilder Accelerator { get; }

    internal IReadOnlyList<PortRange> TakenPorts => takenPorts;

    internal IReadOnlyList<CustomRoutingEndpointGroupBuilder> Groups => groups;

    internal Origin Origin { get; }

    /// <summary>Takes more ports, which are given to destinations after those before.</summary>
    /// <param name="firstPort">The first port, 1 to 65535.</param>
    /// <param name="lastPort">The last port; a range has at least 16, and none that a listener of the accelerator takes already.</param>
    public CustomRoutingListenerBuilder Ports(int firstPort, int lastPort, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (Accelerator.PortsFor(this, firstPort, lastPort, Call.Here(file, line).Of(nameof(firstPort))) is { } ports)
        {
            Take(ports);
        }

        return this;
    }

    /// <summary>Adds the endpoint group of a region.</summary>
    /// <param name="region">A region that the listener has no group in yet.</param>
    /// <param name="firstPort">The first port of each destination that ports of the listener lead to, 1 to 65535.</param>
    /// <param name="lastPort">The last port of them.</param>
    /// <param name="protocols">What is spoken on them.</param>
    /// <param name="configure">Describes subnets, and further ports.</param>
    public CustomRoutingEndpointGroupBuilder EndpointGroup(
        RegionBuilder region,
        int firstPort,
        int lastPort,
        CustomRoutingProtocols protocols = CustomRoutingProtocols.TcpAndUdp,
        Action<CustomRoutingEndpointGroupBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var group = new CustomRoutingEndpointGroupBuilder(this, region, call.Origin);
        group.AddDestination(firstPort, lastPort, protocols, call.Origin, call.Of(nameof(firstPort)));
        if (groups.Find(other => other.Region == region) is { } first)
        {
            Accelerator.Network.Problems.Add(
                ProblemKind.Conflict,
                $"the listener has an endpoint group in {region.Name} already; a listener has one a region, add the subnets to it",
                call.Of(nameof(region)),
                first.Origin);
        }
        else if (!region.IsLeftOut)
        {
            groups.Add(group);
        }

        configure?.Invoke(group);
        return group;
    }

    internal CustomRoutingListener Build(Func<InterfaceBuilder, Ipv4Address?> privateAddress) =>
        new(takenPorts.ToEquatableArray(), groups.Select(group => group.Build(privateAddress)).ToEquatableArray(), Origin);

    internal void Take(PortRange range) => takenPorts.Add(range);
}

using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>The subnets that a listener of a custom routing accelerator leads to in one region.</summary>
public sealed class CustomRoutingEndpointGroupBuilder
{
    private readonly List<CustomRoutingDestination> destinations = [];
    private readonly List<CustomRoutingSubnetBuilder> subnets = [];

    internal CustomRoutingEndpointGroupBuilder(CustomRoutingListenerBuilder listener, RegionBuilder region, Origin origin)
    {
        Listener = listener;
        Region = region;
        Origin = origin;
    }

    /// <summary>The listener.</summary>
    public CustomRoutingListenerBuilder Listener { get; }

    /// <summary>The region.</summary>
    public RegionBuilder Region { get; }

    internal IReadOnlyList<CustomRoutingDestination> Destinations => destinations;

    internal IReadOnlyList<CustomRoutingSubnetBuilder> Subnets => subnets;

    internal Origin Origin { get; }

    /// <summary>Leads to more ports of each destination.</summary>
    /// <param name="firstPort">The first port, 1 to 65535.</param>
    /// <param name="lastPort">The last port; none that the group leads to already.</param>
    /// <param name="protocols">What is spoken on them.</param>
    public CustomRoutingEndpointGroupBuilder DestinationPorts(
        int firstPort,
        int lastPort,
        CustomRoutingProtocols protocols = CustomRoutingProtocols.TcpAndUdp,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        AddDestination(firstPort, lastPort, protocols, call.Origin, call.Of(nameof(firstPort)));
        return this;
    }

    /// <summary>Adds a subnet. By default none of its destinations gets traffic.</summary>
    /// <param name="subnet">A subnet of the region with /17 to /28 addresses of IPv4, in a VPC with an internet gateway.</param>
    /// <param name="attached">Whether the owner of its VPC lets the accelerator's account use it by a cross-account attachment.</param>
    /// <param name="configure">Says which destinations get traffic.</param>
    public CustomRoutingSubnetBuilder Subnet(
        SubnetBuilder subnet,
        bool attached = false,
        Action<CustomRoutingSubnetBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var added = new CustomRoutingSubnetBuilder(this, subnet, call.Origin);
        if (!subnet.IsLeftOut && Refusal(subnet, attached) is (var text, { } other))
        {
            Listener.Accelerator.Network.Problems.Add(ProblemKind.Conflict, text, call.Of(nameof(subnet)), other);
        }
        else
        {
            subnets.Add(added);
        }

        configure?.Invoke(added);
        return added;
    }

    internal void AddDestination(int firstPort, int lastPort, CustomRoutingProtocols protocols, Origin call, Origin at)
    {
        var accelerator = Listener.Accelerator;
        if (accelerator.Ports(firstPort, lastPort, "a destination can have", at) is not { } ports)
        {
            return;
        }

        if (destinations.Find(other => other.Ports.Overlaps(ports)) is { } first)
        {
            accelerator.Network.Problems.Add(
                ProblemKind.Conflict,
                $"the group leads to a port of {ports} by {first.Ports} already; it leads to a port of a destination once, in one or both protocols",
                at,
                first.Origin);
            return;
        }

        destinations.Add(new CustomRoutingDestination(ports, protocols, call));
    }

    internal CustomRoutingEndpointGroup Build(Func<InterfaceBuilder, Ipv4Address?> privateAddress) => new(
        Region.Id,
        destinations.ToEquatableArray(),
        subnets.Where(each => !each.Of.IsLeftOut).Select(each => each.Build(privateAddress)).ToEquatableArray(),
        Origin);

    /// <summary>Why a subnet cannot be one of the group. Source: "Guidelines and restrictions for custom routing accelerators".</summary>
    private (string Text, Origin Other)? Refusal(SubnetBuilder subnet, bool attached)
    {
        var accelerator = Listener.Accelerator;
        var name = $"subnet '{subnet.Name}'";
        if (subnet.Vpc.Region != Region)
        {
            return ($"{name} is in {subnet.Vpc.Region.Name}, the endpoint group in {Region.Name}; add it to a group of its own region", subnet.Origin);
        }

        if (subnet.IsIpv6Only)
        {
            return ($"{name} has no IPv4 addresses, and custom routing accelerators know no others; add one that has them", subnet.Origin);
        }

        if (subnet.Prefix.Value.Length is < CustomRoutingSubnet.ShortestPrefix or > CustomRoutingSubnet.LongestPrefix)
        {
            return (
                $"{name} is a /{subnet.Prefix.Value.Length}; a custom routing accelerator takes subnets from /{CustomRoutingSubnet.ShortestPrefix} to /{CustomRoutingSubnet.LongestPrefix}",
                subnet.Prefix.Origin);
        }

        if (subnet.Vpc.Account != accelerator.Account && !attached)
        {
            return (
                $"{name} is of account '{subnet.Vpc.Account.Name}', accelerator '{accelerator.Name}' of '{accelerator.Account.Name}'; its owner has to attach it across accounts, write attached: true",
                subnet.Origin);
        }

        return subnets.Find(other => other.Of == subnet) is { } first
            ? ($"{name} is in the group already; allow more traffic to it instead", first.Origin)
            : null;
    }
}

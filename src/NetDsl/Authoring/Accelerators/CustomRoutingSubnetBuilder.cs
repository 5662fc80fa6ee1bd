using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A subnet of a custom routing accelerator, and which of its destinations get traffic: none, unless it is allowed. Source: "Amazon VPC subnet endpoints for
/// custom routing accelerators", AWS Global Accelerator Developer Guide.
/// </summary>
public sealed class CustomRoutingSubnetBuilder
{
    private readonly List<Allowance> allowed = [];
    private bool allowsAllTraffic;

    internal CustomRoutingSubnetBuilder(CustomRoutingEndpointGroupBuilder group, SubnetBuilder subnet, Origin origin)
    {
        Group = group;
        Of = subnet;
        Origin = origin;
    }

    /// <summary>The endpoint group.</summary>
    public CustomRoutingEndpointGroupBuilder Group { get; }

    internal SubnetBuilder Of { get; }

    internal IReadOnlyList<Allowance> Allowed => allowed;

    internal Origin Origin { get; }

    private ProblemList Problems => Of.Network.Problems;

    /// <summary>Allows traffic to an instance, on all ports that the group leads to.</summary>
    /// <param name="instance">An instance with an interface in the subnet.</param>
    public CustomRoutingSubnetBuilder AllowTraffic(InstanceBuilder instance, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Allow(instance, PortRange.All, call.Origin, call.Of(nameof(instance)), call.Origin);
    }

    /// <summary>Allows traffic to an instance on some ports.</summary>
    /// <param name="instance">An instance with an interface in the subnet.</param>
    /// <param name="firstPort">The first port, one that the group leads to.</param>
    /// <param name="lastPort">The last port, another of them.</param>
    public CustomRoutingSubnetBuilder AllowTraffic(
        InstanceBuilder instance, int firstPort, int lastPort, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Group.Listener.Accelerator.Ports(firstPort, lastPort, "a destination can have", call.Of(nameof(firstPort))) is { } ports
            ? Allow(instance, ports, call.Origin, call.Of(nameof(instance)), call.Of(nameof(firstPort)))
            : this;
    }

    /// <summary>Allows traffic to an address, on all ports that the group leads to.</summary>
    /// <param name="address">An address of the subnet, for example <c>10.0.0.5</c>; an instance may get it later.</param>
    public CustomRoutingSubnetBuilder AllowTraffic(string address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Allow(address, PortRange.All, call.Origin, call.Of(nameof(address)), call.Origin);
    }

    /// <summary>Allows traffic to an address on some ports.</summary>
    /// <param name="address">An address of the subnet, for example <c>10.0.0.5</c>; an instance may get it later.</param>
    /// <param name="firstPort">The first port, one that the group leads to.</param>
    /// <param name="lastPort">The last port, another of them.</param>
    public CustomRoutingSubnetBuilder AllowTraffic(
        string address, int firstPort, int lastPort, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Group.Listener.Accelerator.Ports(firstPort, lastPort, "a destination can have", call.Of(nameof(firstPort))) is { } ports
            ? Allow(address, ports, call.Origin, call.Of(nameof(address)), call.Of(nameof(firstPort)))
            : this;
    }

    /// <summary>Allows traffic to every destination of the subnet.</summary>
    public CustomRoutingSubnetBuilder AllowAllTraffic()
    {
        allowsAllTraffic = true;
        return this;
    }

    /// <param name="privateAddress">The private address of an interface, when it has one.</param>
    internal CustomRoutingSubnet Build(Func<InterfaceBuilder, Ipv4Address?> privateAddress) => new(
        Of.Id,
        allowsAllTraffic,
        allowed
            .Select(each => (each, Address: each.Address ?? privateAddress(each.Interface!)))
            .Where(pair => pair.Address is not null)
            .Select(pair => new CustomRoutingAllowance(pair.Address!.Value, pair.each.Ports, pair.each.Origin))
            .ToEquatableArray(),
        Origin);

    private CustomRoutingSubnetBuilder Allow(InstanceBuilder instance, PortRange ports, Origin call, Origin at, Origin portsAt)
    {
        if (instance.IsLeftOut || Of.IsLeftOut)
        {
            return this;
        }

        if (instance.Interfaces.FirstOrDefault(each => each.Subnet == Of) is not { } inside)
        {
            Problems.Add(
                ProblemKind.Conflict,
                $"instance '{instance.Name}' has no interface in subnet '{Of.Name}'; allow traffic to it in a subnet of its own",
                at,
                instance.Origin);
            return this;
        }

        allowed.Add(new Allowance(inside, null, ports, call, portsAt));
        return this;
    }

    private CustomRoutingSubnetBuilder Allow(string address, PortRange ports, Origin call, Origin at, Origin portsAt)
    {
        if (Problems.Address(address, at) is not { } known || Of.IsLeftOut || Of.IsIpv6Only)
        {
            return this;
        }

        if (!Of.Prefix.Value.Contains(known) || SubnetAddresses.IsReserved(Of.Prefix.Value, known))
        {
            Problems.Add(
                ProblemKind.InvalidAddress,
                $"{known} is no address that a host of subnet '{Of.Name}' ({Of.Prefix}) can have; allow traffic to one of them",
                at,
                Of.Prefix.Origin);
            return this;
        }

        allowed.Add(new Allowance(null, known, ports, call, portsAt));
        return this;
    }

    /// <summary>A destination that gets traffic.</summary>
    /// <param name="Interface">Who it is; nothing when an address was written.</param>
    /// <param name="Address">The address that was written.</param>
    /// <param name="Ports">Its ports; all, when none were written.</param>
    /// <param name="Origin">The whole call.</param>
    /// <param name="PortsOrigin">Where the ports were written.</param>
    internal sealed record Allowance(InterfaceBuilder? Interface, Ipv4Address? Address, PortRange Ports, Origin Origin, Origin PortsOrigin);
}

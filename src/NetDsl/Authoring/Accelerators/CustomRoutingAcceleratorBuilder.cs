using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A custom routing accelerator: two static addresses of IPv4, and listeners whose ports each lead to one port of one address of a subnet. Source: "Custom
/// routing accelerators in AWS Global Accelerator", AWS Global Accelerator Developer Guide.
/// </summary>
public sealed class CustomRoutingAcceleratorBuilder : ElementBuilder
{
    // One of each of two network zones.
    private const int AddressCount = 2;

    // Source: "Add a listener for a custom routing accelerator": each range has at least so many ports.
    private const int FewestPorts = 16;
    private readonly List<CustomRoutingListenerBuilder> listeners = [];
    private bool isEnabled = true;

    internal CustomRoutingAcceleratorBuilder(NetworkBuilder network, Declaration declaration, AccountBuilder account)
        : base(network, declaration) => Account = account;

    /// <summary>The owner.</summary>
    public AccountBuilder Account { get; }

    internal IReadOnlyList<CustomRoutingListenerBuilder> Listeners => listeners;

    /// <summary>Stops taking traffic. The addresses stay the accelerator's own until it is deleted.</summary>
    public CustomRoutingAcceleratorBuilder Disable()
    {
        isEnabled = false;
        return this;
    }

    /// <summary>Adds a listener, which takes TCP and UDP.</summary>
    /// <param name="firstPort">The first port, 1 to 65535.</param>
    /// <param name="lastPort">The last port; a range has at least 16. Each port of each address of each subnet takes one.</param>
    /// <param name="configure">Describes endpoint groups.</param>
    public CustomRoutingListenerBuilder Listener(
        int firstPort,
        int lastPort,
        Action<CustomRoutingListenerBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var listener = new CustomRoutingListenerBuilder(this, call.Origin);
        if (PortsFor(listener, firstPort, lastPort, call.Of(nameof(firstPort))) is { } ports)
        {
            listener.Take(ports);
            listeners.Add(listener);
        }

        configure?.Invoke(listener);
        return listener;
    }

    /// <summary>The range, when a listener can take it; a problem where not.</summary>
    internal PortRange? PortsFor(CustomRoutingListenerBuilder listener, int firstPort, int lastPort, Origin origin)
    {
        if (Ports(firstPort, lastPort, "a listener can have", origin) is not { } ports)
        {
            return null;
        }

        if (lastPort - firstPort + 1 < FewestPorts)
        {
            Network.Problems.Add(
                ProblemKind.InvalidPort,
                $"{ports} are {lastPort - firstPort + 1} ports; a listener of a custom routing accelerator takes at least {FewestPorts} in a row",
                origin);
            return null;
        }

        if (listeners.Append(listener).FirstOrDefault(other => other.TakenPorts.Any(ports.Overlaps)) is { } first)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"a listener of accelerator '{Name}' takes a port of {ports} already; one listener takes a port",
                origin,
                first.Origin);
            return null;
        }

        return ports;
    }

    /// <summary>The range of ports from 1 to 65535; a problem where it is none.</summary>
    internal PortRange? Ports(int first, int last, string role, Origin origin)
    {
        if (first >= 1 && last <= ushort.MaxValue && first <= last)
        {
            return new PortRange((ushort)first, (ushort)last);
        }

        Network.Problems.Add(ProblemKind.InvalidPort, $"{first} to {last} are no ports that {role}; write ports from 1 to 65535, the lower one first", origin);
        return null;
    }

    /// <param name="takeAddress">Gives a public address for a holder.</param>
    /// <param name="privateAddress">The private address of an interface, when it has one.</param>
    internal Accelerator Build(Func<ElementBuilder, Ipv4Address?> takeAddress, Func<InterfaceBuilder, Ipv4Address?> privateAddress) => new(
        Id,
        Origin,
        Account.Id,
        Enumerable.Range(0, AddressCount).Select(_ => takeAddress(this)).OfType<Ipv4Address>().ToEquatableArray(),
        isEnabled,
        [])
    {
        CustomRouting = new CustomRouting(listeners.Select(listener => listener.Build(privateAddress)).ToEquatableArray()),
    };
}

using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// An accelerator: two static addresses, which the vendor's edge locations announce, and listeners that send on what comes to them. Source: "How
/// AWS Global Accelerator works", AWS Global Accelerator Developer Guide.
/// </summary>
public sealed class AcceleratorBuilder : ElementBuilder
{
    // One of each of two network zones.
    private const int AddressCount = 2;
    private readonly List<AcceleratorListenerBuilder> listeners = [];
    private readonly List<Sourced<Ipv4Address>> staticAddresses = [];
    private bool isEnabled = true;
    private bool isDualstack;

    internal AcceleratorBuilder(NetworkBuilder network, Declaration declaration, AccountBuilder account)
        : base(network, declaration) => Account = account;

    /// <summary>The owner.</summary>
    public AccountBuilder Account { get; }

    internal IReadOnlyList<AcceleratorListenerBuilder> Listeners => listeners;

    internal bool IsDualstack => isDualstack;

    internal IReadOnlyList<Sourced<Ipv4Address>> StaticAddresses => staticAddresses;

    /// <summary>Stops taking traffic. The addresses stay the accelerator's own until it is deleted.</summary>
    public AcceleratorBuilder Disable()
    {
        isEnabled = false;
        return this;
    }

    /// <summary>
    /// Says one of its two static IPv4 addresses: what an accelerator has that is there already, or an address of a range that was brought along. What is not said
    /// is given. Source: "Bring your own IP addresses (BYOIP)", AWS Global Accelerator Developer Guide.
    /// </summary>
    /// <param name="address">A public address that nothing else of the network has.</param>
    public AcceleratorBuilder StaticAddress(string address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(address));
        if (Network.Problems.Address(address, origin) is not { } known)
        {
            return this;
        }

        if (!InternetRanges.Carries(known))
        {
            Network.Problems.Add(
                ProblemKind.InvalidAddress,
                $"{known} lies in {InternetRanges.NotCarried.First(range => range.Contains(known))}, which the internet does not carry; a static address of an accelerator is public",
                origin);
        }
        else if (staticAddresses.Count == AddressCount)
        {
            Network.Problems.Add(
                ProblemKind.Conflict, $"accelerator '{Name}' has two static addresses already, {staticAddresses[0]} and {staticAddresses[1]}; leave {known} out", origin, staticAddresses[0].Origin);
        }
        else
        {
            staticAddresses.Add(new Sourced<Ipv4Address>(known, origin));
        }

        return this;
    }

    /// <summary>
    /// Says which families clients may speak. A dual-stack accelerator has two static IPv6 addresses beside the IPv4 ones, and endpoints that have both families
    /// and see the client's address. Source: "Add and edit accelerator IP address types" and "Endpoints for standard accelerators", AWS Global Accelerator
    /// Developer Guide.
    /// </summary>
    /// <param name="type">IPv4, which is the vendor's default, or dual-stack.</param>
    public AcceleratorBuilder IpAddressType(IpAddressType type, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (type == NetDsl.IpAddressType.Ipv6)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"an accelerator is of type Ipv4 or Dualstack, and '{Name}' cannot be without IPv4; write IpAddressType.Dualstack",
                Call.Here(file, line).Of(nameof(type)));
            return this;
        }

        isDualstack = type == NetDsl.IpAddressType.Dualstack;
        return this;
    }

    /// <summary>Adds a listener.</summary>
    /// <param name="traffic">TCP or UDP, with a port or a range of ports, for example <c>Tcp(443)</c>.</param>
    /// <param name="affinity">What of a client's flows go to one endpoint.</param>
    /// <param name="configure">Describes endpoint groups.</param>
    public AcceleratorListenerBuilder Listener(
        TrafficSelector traffic,
        ClientAffinity affinity = ClientAffinity.None,
        Action<AcceleratorListenerBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var listener = new AcceleratorListenerBuilder(this, traffic.Protocol, affinity, call.Origin);
        if (TakesPorts(listener, traffic, call.Of(nameof(traffic))))
        {
            listener.Take(traffic.DestinationPorts);
            listeners.Add(listener);
        }

        configure?.Invoke(listener);
        return listener;
    }

    /// <summary>Whether a listener can take these ports; a problem where not.</summary>
    internal bool TakesPorts(AcceleratorListenerBuilder listener, TrafficSelector traffic, Origin origin)
    {
        if (!Network.Problems.Accepts(traffic))
        {
            return false;
        }

        var ports = traffic.DestinationPorts;
        if (traffic.Protocol != Protocol.Tcp && traffic.Protocol != Protocol.Udp)
        {
            Network.Problems.Add(
                ProblemKind.InvalidProtocol,
                $"a listener of an accelerator takes TCP or UDP, not {traffic}; write Tcp(…) or Udp(…)",
                origin);
            return false;
        }

        if (ports.First == 0)
        {
            Network.Problems.Add(ProblemKind.InvalidPort, "0 is not a port that a listener can have; write ports from 1 to 65535", origin);
            return false;
        }

        if (traffic.Protocol != listener.Protocol)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"the listener takes {listener.Protocol}, and {traffic} is of another protocol; add a listener for it",
                origin);
            return false;
        }

        if (listeners.Append(listener).FirstOrDefault(other =>
            other.Protocol == listener.Protocol && other.TakenPorts.Any(ports.Overlaps)) is { } first)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"a listener of accelerator '{Name}' takes a port of {traffic} already; one listener takes a port of a protocol",
                origin,
                first.Origin);
            return false;
        }

        return true;
    }

    /// <param name="fixedAddresses">The addresses that were said, and that nothing else has.</param>
    /// <param name="takeAddress">Gives a public address for a holder.</param>
    /// <param name="place">How many accelerators were built before.</param>
    /// <param name="isPresent">Whether what an endpoint leads to is part of the topology.</param>
    internal Accelerator Build(IReadOnlyList<Ipv4Address> fixedAddresses, Func<ElementBuilder, Ipv4Address?> takeAddress, int place, Func<AcceleratorEndpointGroupBuilder.Member, bool> isPresent) => new(
        Id,
        Origin,
        Account.Id,
        fixedAddresses.Concat(Enumerable.Range(0, AddressCount - fixedAddresses.Count).Select(_ => takeAddress(this)).OfType<Ipv4Address>()).ToEquatableArray(),
        isEnabled,
        listeners.Select(listener => listener.Build(isPresent)).ToEquatableArray())
    {
        Ipv6Addresses = isDualstack
            ? Enumerable.Range(0, AddressCount).Select(zone => Ipv6Allocation.AcceleratorRange.First.Plus((ulong)((AddressCount * place) + zone + 1))).ToEquatableArray()
            : [],
    };
}

using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>The endpoints that a listener of an accelerator has in one region.</summary>
public sealed class AcceleratorEndpointGroupBuilder
{
    private const int DefaultWeight = 128;
    private const int HighestWeight = 255;
    private readonly List<Member> members = [];
    private readonly List<PortOverride> overrides = [];
    private readonly int dial;

    internal AcceleratorEndpointGroupBuilder(AcceleratorListenerBuilder listener, RegionBuilder region, int dial, Origin origin)
    {
        Listener = listener;
        Region = region;
        this.dial = dial;
        Origin = origin;
    }

    /// <summary>The listener.</summary>
    public AcceleratorListenerBuilder Listener { get; }

    /// <summary>The region.</summary>
    public RegionBuilder Region { get; }

    internal IReadOnlyList<Member> Members => members;

    internal IReadOnlyList<PortOverride> PortOverrides => overrides;

    internal Origin Origin { get; }

    private ProblemList Problems => Listener.Accelerator.Network.Problems;

    /// <summary>Adds a network load balancer. It is healthy as long as each of its target groups has a healthy target.</summary>
    /// <param name="balancer">A load balancer of the region.</param>
    /// <param name="weight">Its share among the endpoints of the group, 0 to 255; at 0 it gets no new flows.</param>
    /// <param name="preserveClientAddress">
    /// Whether it sees the client's address, which takes security groups and no TLS listener; when left out, where it can. Source: "Preserve
    /// client IP addresses", AWS Global Accelerator Developer Guide.
    /// </param>
    /// <param name="attached">Whether its owner lets the accelerator's account use it by a cross-account attachment.</param>
    public AcceleratorEndpointGroupBuilder Endpoint(
        LoadBalancerBuilder balancer,
        int weight = DefaultWeight,
        bool? preserveClientAddress = null,
        bool attached = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (preserveClientAddress == true)
        {
            balancer.Network.Semantics.Need(
                profile => profile.AcceleratorPreservesClientsOfLoadBalancers,
                nameof(SemanticsProfile.AcceleratorPreservesClientsOfLoadBalancers),
                "a load balancer that sees the clients of an accelerator",
                call.Of(nameof(preserveClientAddress)));
        }

        return Add(
            new Member(balancer, weight, preserveClientAddress, IsHealthy: true, call.Origin, call.Of(nameof(preserveClientAddress))) { Vpc = balancer.Vpc },
            (balancer.Vpc.Region, balancer.Vpc.Account, attached),
            call.Of(nameof(balancer)),
            call.Of(nameof(weight)));
    }

    /// <summary>Adds an instance, by its primary interface. It always sees the client's address.</summary>
    /// <param name="instance">An instance of the region; it needs no public address, and its VPC an internet gateway.</param>
    /// <param name="weight">Its share among the endpoints of the group, 0 to 255; at 0 it gets no new flows.</param>
    /// <param name="healthy">Whether it answers health checks.</param>
    /// <param name="attached">Whether its owner lets the accelerator's account use it by a cross-account attachment.</param>
    public AcceleratorEndpointGroupBuilder Endpoint(
        InstanceBuilder instance,
        int weight = DefaultWeight,
        bool healthy = true,
        bool attached = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var vpc = instance.Subnet.Vpc;
        return Add(
            new Member(instance, weight, PreservesClientAddress: true, healthy, call.Origin, call.Origin) { Vpc = vpc },
            (vpc.Region, instance.Primary.Participant ?? vpc.Account, attached),
            call.Of(nameof(instance)),
            call.Of(nameof(weight)));
    }

    /// <summary>Adds an elastic IP address. What holds it sees the accelerator's address, never the client's.</summary>
    /// <param name="address">An elastic address of the region.</param>
    /// <param name="weight">Its share among the endpoints of the group, 0 to 255; at 0 it gets no new flows.</param>
    /// <param name="healthy">Whether what holds it answers health checks.</param>
    public AcceleratorEndpointGroupBuilder Endpoint(
        ElasticIpBuilder address,
        int weight = DefaultWeight,
        bool healthy = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(
            new Member(address, weight, PreservesClientAddress: false, healthy, call.Origin, call.Origin),
            (address.Region, null, false),
            call.Of(nameof(address)),
            call.Of(nameof(weight)));
    }

    /// <summary>Speaks to the group's endpoints on another port. Source: "Port overrides", AWS Global Accelerator Developer Guide.</summary>
    /// <param name="listenerPort">A port of the listener.</param>
    /// <param name="endpointPort">A port that no listener of the accelerator takes, and no other override of the group leads to.</param>
    public AcceleratorEndpointGroupBuilder PortOverride(
        int listenerPort, int endpointPort, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        foreach (var (port, parameter) in new[] { (listenerPort, nameof(listenerPort)), (endpointPort, nameof(endpointPort)) })
        {
            if (port is < 1 or > ushort.MaxValue)
            {
                Problems.Add(ProblemKind.InvalidPort, $"{port} is not a port that can be overridden; write one from 1 to 65535", call.Of(parameter));
                return this;
            }
        }

        if (overrides.Find(other => other.ListenerPort == listenerPort || other.EndpointPort == endpointPort) is { } first)
        {
            Problems.Add(
                ProblemKind.Conflict,
                first.ListenerPort == listenerPort
                    ? $"port {listenerPort} is overridden by {first.EndpointPort} already; a port leads to one"
                    : $"port {first.ListenerPort} leads to endpoint port {endpointPort} already; the vendor takes an endpoint port once a group",
                first.ListenerPort == listenerPort ? call.Of(nameof(listenerPort)) : call.Of(nameof(endpointPort)),
                first.Origin);
            return this;
        }

        overrides.Add(new PortOverride((ushort)listenerPort, (ushort)endpointPort, call.Origin));
        return this;
    }

    internal AcceleratorEndpointGroup Build(Func<Member, bool> isPresent) => new(
        Region.Id,
        dial,
        overrides.ToEquatableArray(),
        members
            .Where(isPresent)
            .Select(member => new AcceleratorEndpoint(
                member.Target.Id, member.Weight, AcceleratorRules.PreservesClientAddress(member), member.IsHealthy, member.Origin))
            .ToEquatableArray(),
        Origin);

    private AcceleratorEndpointGroupBuilder Add(
        Member member, (RegionBuilder Region, AccountBuilder? Account, bool IsAttached) home, Origin at, Origin weight)
    {
        var accelerator = Listener.Accelerator;
        var kind = ElementKinds.Text(member.Target.Id.Kind);
        if (member.Weight is < 0 or > HighestWeight)
        {
            Problems.Add(ProblemKind.InvalidNumber, $"{member.Weight} is no weight of an endpoint; it is a number from 0 to {HighestWeight}", weight);
        }
        else if (home.Region != Region)
        {
            Problems.Add(
                ProblemKind.Conflict,
                $"{kind} '{member.Target.Name}' is in {home.Region.Name}, the endpoint group in {Region.Name}; add it to a group of its own region",
                at,
                member.Target.Origin);
        }
        else if (member.Target is InstanceBuilder { Subnet.IsIpv6Only: true })
        {
            Problems.Add(
                ProblemKind.Conflict,
                $"{kind} '{member.Target.Name}' has no IPv4 address, and no accelerator is without IPv4; add one of a subnet that has them",
                at,
                member.Target.Origin);
        }
        else if (home.Account is { } owner && owner != accelerator.Account && !home.IsAttached)
        {
            Problems.Add(
                ProblemKind.Conflict,
                $"{kind} '{member.Target.Name}' is of account '{owner.Name}', accelerator '{accelerator.Name}' of '{accelerator.Account.Name}'; its owner has to attach it across accounts, write attached: true",
                at,
                member.Target.Origin);
        }
        else if (members.Find(other => other.Target == member.Target) is { } first)
        {
            Problems.Add(
                ProblemKind.Conflict, $"{kind} '{member.Target.Name}' is an endpoint of the group already; give it more weight instead", at, first.Origin);
        }
        else if (!member.Target.IsLeftOut)
        {
            members.Add(member with { TargetOrigin = at });
        }

        return this;
    }

    /// <summary>An endpoint.</summary>
    /// <param name="Target">What it is.</param>
    /// <param name="Weight">Its share.</param>
    /// <param name="PreservesClientAddress">Whether it is to see the client's address; nothing for the vendor's default.</param>
    /// <param name="IsHealthy">Whether it answers health checks.</param>
    /// <param name="Origin">The whole call.</param>
    /// <param name="PreservationOrigin">Where preservation was written.</param>
    internal sealed record Member(
        ElementBuilder Target, int Weight, bool? PreservesClientAddress, bool IsHealthy, Origin Origin, Origin PreservationOrigin)
    {
        /// <summary>Where the target was written.</summary>
        public Origin TargetOrigin { get; init; } = Origin;

        /// <summary>The VPC of a load balancer or an instance.</summary>
        public VpcBuilder? Vpc { get; init; }
    }
}

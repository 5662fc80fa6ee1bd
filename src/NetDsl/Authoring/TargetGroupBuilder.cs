using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A target group: where a load balancer's listener sends what it takes.</summary>
public sealed partial class TargetGroupBuilder : ElementBuilder
{
    // Source: "Register targets", User Guide for Network Load Balancers: besides the VPC's own, these ranges.
    private static readonly Ipv4Prefix[] Reachable =
    [
        Ipv4Prefix.Parse("10.0.0.0/8"), Ipv4Prefix.Parse("100.64.0.0/10"), Ipv4Prefix.Parse("172.16.0.0/12"), Ipv4Prefix.Parse("192.168.0.0/16"),
    ];

    private readonly List<Registered> targets = [];
    private readonly TargetKind kind;
    private readonly ushort port;
    private bool? preservesClientAddress;
    private bool? crossZone;
    private bool sticksToSource;

    internal TargetGroupBuilder(VpcBuilder vpc, Declaration declaration, ListenerProtocol protocol, ushort port, TargetKind kind)
        : base(vpc.Network, declaration)
    {
        Vpc = vpc;
        Protocol = protocol;
        this.port = port;
        this.kind = kind;
    }

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    internal ListenerProtocol Protocol { get; }

    /// <summary>The load balancer whose listeners send here; one at most.</summary>
    internal LoadBalancerBuilder? LoadBalancer { get; set; }

    internal bool AlwaysPreserves => Protocol is ListenerProtocol.Udp or ListenerProtocol.TcpUdp;

    /// <summary>Registers an instance by its primary interface.</summary>
    /// <param name="instance">An instance of the group's VPC, or of a VPC that is peered with it in its region.</param>
    /// <param name="port">Its port; the group's when left out.</param>
    /// <param name="healthy">Whether it answers health checks.</param>
    public TargetGroupBuilder Target(
        InstanceBuilder instance,
        int? port = null,
        bool healthy = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (IsLeftOut || instance.IsLeftOut || !IsPort(port, call.Of(nameof(port))))
        {
            return this;
        }

        if (kind != TargetKind.Instance)
        {
            Conflict($"target group '{Name}' has addresses for targets; register the instance's address", call.Of(nameof(instance)));
        }
        else if (instance.Subnet.IsIpv6Only && !IsIpv6)
        {
            Conflict(
                $"instance '{instance.Name}' has no IPv4 address, and target group '{Name}' sends to IPv4 addresses; register one of a subnet that has them, or call IpAddressType(IpAddressType.Ipv6) before",
                call.Of(nameof(instance)));
        }
        else if (instance.Subnet.Vpc.Region != Vpc.Region)
        {
            Conflict(
                $"instance '{instance.Name}' is in {instance.Subnet.Vpc.Region.Name}, target group '{Name}' in {Vpc.Region.Name}; targets are of the group's region",
                call.Of(nameof(instance)));
        }
        else
        {
            Register(new Registered(instance.Primary, null, (ushort)(port ?? this.port), healthy, call.Origin), instance.Name, call.Of(nameof(instance)));
        }

        return this;
    }

    /// <summary>Registers an address.</summary>
    /// <param name="address">Of the VPC, or another private address that it can reach; in a group of IPv6 targets an IPv6 address of the VPC.</param>
    /// <param name="port">Its port; the group's when left out.</param>
    /// <param name="healthy">Whether it answers health checks.</param>
    public TargetGroupBuilder Target(
        string address,
        int? port = null,
        bool healthy = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var origin = call.Of(nameof(address));
        if (Read(address, origin) is not { } known || IsLeftOut || !IsPort(port, call.Of(nameof(port))))
        {
            return this;
        }

        if (kind != TargetKind.Ip)
        {
            Conflict($"target group '{Name}' has instances for targets; declare it with TargetKind.Ip to register addresses", origin);
        }
        else if (!Vpc.AllBlocks.Any(block => block.Contains(known)) && !Reachable.Any(range => known.AsIpv4 is { } ipv4 && range.Contains(ipv4)))
        {
            Network.Problems.Add(
                ProblemKind.TargetOutsideVpc,
                IsIpv6
                    ? $"{known} is in no IPv6 block of VPC '{Vpc.Name}'; register an address of the VPC"
                    : $"{known} is neither in VPC '{Vpc.Name}' nor private; the vendor takes addresses of the VPC, 10.0.0.0/8, 100.64.0.0/10, 172.16.0.0/12 and 192.168.0.0/16 as targets",
                origin);
        }
        else
        {
            Register(new Registered(null, known, (ushort)(port ?? this.port), healthy, call.Origin), known.ToString(), origin);
        }

        return this;
    }

    /// <summary>Registers all instances of an Auto Scaling group, as they come and go.</summary>
    /// <param name="group">The group.</param>
    /// <param name="port">The port of its instances; the target group's when left out.</param>
    public TargetGroupBuilder Targets(
        AutoScalingGroupBuilder group,
        int? port = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        foreach (var instance in group.Instances)
        {
            Target(instance, port, healthy: true, file, line);
        }

        return this;
    }

    /// <summary>Says that a registered instance fails its health checks.</summary>
    /// <param name="instance">One that was registered before.</param>
    public TargetGroupBuilder Unhealthy(
        InstanceBuilder instance, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(instance));
        if (IsLeftOut || instance.IsLeftOut)
        {
            return this;
        }

        var found = false;
        for (var index = 0; index < targets.Count; index++)
        {
            if (targets[index].Interface == instance.Primary)
            {
                targets[index] = targets[index] with { IsHealthy = false };
                found = true;
            }
        }

        if (!found)
        {
            Network.Problems.Add(
                ProblemKind.UnknownName,
                $"instance '{instance.Name}' is not a target of group '{Name}' at this point; register it before, with Target(…)",
                origin);
        }

        return this;
    }

    /// <summary>
    /// Says whether targets see the client's address as the source. Without this call they do when they are instances, or spoken
    /// to in UDP. Source: "Client IP preservation", User Guide for Network Load Balancers.
    /// </summary>
    /// <param name="preserve">Whether they see it; always so for UDP and TCP_UDP.</param>
    public TargetGroupBuilder PreserveClientAddress(
        bool preserve = true, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (!preserve && AlwaysPreserves)
        {
            Refuse(
                ProblemKind.OptionNotOffered,
                $"target group '{Name}' is of protocol {Protocol}, for which client addresses are always preserved; leave the call out",
                Call.Here(file, line).Of(nameof(preserve)));
            return this;
        }

        preservesClientAddress = preserve;
        return this;
    }

    /// <summary>Overrides the load balancer's cross-zone setting for this group.</summary>
    /// <param name="enabled">Whether nodes send to targets of all zones.</param>
    public TargetGroupBuilder CrossZone(bool enabled = true)
    {
        crossZone = enabled;
        return this;
    }

    /// <summary>Sends all flows of one client address to one target. Not for TLS.</summary>
    public TargetGroupBuilder StickToSource([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (Protocol == ListenerProtocol.Tls)
        {
            Refuse(ProblemKind.OptionNotOffered, $"target group '{Name}' is of protocol Tls, which has no stickiness; leave the call out", Call.Here(file, line).Origin);
            return this;
        }

        sticksToSource = true;
        return this;
    }

    /// <summary>
    /// The addresses that are registered while client addresses are preserved: they cannot be those of a load balancer or endpoint.
    /// Source: "Client IP preservation", User Guide for Network Load Balancers.
    /// </summary>
    internal IEnumerable<Sourced<IpAddress>> PreservingAddresses => (preservesClientAddress ?? AlwaysPreserves)
        ? targets.Where(target => target.Address is not null).Select(target => new Sourced<IpAddress>(target.Address!.Value, target.Origin))
        : [];

    internal TargetGroup Build(Func<ElementBuilder, bool> isPresent) => new(
        Id,
        Origin,
        Vpc.Id,
        Protocol,
        port,
        kind,
        preservesClientAddress ?? (AlwaysPreserves || kind == TargetKind.Instance),
        crossZone,
        sticksToSource,
        targets
            .Where(target => target.Interface is null || isPresent(target.Interface))
            .Select(target => new Target(target.Interface?.Id, target.Address, target.Port, target.IsHealthy, target.Origin))
            .ToEquatableArray())
    {
        IpAddressType = addressType,
    };

    private void Register(Registered target, string name, Origin origin)
    {
        if (targets.Find(other => other.Interface == target.Interface && other.Address == target.Address && other.Port == target.Port) is { } first)
        {
            Refuse(ProblemKind.RegisteredTwice, $"{name} is registered on port {target.Port} already; a target is registered once on a port", origin, first.Origin);
            return;
        }

        targets.Add(target);
    }

    private bool IsPort(int? number, Origin origin)
    {
        if (number is null or (>= 1 and <= ushort.MaxValue))
        {
            return true;
        }

        Network.Problems.Add(ProblemKind.InvalidPort, $"{number} is not a port that a target can have; write one from 1 to 65535", origin);
        return false;
    }

    private void Conflict(string text, Origin origin, Origin? other = null) => Refuse(ProblemKind.Conflict, text, origin, other);

    private void Refuse(ProblemKind kind, string text, Origin origin, Origin? other = null) => Network.Problems.Add(kind, text, origin, other);

    private sealed record Registered(InterfaceBuilder? Interface, IpAddress? Address, ushort Port, bool IsHealthy, Origin Origin);
}

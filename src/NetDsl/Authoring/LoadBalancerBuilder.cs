using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A network load balancer: internet-facing unless said otherwise, with a node in one subnet of each zone that it serves.</summary>
public sealed partial class LoadBalancerBuilder : ElementBuilder, IManagesInterfaces
{
    // Source: "Quotas for your Network Load Balancers": listeners.
    private const int MaximumListeners = 50;
    private readonly List<InterfaceBuilder> nodes = [];
    private readonly List<SecurityGroupBuilder> securityGroups = [];
    private readonly List<(LoadBalancerListener Listener, Sourced<TargetGroupBuilder> Group)> listeners = [];
    private LoadBalancerScheme scheme = LoadBalancerScheme.InternetFacing;
    private bool crossZone;

    internal LoadBalancerBuilder(VpcBuilder vpc, Declaration declaration)
        : base(vpc.Network, declaration) => Vpc = vpc;

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    bool IManagesInterfaces.GivesPublicAddresses => scheme == LoadBalancerScheme.InternetFacing;

    IReadOnlyList<SecurityGroupBuilder> IManagesInterfaces.SecurityGroups => securityGroups;

    internal IReadOnlyList<InterfaceBuilder> Nodes => nodes;

    internal bool IsInternal => scheme == LoadBalancerScheme.Internal;

    internal bool HasSecurityGroups => securityGroups.Count > 0;

    internal bool HasTlsListener => listeners.Exists(each => each.Listener.Protocol == ListenerProtocol.Tls);

    /// <summary>The endpoint service that it serves; one at most.</summary>
    internal EndpointServiceBuilder? EndpointService { get; set; }

    /// <summary>Gives its nodes private addresses only.</summary>
    public LoadBalancerBuilder Internal([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (nodes.Find(node => node.ElasticAddress is not null) is { } node)
        {
            Network.Problems.Add(
                ProblemKind.PrivateHasPublicAddress,
                $"load balancer '{Name}' has the elastic address '{node.ElasticAddress!.Name}'; an internal load balancer has private addresses only",
                Call.Here(file, line).Origin);
            return this;
        }

        scheme = LoadBalancerScheme.Internal;
        return this;
    }

    /// <summary>Enables a zone: puts a node into a subnet of it.</summary>
    /// <param name="subnet">A subnet of the VPC, in a zone that the load balancer does not serve yet.</param>
    /// <param name="elasticIp">The public address of the node; one of the vendor's choice when left out. Internet-facing only.</param>
    /// <param name="privateIp">The private address of the node; a free one when left out.</param>
    /// <param name="ipv6Address">The IPv6 address of the node; a free one when left out. Of dual-stack load balancers only.</param>
    public LoadBalancerBuilder Subnet(
        SubnetBuilder subnet,
        ElasticIpBuilder? elasticIp = null,
        string? privateIp = null,
        string? ipv6Address = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var origin = call.Of(nameof(subnet));
        if (IsLeftOut || subnet.IsLeftOut || ManagedInterfaces.Node(this, Vpc, nodes, subnet, origin) is not { } node)
        {
            return this;
        }

        nodes.Add(node);
        if (privateIp is not null)
        {
            node.Fix(privateIp, call.Of(nameof(privateIp)));
        }

        if (ipv6Address is not null)
        {
            node.AddIpv6(ipv6Address, call.Of(nameof(ipv6Address)));
        }

        if (elasticIp is not null)
        {
            if (scheme == LoadBalancerScheme.Internal)
            {
                Network.Problems.Add(
                    ProblemKind.PrivateHasPublicAddress,
                    $"load balancer '{Name}' is internal; its nodes have no elastic addresses",
                    call.Of(nameof(elasticIp)));
            }
            else
            {
                node.Hold(elasticIp, call.Of(nameof(elasticIp)));
            }
        }

        return this;
    }

    /// <summary>
    /// Adds a security group, which judges clients at the listeners and what nodes send to targets. A load balancer without one takes
    /// from everybody. Source: "Update the security groups for your Network Load Balancer".
    /// </summary>
    /// <param name="group">A group of the same VPC.</param>
    public LoadBalancerBuilder SecurityGroup(
        SecurityGroupBuilder group, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ManagedInterfaces.Join(this, Vpc, securityGroups, group, Call.Here(file, line).Of(nameof(group)));
        return this;
    }

    /// <summary>Lets every node send to the targets of all zones; otherwise each sends to those of its own zone.</summary>
    public LoadBalancerBuilder CrossZone()
    {
        crossZone = true;
        return this;
    }

    /// <summary>Adds a listener.</summary>
    /// <param name="protocol">What it takes.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="targets">Where it sends what it takes: a target group of the VPC, of a protocol that goes with the listener's.</param>
    public LoadBalancerBuilder Listener(
        ListenerProtocol protocol,
        int port,
        TargetGroupBuilder targets,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (IsLeftOut || targets.IsLeftOut)
        {
            return this;
        }

        if (Fault(protocol, port, targets, call) is { } fault)
        {
            Network.Problems.Add(fault);
            return this;
        }

        targets.LoadBalancer = this;
        listeners.Add((
            new LoadBalancerListener(protocol, (ushort)port, targets.Id, call.Origin), new Sourced<TargetGroupBuilder>(targets, call.Of(nameof(targets)))));
        return this;
    }

    internal LoadBalancer Build(Func<ElementBuilder, bool> isPresent) => new(
        Id,
        Origin,
        Vpc.Id,
        scheme,
        crossZone,
        nodes.Where(isPresent).Select(node => node.Id).ToEquatableArray(),
        listeners.Where(each => !each.Group.Value.IsLeftOut).Select(each => each.Listener).ToEquatableArray())
    {
        IpAddressType = addressType,
    };

    private Problem? Fault(ListenerProtocol protocol, int port, TargetGroupBuilder targets, Call call)
    {
        if (port is < 1 or > ushort.MaxValue)
        {
            return new Problem(
                ProblemKind.InvalidPort, $"{port} is not a port that a listener can have; write one from 1 to 65535", call.Of(nameof(port)));
        }

        if (listeners.Find(each => each.Listener.Port == port && Overlap(each.Listener.Protocol, protocol)) is { Listener: not null } first)
        {
            return Refusal(
                ProblemKind.ListenerTwice, $"load balancer '{Name}' listens on port {port} already; one listener takes a port of a protocol", call.Of(nameof(port)), first.Listener.Origin);
        }

        if (listeners.Count == MaximumListeners)
        {
            return Refusal(ProblemKind.QuotaExceeded, $"load balancer '{Name}' has {MaximumListeners} listeners already, the vendor's quota", call.Origin);
        }

        if (targets.Vpc != Vpc)
        {
            return Refusal(
                ProblemKind.OtherVpc,
                $"target group '{targets.Name}' is of VPC '{targets.Vpc.Name}', load balancer '{Name}' of VPC '{Vpc.Name}'; use one of its own VPC",
                call.Of(nameof(targets)),
                targets.Origin);
        }

        if (!GoTogether(protocol, targets.Protocol))
        {
            return Refusal(
                ProblemKind.ProtocolOfTargets,
                $"target group '{targets.Name}' is of protocol {targets.Protocol}, which does not go with a listener of {protocol}; a group has the listener's protocol, TcpUdp for Tcp and Udp, or Tcp for Tls",
                call.Of(nameof(targets)),
                targets.Origin);
        }

        return targets.LoadBalancer is { } other && other != this
            ? Refusal(
                ProblemKind.TargetGroupUsedAlready,
                $"target group '{targets.Name}' is used by load balancer '{other.Name}' already; a target group serves one load balancer",
                call.Of(nameof(targets)),
                other.Origin)
            : null;
    }

    private static Problem Conflict(string text, Origin origin, Origin? other = null) => Refusal(ProblemKind.Conflict, text, origin, other);

    private static Problem Refusal(ProblemKind kind, string text, Origin origin, Origin? other = null) => new(kind, text, origin) { Other = other };

    private static bool Overlap(ListenerProtocol first, ListenerProtocol second) =>
        first == second
        || first == ListenerProtocol.TcpUdp
        || second == ListenerProtocol.TcpUdp
        || (first != ListenerProtocol.Udp && second != ListenerProtocol.Udp);

    private static bool GoTogether(ListenerProtocol listener, ListenerProtocol group) => listener switch
    {
        ListenerProtocol.Tls => group is ListenerProtocol.Tls or ListenerProtocol.Tcp,
        ListenerProtocol.TcpUdp => group == ListenerProtocol.TcpUdp,
        _ => group == listener || group == ListenerProtocol.TcpUdp,
    };
}

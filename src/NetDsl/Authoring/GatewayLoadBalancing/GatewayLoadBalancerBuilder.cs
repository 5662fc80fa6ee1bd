using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A Gateway Load Balancer: what routes bring to its endpoints it sends to appliances, whole and in Geneve, and takes back unchanged. It has a node in
/// one subnet of each zone that it serves.
/// </summary>
public sealed class GatewayLoadBalancerBuilder : ElementBuilder, IManagesInterfaces
{
    private readonly List<InterfaceBuilder> nodes = [];
    private readonly List<Registered> targets = [];
    private bool crossZone;
    private FlowStickiness stickiness;

    internal GatewayLoadBalancerBuilder(VpcBuilder vpc, Declaration declaration)
        : base(vpc.Network, declaration) => Vpc = vpc;

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    bool IManagesInterfaces.GivesPublicAddresses => false;

    IpAddressType IManagesInterfaces.AddressType => IpAddressType.Ipv4;

    bool IManagesInterfaces.DeniesInternetGatewayTraffic => false;

    IReadOnlyList<SecurityGroupBuilder> IManagesInterfaces.SecurityGroups => [];

    internal IReadOnlyList<InterfaceBuilder> Nodes => nodes;

    internal IEnumerable<(InstanceBuilder Host, Origin Origin)> Appliances =>
        targets.Where(target => target.Interface.Instance is not null).Select(target => (target.Interface.Instance!, target.Origin));

    /// <summary>The endpoint service that it serves; one at most.</summary>
    internal EndpointServiceBuilder? EndpointService { get; set; }

    /// <summary>Enables a zone: puts a node into a subnet of it.</summary>
    /// <param name="subnet">A subnet of the VPC, in a zone that the load balancer does not serve yet.</param>
    /// <param name="privateIp">The private address of the node, from which its appliances get Geneve; a free one when left out.</param>
    public GatewayLoadBalancerBuilder Subnet(
        SubnetBuilder subnet, string? privateIp = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (IsLeftOut || subnet.IsLeftOut || ManagedInterfaces.Node(this, Vpc, nodes, subnet, call.Of(nameof(subnet))) is not { } node)
        {
            return this;
        }

        nodes.Add(node);
        if (privateIp is not null)
        {
            node.Fix(privateIp, call.Of(nameof(privateIp)));
        }

        return this;
    }

    /// <summary>
    /// Lets every node send to the appliances of all zones; otherwise each sends to those of its own zone. Source: "Cross-zone load balancing", User
    /// Guide for Gateway Load Balancers.
    /// </summary>
    public GatewayLoadBalancerBuilder CrossZone()
    {
        crossZone = true;
        return this;
    }

    /// <summary>Says what of a flow chooses the appliance; <see cref="FlowStickiness.FiveTuple"/> unless told.</summary>
    /// <param name="stickiness">Flows that are alike in this go to one appliance.</param>
    public GatewayLoadBalancerBuilder Stickiness(FlowStickiness stickiness)
    {
        this.stickiness = stickiness;
        return this;
    }

    /// <summary>
    /// Registers an appliance by its primary interface. It has to forward (<see cref="InstanceBuilder.ForwardsTraffic"/>), and its groups to admit UDP
    /// 6081 from the nodes; its source/destination check does not matter, because Geneve is for its own address.
    /// </summary>
    /// <param name="instance">An instance of the load balancer's VPC.</param>
    /// <param name="healthy">Whether it answers health checks.</param>
    public GatewayLoadBalancerBuilder Target(
        InstanceBuilder instance, bool healthy = true, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Register(instance.Primary, $"instance '{instance.Name}'", healthy, call.Of(nameof(instance)), call.Origin);
    }

    /// <summary>Registers an appliance by the address of one of its interfaces.</summary>
    /// <param name="target">An interface of an instance, in the load balancer's VPC.</param>
    /// <param name="healthy">Whether it answers health checks.</param>
    public GatewayLoadBalancerBuilder Target(
        InterfaceBuilder target, bool healthy = true, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Register(target, $"interface '{target.Name}'", healthy, call.Of(nameof(target)), call.Origin);
    }

    internal GatewayLoadBalancer Build(Func<ElementBuilder, bool> isPresent) => new(
        Id,
        Origin,
        Vpc.Id,
        nodes.Where(isPresent).Select(node => node.Id).ToEquatableArray(),
        crossZone,
        stickiness,
        targets
            .Where(target => isPresent(target.Interface))
            .Select(target => new ApplianceTarget(target.Interface.Id, target.IsHealthy, target.Origin))
            .ToEquatableArray());

    private GatewayLoadBalancerBuilder Register(InterfaceBuilder added, string what, bool healthy, Origin named, Origin origin)
    {
        if (IsLeftOut || added.IsLeftOut)
        {
            return this;
        }

        var fault =
            added.Subnet.Vpc != Vpc
                ? $"{what} is of VPC '{added.Subnet.Vpc.Name}', Gateway Load Balancer '{Name}' of VPC '{Vpc.Name}'; register appliances of its own VPC"
            : added.Instance is null
                ? $"{what} belongs to no instance, and nothing there takes what Gateway Load Balancer '{Name}' sends; register an interface of an instance"
            : added.Subnet.IsIpv6Only
                ? $"{what} has no IPv4 address, and Gateway Load Balancer '{Name}' sends Geneve over IPv4; register one of a subnet that has it"
            : null;
        var first = targets.Find(target => target.Interface == added);
        fault ??= first is not null ? $"{what} is a target of Gateway Load Balancer '{Name}' already; register it once" : null;
        if (fault is not null)
        {
            Network.Problems.Add(ProblemKind.Conflict, fault, named, first?.Origin);
            return this;
        }

        targets.Add(new Registered(added, healthy, origin));
        return this;
    }

    private sealed record Registered(InterfaceBuilder Interface, bool IsHealthy, Origin Origin);
}

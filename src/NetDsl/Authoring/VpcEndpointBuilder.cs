using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>An interface endpoint: an interface in one subnet of each zone that it is in, which leads to a service.</summary>
public sealed partial class InterfaceEndpointBuilder : ElementBuilder, IManagesInterfaces
{
    private readonly List<InterfaceBuilder> interfaces = [];
    private readonly List<SecurityGroupBuilder> securityGroups = [];
    private readonly Sourced<IEndpointTarget> service;
    private bool privateDns;
    private bool privateDnsOnlyForInboundResolver;

    internal InterfaceEndpointBuilder(VpcBuilder vpc, Declaration declaration, Sourced<IEndpointTarget> service)
        : base(vpc.Network, declaration)
    {
        Vpc = vpc;
        this.service = service;
        privateDns = service.Value is ServiceBuilder;
    }

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    internal IReadOnlyList<InterfaceBuilder> Interfaces => interfaces;

    bool IManagesInterfaces.GivesPublicAddresses => false;

    IReadOnlyList<SecurityGroupBuilder> IManagesInterfaces.SecurityGroups =>
        securityGroups.Count == 0 ? [Vpc.DefaultSecurityGroup] : securityGroups;

    /// <summary>Puts an interface into a zone.</summary>
    /// <param name="subnet">A subnet of the VPC, in a zone that the endpoint is not in yet and the service is offered in.</param>
    /// <param name="privateIp">The IPv4 address of the interface; a free one when left out. It stays for life.</param>
    /// <param name="ipv6Address">The IPv6 address of the interface; a free one when left out. Of endpoints with IPv6 only.</param>
    public InterfaceEndpointBuilder Subnet(
        SubnetBuilder subnet,
        string? privateIp = null,
        string? ipv6Address = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var origin = call.Of(nameof(subnet));
        if (IsLeftOut || subnet.IsLeftOut)
        {
            return this;
        }

        if (service.Value is EndpointServiceBuilder provider && !provider.IsOfferedIn(subnet, origin))
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                provider.NotOfferedIn(subnet),
                origin,
                provider.Origin);
            return this;
        }

        if (ManagedInterfaces.Node(this, Vpc, interfaces, subnet, origin) is { } added)
        {
            interfaces.Add(added);
            if (privateIp is not null)
            {
                added.Fix(privateIp, call.Of(nameof(privateIp)));
            }

            if (ipv6Address is not null)
            {
                added.AddIpv6(ipv6Address, call.Of(nameof(ipv6Address)));
            }
        }

        return this;
    }

    /// <summary>Adds a security group, which judges the clients; the VPC's default group when none is ever given.</summary>
    /// <param name="group">A group of the same VPC.</param>
    public InterfaceEndpointBuilder SecurityGroup(
        SecurityGroupBuilder group, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ManagedInterfaces.Join(this, Vpc, securityGroups, group, Call.Here(file, line).Of(nameof(group)));
        return this;
    }

    /// <summary>
    /// Says whether the public name of the service leads to this endpoint inside the whole VPC. On by default for the vendor's services.
    /// </summary>
    /// <param name="enabled">Whether it does.</param>
    public InterfaceEndpointBuilder PrivateDns(bool enabled = true)
    {
        privateDns = enabled;
        return this;
    }

    /// <summary>
    /// Says whether private DNS holds only for what asks by an inbound endpoint of the VPC's resolver, so that sites use this endpoint and
    /// the VPC goes on by its gateway endpoint. Source: "Private DNS for Amazon S3", Amazon S3 User Guide.
    /// </summary>
    /// <param name="enabled">Whether it does.</param>
    public InterfaceEndpointBuilder PrivateDnsOnlyForInboundResolver(bool enabled = true)
    {
        privateDnsOnlyForInboundResolver = enabled;
        return this;
    }

    internal VpcEndpoint Build(Func<ElementBuilder, bool> isPresent) => new(
        Id,
        Origin,
        Vpc.Id,
        VpcEndpointKind.Interface,
        new Sourced<ElementId>(service.Value.Id, service.Origin),
        [],
        interfaces.Where(isPresent).Select(each => each.Id).ToEquatableArray(),
        privateDns,
        service.Value is EndpointServiceBuilder provider ? provider.StateOf(this) : VpcEndpointState.Available)
    {
        PrivateDnsOnlyForInboundResolver = privateDnsOnlyForInboundResolver,
        IpAddressType = addressType,
        DnsRecordIpType = Records,
        Policy = policy?.Build(),
    };
}

/// <summary>A gateway endpoint: a route to S3 or DynamoDB of the VPC's region, in chosen tables.</summary>
public sealed partial class GatewayEndpointBuilder : ElementBuilder
{
    private readonly List<RouteTableBuilder> tables = [];
    private readonly Sourced<ServiceBuilder> service;

    internal GatewayEndpointBuilder(VpcBuilder vpc, Declaration declaration, Sourced<ServiceBuilder> service)
        : base(vpc.Network, declaration)
    {
        Vpc = vpc;
        this.service = service;
    }

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    internal ServiceBuilder Service => service.Value;

    internal IReadOnlyList<RouteTableBuilder> Tables => tables;

    /// <summary>Adds the route to the service's prefix list to a table.</summary>
    /// <param name="table">A table of the VPC that has no other endpoint of the service.</param>
    public GatewayEndpointBuilder RouteTable(
        RouteTableBuilder table, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(table));
        if (IsLeftOut || table.IsLeftOut || tables.Contains(table))
        {
            return this;
        }

        if (table.Vpc != Vpc)
        {
            Network.Problems.Add(
                ProblemKind.OtherVpc,
                $"route table '{table.Name}' is of VPC '{table.Vpc.Name}', endpoint '{Name}' of VPC '{Vpc.Name}'; use tables of its own VPC",
                origin,
                table.Origin);
        }
        else if (Vpc.GatewayEndpoints.FirstOrDefault(other => other.Service == Service && other.tables.Contains(table)) is { } first)
        {
            Network.Problems.Add(
                ProblemKind.EndpointOfTableAlready,
                $"route table '{table.Name}' leads to service '{Service.Name}' by endpoint '{first.Name}' already; a table has one endpoint a service",
                origin,
                first.Origin);
        }
        else
        {
            tables.Add(table);
        }

        return this;
    }

    internal VpcEndpoint Build() => new(
        Id,
        Origin,
        Vpc.Id,
        VpcEndpointKind.Gateway,
        new Sourced<ElementId>(service.Value.Id, service.Origin),
        tables.Where(table => !table.IsLeftOut).Select(table => table.Id).ToEquatableArray(),
        [],
        PrivateDns: false,
        VpcEndpointState.Available)
    {
        IpAddressType = addressType,
        DnsRecordIpType = records ?? NetDsl.DnsRecordIpType.ServiceDefined,
        Policy = policy?.Build(),
    };
}

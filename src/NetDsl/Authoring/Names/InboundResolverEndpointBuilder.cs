using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>An inbound endpoint of a VPC's resolver: an interface in one subnet of each zone that it is in.</summary>
public sealed class InboundResolverEndpointBuilder : ElementBuilder, IManagesInterfaces
{
    private readonly List<InterfaceBuilder> interfaces = [];
    private readonly List<SecurityGroupBuilder> securityGroups = [];

    internal InboundResolverEndpointBuilder(VpcBuilder vpc, Declaration declaration)
        : base(vpc.Network, declaration) => Vpc = vpc;

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    internal IReadOnlyList<InterfaceBuilder> Interfaces => interfaces;

    bool IManagesInterfaces.GivesPublicAddresses => false;

    IpAddressType IManagesInterfaces.AddressType => IpAddressType.Ipv4;

    bool IManagesInterfaces.DeniesInternetGatewayTraffic => false;

    IReadOnlyList<SecurityGroupBuilder> IManagesInterfaces.SecurityGroups =>
        securityGroups.Count == 0 ? [Vpc.DefaultSecurityGroup] : securityGroups;

    /// <summary>Puts an interface into a zone.</summary>
    /// <param name="subnet">A subnet of the VPC, in a zone that the endpoint is not in yet.</param>
    /// <param name="privateIp">The address of the interface; a free one when left out.</param>
    public InboundResolverEndpointBuilder Subnet(
        SubnetBuilder subnet, string? privateIp = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (!IsLeftOut && !subnet.IsLeftOut && ManagedInterfaces.Node(this, Vpc, interfaces, subnet, call.Of(nameof(subnet))) is { } added)
        {
            interfaces.Add(added);
            if (privateIp is not null)
            {
                added.Fix(privateIp, call.Of(nameof(privateIp)));
            }
        }

        return this;
    }

    /// <summary>Adds a security group, which judges who asks on port 53; the VPC's default group when none is ever given.</summary>
    /// <param name="group">A group of the same VPC.</param>
    public InboundResolverEndpointBuilder SecurityGroup(
        SecurityGroupBuilder group, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ManagedInterfaces.Join(this, Vpc, securityGroups, group, Call.Here(file, line).Of(nameof(group)));
        return this;
    }

    internal InboundResolverEndpoint Build(Func<ElementBuilder, bool> isPresent) =>
        new(Id, Origin, Vpc.Id, interfaces.Where(isPresent).Select(each => each.Id).ToEquatableArray());
}

using NetDsl.Model;

namespace NetDsl;

/// <summary>An element that the vendor puts interfaces into subnets for: a load balancer's nodes, the interfaces of an endpoint, also of a resolver's.</summary>
internal interface IManagesInterfaces
{
    /// <summary>Its identity.</summary>
    ElementId Id { get; }

    /// <summary>Whether its interfaces get public addresses.</summary>
    bool GivesPublicAddresses { get; }

    /// <summary>The families of the addresses of its interfaces.</summary>
    IpAddressType AddressType { get; }

    /// <summary>Whether internet gateways carry none of the IPv6 of its interfaces.</summary>
    bool DeniesInternetGatewayTraffic { get; }

    /// <summary>The groups of its interfaces; empty where nothing is asked of them.</summary>
    IReadOnlyList<SecurityGroupBuilder> SecurityGroups { get; }
}

/// <summary>What load balancers, interface endpoints and inbound resolver endpoints share: one interface a zone, and security groups.</summary>
internal static class ManagedInterfaces
{
    /// <summary>An interface of the owner in a subnet of a zone that it is not in yet; nothing when that is refused.</summary>
    public static InterfaceBuilder? Node<T>(
        T owner, VpcBuilder vpc, List<InterfaceBuilder> present, SubnetBuilder subnet, Origin origin)
        where T : ElementBuilder, IManagesInterfaces
    {
        var kind = ElementKinds.Text(((ElementBuilder)owner).Id.Kind);
        var name = ((ElementBuilder)owner).Name;
        if (subnet.Vpc != vpc)
        {
            owner.Network.Problems.Add(
                ProblemKind.OtherVpc,
                $"subnet '{subnet.Name}' is of VPC '{subnet.Vpc.Name}', {kind} '{name}' of VPC '{vpc.Name}'; use subnets of its own VPC",
                origin,
                subnet.Origin);
            return null;
        }

        if (present.Find(node => node.Subnet.Zone.Value == subnet.Zone.Value) is { } first)
        {
            owner.Network.Problems.Add(
                ProblemKind.ZoneServedAlready,
                $"{kind} '{name}' is in zone {subnet.Zone} by subnet '{first.Subnet.Name}' already; it has one subnet a zone",
                origin,
                first.Origin);
            return null;
        }

        var declaration = owner.Network.Names.Declare(
            ElementKind.NetworkInterface, ((ElementBuilder)owner).Id.Path, subnet.Zone.Value, origin, parentLeftOut: false);
        return subnet.Add(new InterfaceBuilder(subnet, declaration, owner));
    }

    /// <summary>Adds a group, unless that is refused.</summary>
    public static void Join(
        ElementBuilder owner, VpcBuilder vpc, List<SecurityGroupBuilder> present, SecurityGroupBuilder group, Origin origin)
    {
        if (owner.IsLeftOut || group.IsLeftOut || present.Contains(group))
        {
            return;
        }

        var what = $"{ElementKinds.Text(owner.Id.Kind)} '{owner.Name}'";
        if (!group.IsIn(vpc))
        {
            owner.Network.Problems.Add(
                ProblemKind.GroupOfOtherVpc,
                $"security group '{group.Name}' is of VPC '{group.Vpc.Name}', {what} of VPC '{vpc.Name}'; use a group of its own VPC, or associate it with AssociateWith(…) before",
                origin,
                group.Origin);
        }
        else if (present.Count == InterfaceBuilder.MaximumSecurityGroups)
        {
            owner.Network.Problems.Add(
                ProblemKind.QuotaExceeded,
                $"{what} has {InterfaceBuilder.MaximumSecurityGroups} security groups already, the vendor's quota; merge rules into fewer groups",
                origin);
        }
        else
        {
            present.Add(group);
        }
    }
}

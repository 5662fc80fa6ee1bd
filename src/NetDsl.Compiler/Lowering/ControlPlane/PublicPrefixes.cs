using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>
/// The public addresses of a network that are the vendor's: of its services, and of what stands in VPCs, whether anything answers there or not.
/// </summary>
internal static class PublicPrefixes
{
    public static IEnumerable<IpPrefix> Of(Topology topology)
    {
        var hidden = new HashSet<IpAddress>(topology.ElasticAddresses.Where(each => !each.IsAdvertised).Select(each => (IpAddress)each.Address));
        return topology.PublicServices.SelectMany(service => service.Prefixes)
            .Concat(topology.Vpcs.SelectMany(vpc => vpc.AllBlocks).Select(block => block.Value).Where(block => block.IsIpv6 && InternetRanges.Carries(block.First)))
            .Concat(Addresses(topology).Where(address => !hidden.Contains(address)).Select(IpPrefix.Of));
    }

    /// <summary>The public addresses that elements of a network have.</summary>
    public static IEnumerable<IpAddress> Addresses(Topology topology) => topology.ElasticAddresses.Select(each => each.Address)
        .Concat(InSubnets(topology).Select(each => each.Address))
        .Concat(topology.RegionalNatGateways.SelectMany(gateway => gateway.Zones).SelectMany(zone => zone.Addresses))
        .Select(address => (IpAddress)address)
        .Concat(topology.Accelerators.SelectMany(accelerator => accelerator.AllAddresses));

    /// <summary>The public addresses that stand for private ones in subnets: of interfaces, NAT gateways and Client VPN associations.</summary>
    public static IEnumerable<(ElementId Subnet, Ipv4Address Address)> InSubnets(Topology topology) => topology.NetworkInterfaces
        .Select(each => (each.Subnet, each.PublicAddress))
        .Concat(topology.NatGateways.Select(gateway => (gateway.Subnet, gateway.PublicAddress)))
        .Concat(topology.ClientVpnEndpoints.SelectMany(endpoint => endpoint.Associations).Select(association => (association.Subnet, association.PublicAddress)))
        .Concat(topology.NatGateways.SelectMany(gateway => gateway.SecondaryAddresses.Select(each => (gateway.Subnet, each.PublicAddress))))
        .Where(each => each.PublicAddress is not null)
        .Select(each => (each.Subnet, each.PublicAddress!.Value));
}

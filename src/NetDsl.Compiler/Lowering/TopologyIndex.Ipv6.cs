using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Interfaces to and from which internet gateways carry no IPv6.</content>
internal sealed partial class TopologyIndex
{
    private Dictionary<IpAddress, NetworkInterface>? deniers;

    /// <summary>
    /// The interface with that IPv6 address to and from which internet gateways carry none: of an internal load balancer, or of an endpoint. Such an address
    /// is in one VPC. Source: "Load balancer attributes", User Guide for Network Load Balancers, and "IPv6 support", AWS PrivateLink guide.
    /// </summary>
    public NetworkInterface? DenierWith(IpAddress address)
    {
        deniers ??= Deniers(Topology).ToDictionary(each => each.Address, each => each.Interface);
        return deniers.TryGetValue(address, out var denier) ? denier : null;
    }

    /// <summary>Their IPv6 addresses: to each an internet gateway leads otherwise than to its neighbours.</summary>
    public static IEnumerable<(IpAddress Address, NetworkInterface Interface)> Deniers(Topology topology) => topology.NetworkInterfaces
        .Where(each => each.DeniesInternetGatewayTraffic)
        .SelectMany(each => each.Ipv6Addresses, (each, address) => (address, each));
}

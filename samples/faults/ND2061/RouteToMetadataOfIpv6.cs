using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads the IPv6 addresses of the vendor's services to a gateway.</summary>
[Topology]
public static partial class RouteToMetadataOfIpv6
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var outward = vpc.EgressOnlyInternetGateway("out");
        vpc.MainRouteTable.Route("fd00:ec2::254/128", outward); // ND2061 at `"fd00:ec2::254/128"`: fd00:ec2::254/128 lies in fd00:ec2::/32, which the vendor keeps for its own services; no route can lead there.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteToMetadataOfIpv6Repaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var outward = vpc.EgressOnlyInternetGateway("out");
    }
}

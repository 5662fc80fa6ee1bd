using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A route leads the addresses of the metadata service to a gateway.</summary>
[Topology]
public static partial class RouteToMetadata
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
        vpc.MainRouteTable.Route("169.254.169.254/32", igw); // ND2061 at `"169.254.169.254/32"`: 169.254.169.254/32 lies in 169.254.168.0/22, which the vendor keeps for its own services; no route can lead there.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteToMetadataRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var igw = vpc.InternetGateway("igw");
    }
}

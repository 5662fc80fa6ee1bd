using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop over dual-stack subnets gives each a default route of IPv4.</summary>
[Topology]
public static partial class DefaultRouteInALoop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var igw = vpc.InternetGateway("igw");
        var table = vpc.RouteTable("public").Route("0.0.0.0/0", igw); // ND2059 at `"0.0.0.0/0"`: Route table 'public' of VPC 'shop' leads 0.0.0.0/0 to internet gateway 'igw', and no IPv6 there, though network interface 'host-a' has the address 2001:db8::4; add Route("::/0", …) beside it.
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            vpc.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone).Ipv6Cidr().Associate(table).Instance($"host-{zone}").Ipv6Address();
        }
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class DefaultRouteInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Ipv6Cidr("2001:db8::/56");
        var igw = vpc.InternetGateway("igw");
        var table = vpc.RouteTable("public").Route("0.0.0.0/0", igw).Route("::/0", igw);
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            vpc.Subnet($"web-{zone}", $"10.0.{index}.0/24", zone).Ipv6Cidr().Associate(table).Instance($"host-{zone}").Ipv6Address();
        }
    }
}

using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop gives all tunnels one prefix.</summary>
[Topology]
public static partial class TunnelsInALoop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vgw = vpc.VpnGateway("vgw");
        foreach (var (index, city) in new[] { "paris", "rome" }.Index())
        {
            var site = network.Site(city, 65001 + index).Prefix($"192.168.{index}.0/24");
            vgw.VpnConnection(city, site.CustomerGateway(city)).InsideCidr(1, "169.254.10.0/30"); // ND2075 at `"169.254.10.0/30"`: 169.254.10.0/30 is inside another tunnel of the same gateway; give each tunnel its own.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class TunnelsInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var vgw = vpc.VpnGateway("vgw");
        foreach (var (index, city) in new[] { "paris", "rome" }.Index())
        {
            var site = network.Site(city, 65001 + index).Prefix($"192.168.{index}.0/24");
            vgw.VpnConnection(city, site.CustomerGateway(city)).InsideCidr(1, $"169.254.10.{index * 4}/30");
        }
    }
}

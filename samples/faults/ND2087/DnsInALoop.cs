using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop allows all VPCs the names of one connection.</summary>
[Topology]
public static partial class DnsInALoop
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
        foreach (var vpc in new[] { shop, tools, region.Vpc("audit", "10.2.0.0/16") })
        {
            peering.AllowDnsResolution(vpc); // ND2087 at `vpc`: Peering 'shop-tools' joins VPCs 'shop' and 'tools', not 'audit'; name one of the two.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class DnsInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
        foreach (var vpc in new[] { shop, tools })
        {
            peering.AllowDnsResolution(vpc);
        }
    }
}

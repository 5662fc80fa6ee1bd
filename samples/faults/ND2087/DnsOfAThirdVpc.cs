using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A third VPC is to resolve names.</summary>
[Topology]
public static partial class DnsOfAThirdVpc
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var audit = region.Vpc("audit", "10.2.0.0/16");
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
        peering.AllowDnsResolution(audit); // ND2087 at `audit`: Peering 'shop-tools' joins VPCs 'shop' and 'tools', not 'audit'; name one of the two.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class DnsOfAThirdVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var audit = region.Vpc("audit", "10.2.0.0/16");
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
    }
}

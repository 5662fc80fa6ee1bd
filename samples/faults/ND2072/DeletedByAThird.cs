using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A third account deletes a peering connection.</summary>
[Topology]
public static partial class DeletedByAThird
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var audit = network.Account("audit", "333333333333");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
        peering.DeletedBy(audit); // ND2072 at `audit`: Account 'audit' cannot delete peering 'shop-tools', which is active; the owner of VPC 'shop' or VPC 'tools' can.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class DeletedByAThirdRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var audit = network.Account("audit", "333333333333");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        var peering = network.Peer("shop-tools", shop, tools).AcceptedBy(network.DefaultAccount);
        peering.DeletedBy(network.DefaultAccount);
    }
}

using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group is shared with an account without a shared subnet.</summary>
[Topology]
public static partial class GroupSharedWithAStranger
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var partner = network.Account("partner", "222222222222");
        var group = vpc.SecurityGroup("web");
        group.ShareWith(partner); // ND3066 at `partner`: No subnet of VPC 'shop' is shared with account 'partner'; share one before, with ShareWith(…).
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class GroupSharedWithAStrangerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var partner = network.Account("partner", "222222222222");
        var group = vpc.SecurityGroup("web");
    }
}

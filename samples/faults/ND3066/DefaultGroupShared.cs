using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The default group is shared with a participant.</summary>
[Topology]
public static partial class DefaultGroupShared
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var partner = network.Account("partner", "222222222222");
        vpc.Subnet("web", "10.0.0.0/24", "a").ShareWith(partner);
        vpc.DefaultSecurityGroup.ShareWith(partner); // ND3066 at `partner`: The default group of VPC 'shop' cannot be shared; declare one for it.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class DefaultGroupSharedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var partner = network.Account("partner", "222222222222");
        vpc.Subnet("web", "10.0.0.0/24", "a").ShareWith(partner);
    }
}

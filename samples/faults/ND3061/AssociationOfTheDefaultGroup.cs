using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The default group is associated with another VPC.</summary>
[Topology]
public static partial class AssociationOfTheDefaultGroup
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        vpc.DefaultSecurityGroup.AssociateWith(tools); // ND3061 at `tools`: The default group of VPC 'shop' is of no other VPC; declare a group to associate.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AssociationOfTheDefaultGroupRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
    }
}

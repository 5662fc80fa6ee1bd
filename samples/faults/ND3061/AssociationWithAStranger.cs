using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group is associated with a VPC of an account that shares nothing.</summary>
[Topology]
public static partial class AssociationWithAStranger
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var partner = network.Account("partner", "222222222222");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16", partner);
        vpc.SecurityGroup("web").AssociateWith(tools); // ND3061 at `tools`: VPC 'tools' is of account 'partner', security group 'web' of 'default', with which no subnet of the VPC is shared; share one before, or declare a group there.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AssociationWithAStrangerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var partner = network.Account("partner", "222222222222");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16", partner);
        vpc.SecurityGroup("web");
    }
}

using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A group is associated with a VPC of another region.</summary>
[Topology]
public static partial class AssociationWithAnotherRegion
{
    static void Define(NetworkBuilder network)
    {
        var tools = network.Region("us-west-2").Vpc("tools", "10.1.0.0/16");
        var group = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").SecurityGroup("web");
        group.AssociateWith(tools); // ND3061 at `tools`: VPC 'tools' is in us-west-2, security group 'web' in us-east-1; a group is associated with VPCs of its own region.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AssociationWithAnotherRegionRepaired
{
    static void Define(NetworkBuilder network)
    {
        var tools = network.Region("us-west-2").Vpc("tools", "10.1.0.0/16");
        var group = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").SecurityGroup("web");
    }
}

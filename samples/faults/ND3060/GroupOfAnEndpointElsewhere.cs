using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An interface endpoint gets a group of another VPC.</summary>
[Topology]
public static partial class GroupOfAnEndpointElsewhere
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var tools = region.Vpc("tools", "10.1.0.0/16").SecurityGroup("tools");
        vpc.InterfaceEndpoint("sqs", region.Service("sqs")).Subnet(web).SecurityGroup(tools); // ND3060 at `tools`: Security group 'tools' is of VPC 'tools', VPC endpoint 'sqs' of VPC 'shop'; use a group of its own VPC, or associate it with AssociateWith(…) before.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GroupOfAnEndpointElsewhereRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var region = network.Region("us-east-1");
        var tools = region.Vpc("tools", "10.1.0.0/16").SecurityGroup("tools");
        vpc.InterfaceEndpoint("sqs", region.Service("sqs")).Subnet(web).SecurityGroup(vpc.SecurityGroup("sqs"));
    }
}

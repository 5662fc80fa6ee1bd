using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance is asked for in another VPC.</summary>
[Topology]
public static partial class InstanceOfAnotherVpcByName
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        network.Expect(tools.Instance("host")).CannotReach(Internet); // ND1011 at `"host"`: VPC 'tools' has no instance 'host' at this point; declare it before, with Subnet(…).Instance(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class InstanceOfAnotherVpcByNameRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host");
        var tools = network.Region("us-east-1").Vpc("tools", "10.1.0.0/16");
        network.Expect(vpc.Instance("host")).CannotReach(Internet);
    }
}

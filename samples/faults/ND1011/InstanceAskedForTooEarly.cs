using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance is asked for before it is declared.</summary>
[Topology]
public static partial class InstanceAskedForTooEarly
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = vpc.Instance("host"); // ND1011 at `"host"`: VPC 'shop' has no instance 'host' at this point; declare it before, with Subnet(…).Instance(…).
        web.Instance("host");
        network.Expect(host).CannotReach(Internet);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class InstanceAskedForTooEarlyRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var host = web.Instance("host");
        network.Expect(host).CannotReach(Internet);
    }
}

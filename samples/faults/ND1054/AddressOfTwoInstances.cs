using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two instances have one address.</summary>
[Topology]
public static partial class AddressOfTwoInstances
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("one").PrivateIp("10.0.0.10");
        web.Instance("two").PrivateIp("10.0.0.10"); // ND1054 at `"10.0.0.10"`: 10.0.0.10 is taken already in subnet 'web'; choose another.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AddressOfTwoInstancesRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("one").PrivateIp("10.0.0.10");
        web.Instance("two").PrivateIp("10.0.0.4");
    }
}

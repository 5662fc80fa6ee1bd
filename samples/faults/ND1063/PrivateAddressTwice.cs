using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance gets two primary private addresses.</summary>
[Topology]
public static partial class PrivateAddressTwice
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host").PrivateIp("10.0.0.10").PrivateIp("10.0.0.11"); // ND1063 at `"10.0.0.11"`: Interface 'host' has the private address 10.0.0.10 already; give one.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class PrivateAddressTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host").PrivateIp("10.0.0.10");
    }
}

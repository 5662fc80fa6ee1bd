using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet has a prefix of the peer.</summary>
[Topology]
public static partial class SubnetOfThePeer
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        tools.Subnet("tools", "10.0.5.0/24", "a"); // ND1020 at `"10.0.5.0/24"`: Subnet 'tools' (10.0.5.0/24) does not lie inside a block of VPC 'tools' (10.1.0.0/16); the next free prefix of its size is 10.1.0.0/24.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class SubnetOfThePeerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var tools = region.Vpc("tools", "10.1.0.0/16");
        tools.Subnet("tools", "10.1.0.0/24", "a");
    }
}

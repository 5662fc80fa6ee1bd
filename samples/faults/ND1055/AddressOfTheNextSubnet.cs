using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance gets an address of the next subnet.</summary>
[Topology]
public static partial class AddressOfTheNextSubnet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host").PrivateIp("10.0.1.10"); // ND1055 at `"10.0.1.10"`: 10.0.1.10 is not in subnet 'web' (10.0.0.0/24); choose an address inside.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AddressOfTheNextSubnetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host").PrivateIp("10.0.0.4");
    }
}

using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A NAT gateway gets the last address of its subnet.</summary>
[Topology]
public static partial class AddressOfBroadcast
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.InternetGateway("igw");
        web.NatGateway("nat").Private().PrivateIp("10.0.0.255"); // ND1053 at `"10.0.0.255"`: 10.0.0.255 is reserved: the vendor keeps the first four addresses and the last of subnet 'web' (10.0.0.0/24).
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AddressOfBroadcastRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.InternetGateway("igw");
        web.NatGateway("nat").Private().PrivateIp("10.0.0.4");
    }
}

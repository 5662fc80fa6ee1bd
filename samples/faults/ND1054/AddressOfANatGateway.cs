using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A private NAT gateway gets the address of an instance.</summary>
[Topology]
public static partial class AddressOfANatGateway
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("one").PrivateIp("10.0.0.20");
        web.NatGateway("nat").Private().PrivateIp("10.0.0.20"); // ND1054 at `"10.0.0.20"`: 10.0.0.20 is taken already in subnet 'web'; choose another.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AddressOfANatGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("one").PrivateIp("10.0.0.20");
        web.NatGateway("nat").Private().PrivateIp("10.0.0.4");
    }
}

using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An interface gets the address of the DNS server.</summary>
[Topology]
public static partial class AddressOfTheDnsServer
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Interface("eth").PrivateIp("10.0.0.2"); // ND1053 at `"10.0.0.2"`: 10.0.0.2 is reserved: the vendor keeps the first four addresses and the last of subnet 'web' (10.0.0.0/24).
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AddressOfTheDnsServerRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Interface("eth").PrivateIp("10.0.0.4");
    }
}

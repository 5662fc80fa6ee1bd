using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An interface gets the address of an instance.</summary>
[Topology]
public static partial class AddressOfAnInterface
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("one").PrivateIp("10.0.0.4");
        web.Interface("eth").PrivateIp("10.0.0.4"); // ND1054 at `"10.0.0.4"`: 10.0.0.4 is taken already in subnet 'web'; choose another.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AddressOfAnInterfaceRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("one").PrivateIp("10.0.0.4");
        web.Interface("eth").PrivateIp("10.0.0.5");
    }
}

using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An address has three numbers.</summary>
[Topology]
public static partial class AddressOfThreeNumbers
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host").PrivateIp("10.0.0"); // ND1009 at `"10.0.0"`: '10.0.0' is not an IPv4 address; write one such as 10.0.0.4.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AddressOfThreeNumbersRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("host").PrivateIp("10.0.0.10");
    }
}

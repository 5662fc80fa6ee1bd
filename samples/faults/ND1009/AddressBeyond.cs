using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A number of an address is too large.</summary>
[Topology]
public static partial class AddressBeyond
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Interface("eth").PrivateIp("10.0.0.256"); // ND1009 at `"10.0.0.256"`: '10.0.0.256' is not an IPv4 address; write one such as 10.0.0.4.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AddressBeyondRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Interface("eth").PrivateIp("10.0.0.25");
    }
}

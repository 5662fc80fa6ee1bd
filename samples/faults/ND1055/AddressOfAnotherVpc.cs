using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An interface gets an address of another VPC.</summary>
[Topology]
public static partial class AddressOfAnotherVpc
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Interface("eth").PrivateIp("10.1.0.10"); // ND1055 at `"10.1.0.10"`: 10.1.0.10 is not in subnet 'web' (10.0.0.0/24); choose an address inside.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class AddressOfAnotherVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Interface("eth").PrivateIp("10.0.0.4");
    }
}

using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>What is not reserved by the vendor is reserved by the owner.</summary>
[Topology]
public static partial class EverythingReserved
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/28", "a").Reserve("10.0.0.0/28"); // ND1056 at `"10.0.0.0/28"`: Every address of subnet 'web' (10.0.0.0/28) that is not reserved is taken, and 'host' gets none; reserve less.
        web.Instance("host");
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EverythingReservedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/27", "a").Reserve("10.0.0.0/28");
        web.Instance("host");
    }
}

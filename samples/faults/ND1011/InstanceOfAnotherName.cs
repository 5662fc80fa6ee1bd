using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An instance is asked for by another name than it has.</summary>
[Topology]
public static partial class InstanceOfAnotherName
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("server");
        network.Expect(vpc.Instance("sever")).CannotReach(Internet); // ND1011 at `"sever"`: VPC 'shop' has no instance 'sever' at this point; declare it before, with Subnet(…).Instance(…).
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class InstanceOfAnotherNameRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        web.Instance("server");
        network.Expect(vpc.Instance("server")).CannotReach(Internet);
    }
}

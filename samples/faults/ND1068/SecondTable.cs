using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A subnet is associated with two route tables.</summary>
[Topology]
public static partial class SecondTable
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var shared = vpc.RouteTable("shared");
        web.RouteTable("own");
        web.Associate(shared); // ND1068 at `shared`: Subnet 'web' has route table 'own' already; a subnet has one, put everything into it.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class SecondTableRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var shared = vpc.RouteTable("shared");
        web.RouteTable("own");
    }
}

using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop over all pairs peers each VPC with itself, too.</summary>
[Topology]
public static partial class PeeredByALoop
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        VpcBuilder[] vpcs = [region.Vpc("shop", "10.0.0.0/16")];
        foreach (var one in vpcs)
        {
            foreach (var other in vpcs)
            {
                network.Peer($"{one.Name}-{other.Name}", one, other); // ND2086 at `other`: VPC 'shop' cannot peer with itself; name another VPC.
            }
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PeeredByALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        VpcBuilder[] vpcs = [region.Vpc("shop", "10.0.0.0/16")];
        foreach (var one in vpcs)
        {
            foreach (var other in vpcs.Where(each => each != one))
            {
                network.Peer($"{one.Name}-{other.Name}", one, other);
            }
        }
    }
}

using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop over all pairs peers each pair twice.</summary>
[Topology]
public static partial class PeeredInAMesh
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        VpcBuilder[] vpcs = [region.Vpc("shop", "10.0.0.0/16"), region.Vpc("tools", "10.1.0.0/16")];
        foreach (var one in vpcs)
        {
            foreach (var other in vpcs.Where(each => each != one))
            {
                network.Peer($"{one.Name}-{other.Name}", one, other).AcceptedBy(network.DefaultAccount); // ND2085 at `$"{one.Name}-{other.Name}"`: VPCs 'tools' and 'shop' are peered already by 'shop-tools'; the vendor allows one connection a pair, use that one.
            }
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PeeredInAMeshRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        VpcBuilder[] vpcs = [region.Vpc("shop", "10.0.0.0/16"), region.Vpc("tools", "10.1.0.0/16")];
        foreach (var one in vpcs)
        {
            foreach (var other in vpcs.Where(each => string.CompareOrdinal(each.Name, one.Name) < 0))
            {
                network.Peer($"{one.Name}-{other.Name}", one, other).AcceptedBy(network.DefaultAccount);
            }
        }
    }
}

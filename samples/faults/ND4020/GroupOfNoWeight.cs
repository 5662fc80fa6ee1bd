using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The only endpoint of a listener has no weight.</summary>
[Topology]
public static partial class GroupOfNoWeight
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(region).Endpoint(region.ElasticIp("web"), weight: 0); // ND4020 at `Listener(Tcp(443))`: A listener of accelerator 'edge' is shut only in appearance: no endpoint has a weight, and any of the nearest group gets its flows all the same; give one a weight above 0, or call Disable() to take nothing.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class GroupOfNoWeightRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(region).Endpoint(region.ElasticIp("web"), weight: 128);
    }
}

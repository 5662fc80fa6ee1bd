using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Both regions of a listener are dialed to zero.</summary>
[Topology]
public static partial class TwoRegionsDialedToZero
{
    static void Define(NetworkBuilder network)
    {
        var virginia = network.Region("us-east-1");
        var ireland = network.Region("eu-west-1");
        var listener = network.Accelerator("edge").Listener(Tcp(443)); // ND4020 at `Listener(Tcp(443))`: A listener of accelerator 'edge' is shut only in appearance: all traffic dials are 0, and its flows go to some group all the same; raise one, or call Disable() to take nothing.
        listener.EndpointGroup(virginia, dial: 0).Endpoint(virginia.ElasticIp("web"));
        listener.EndpointGroup(ireland, dial: 0).Endpoint(ireland.ElasticIp("web"));
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class TwoRegionsDialedToZeroRepaired
{
    static void Define(NetworkBuilder network)
    {
        var virginia = network.Region("us-east-1");
        var ireland = network.Region("eu-west-1");
        var listener = network.Accelerator("edge").Listener(Tcp(443));
        listener.EndpointGroup(virginia, dial: 100).Endpoint(virginia.ElasticIp("web"));
        listener.EndpointGroup(ireland, dial: 0).Endpoint(ireland.ElasticIp("web"));
    }
}

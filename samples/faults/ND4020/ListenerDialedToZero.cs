using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>All groups of a listener are dialed to zero.</summary>
[Topology]
public static partial class ListenerDialedToZero
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var listener = network.Accelerator("edge").Listener(Tcp(443)); // ND4020 at `Listener(Tcp(443))`: A listener of accelerator 'edge' is shut only in appearance: all traffic dials are 0, and its flows go to some group all the same; raise one, or call Disable() to take nothing.
        listener.EndpointGroup(region, dial: 0).Endpoint(region.ElasticIp("web"));
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ListenerDialedToZeroRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        var listener = network.Accelerator("edge").Listener(Tcp(443));
        listener.EndpointGroup(region, dial: 50).Endpoint(region.ElasticIp("web"));
    }
}

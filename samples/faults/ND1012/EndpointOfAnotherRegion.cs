using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An endpoint group has an endpoint of another region.</summary>
[Topology]
public static partial class EndpointOfAnotherRegion
{
    static void Define(NetworkBuilder network)
    {
        var virginia = network.Region("us-east-1");
        var ireland = network.Region("eu-west-1");
        network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(virginia).Endpoint(ireland.ElasticIp("web")); // ND1012 at `ireland.ElasticIp("web")`: Elastic IP address 'web' is in eu-west-1, the endpoint group in us-east-1; add it to a group of its own region.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class EndpointOfAnotherRegionRepaired
{
    static void Define(NetworkBuilder network)
    {
        var virginia = network.Region("us-east-1");
        var ireland = network.Region("eu-west-1");
        network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(ireland).Endpoint(ireland.ElasticIp("web"));
    }
}

using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An elastic IP address is behind a dual-stack accelerator.</summary>
[Topology]
public static partial class AddressBehindDualStack
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        network.Accelerator("edge").IpAddressType(IpAddressType.Dualstack).Listener(Tcp(443)).EndpointGroup(region).Endpoint(region.ElasticIp("web")); // ND1040 at `region.ElasticIp("web")`: Elastic IP address 'web' cannot be an endpoint of the dual-stack accelerator 'edge': an elastic address is of IPv4; use what holds it.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AddressBehindDualStackRepaired
{
    static void Define(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(region).Endpoint(region.ElasticIp("web"));
    }
}

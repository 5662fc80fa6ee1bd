using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A host behind an accelerator admits everybody on another port.</summary>
[Topology]
public static partial class AcceleratorOfAnotherPort
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var web = vpc.SecurityGroup("web").Ingress(Tcp(8443), from: AnyIpv4);
        var host = vpc.Subnet("private", "10.0.0.0/24", "a").Instance("web", web);
        network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(vpc.Region).Endpoint(host); // ND3020 at `Endpoint(host)`: Instance 'web' sees the addresses of the clients of accelerator 'edge', and no ingress rule of its security groups admits one of them to tcp/443; admit the clients, for example from 0.0.0.0/0.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AcceleratorOfAnotherPortRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var web = vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);
        var host = vpc.Subnet("private", "10.0.0.0/24", "a").Instance("web", web);
        network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(vpc.Region).Endpoint(host);
    }
}

using NetDsl;
using static NetDsl.Traffic;

/// <summary>
/// A shop in three regions behind one accelerator: two addresses for the whole world lead everybody to the nearest region that works. Nothing else
/// is public: load balancers are internal, and no subnet has a route to the internet.
/// </summary>
[Topology]
public static partial class WorldwideShop
{
    static void Define(NetworkBuilder network)
    {
        var virginia = network.Region("us-east-1");
        var ireland = network.Region("eu-west-1");
        var tokyo = network.Region("ap-northeast-1");

        network.InternetClient("boston", near: virginia);
        network.InternetClient("berlin", near: network.Region("eu-central-1"));
        network.InternetClient("osaka", near: tokyo);

        var web = network.Accelerator("front-door").Listener(Tcp(443));
        web.EndpointGroup(virginia).Endpoint(virginia.Shop(number: 0));
        web.EndpointGroup(ireland).Endpoint(ireland.Shop(number: 1));

        // New: every fifth flow of the neighbourhood, and the rest goes to Virginia, across the ocean.
        web.EndpointGroup(tokyo, dial: 20).Endpoint(tokyo.Shop(number: 2));
    }

    /// <summary>The shop of a region: an internal load balancer over two zones, which lets everybody in, and a web host in each.</summary>
    static LoadBalancerBuilder Shop(this RegionBuilder region, int number)
    {
        var vpc = region.Vpc("shop", $"10.{number}.0.0/16");

        // The accelerator wants it; no route leads there.
        vpc.InternetGateway("igw");
        var front = vpc.SecurityGroup("front").Ingress(Tcp(443), from: AnyIpv4);
        var hosts = vpc.SecurityGroup("hosts").Ingress(Tcp(8443), from: front);
        var targets = vpc.TargetGroup("hosts", ListenerProtocol.Tcp, port: 8443);
        var balancer = vpc.NetworkLoadBalancer("front").Internal().SecurityGroup(front).Listener(ListenerProtocol.Tcp, 443, targets);
        foreach (var (index, zone) in new[] { "a", "c" }.Index())
        {
            var subnet = vpc.Subnet($"private-{zone}", $"10.{number}.{index}.0/24", zone);
            balancer.Subnet(subnet);
            targets.Target(subnet.Instance($"web-{zone}", hosts));
        }

        return balancer;
    }
}

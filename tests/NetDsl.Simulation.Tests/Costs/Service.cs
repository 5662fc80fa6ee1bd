using static NetDsl.Simulation.Tests.Costs.BillingScene;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Costs;

/// <summary>Two zones, each with a host that reads half of the traffic from a service of its region, and three ways there.</summary>
static class Service
{
    static readonly string[] Zones = ["a", "b"];

    public static Bill ByNat(decimal gigabytes, Prices prices)
    {
        var scene = new BillingScene();
        var service = scene.Region.Service("s3");
        return Read(scene, gigabytes, prices, Hosts((name, prefix, zone) => scene.HostBehindNat(name, prefix, zone, zone)), At(service));
    }

    public static Bill ByInterfaceEndpoint(decimal gigabytes, Prices prices)
    {
        var scene = new BillingScene();
        var hosts = Hosts(scene.Host);
        var endpoint = scene.Vpc.InterfaceEndpoint("s3", scene.Region.Service("s3")).SecurityGroup(scene.Open(scene.Vpc)).PrivateDns(false);
        foreach (var host in hosts)
        {
            endpoint.Subnet(host.Subnet);
        }

        return Read(scene, gigabytes, prices, hosts, At(endpoint));
    }

    public static Bill ByGatewayEndpoint(decimal gigabytes, Prices prices)
    {
        var scene = new BillingScene();
        var service = scene.Region.Service("s3");
        var endpoint = scene.Vpc.GatewayEndpoint("s3", service);
        var hosts = Hosts(scene.Host);
        foreach (var host in hosts)
        {
            endpoint.RouteTable(host.Subnet.RouteTable(host.Name));
        }

        return Read(scene, gigabytes, prices, hosts, At(service));
    }

    static List<InstanceBuilder> Hosts(Func<string, string, string, InstanceBuilder> host) =>
        [.. Zones.Select((zone, index) => host($"app-{zone}", $"10.0.{index}.0/24", zone))];

    static Bill Read(BillingScene scene, decimal gigabytes, Prices prices, List<InstanceBuilder> hosts, Endpoint service) =>
        scene.Month(prices, [.. hosts.Select(host => new Transfer(At(host), service, Tcp(443), 0, gigabytes / hosts.Count))]);
}

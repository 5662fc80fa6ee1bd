using static NetDsl.Simulation.Tests.Costs.BillingScene;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Costs;

/// <summary>Three zones, each with a host that takes a third of the traffic from the internet.</summary>
static class Egress
{
    public static Bill OneGateway(decimal gigabytes, Prices prices) => Of(gigabytes, prices, _ => "a");

    public static Bill OneInEachZone(decimal gigabytes, Prices prices) => Of(gigabytes, prices, zone => zone);

    static Bill Of(decimal gigabytes, Prices prices, Func<string, string> natZone)
    {
        var scene = new BillingScene();
        var hosts = new[] { "a", "b", "c" }.Select((zone, index) => scene.HostBehindNat($"app-{zone}", $"10.0.{index}.0/24", zone, natZone(zone))).ToList();
        return scene.Month(prices, [.. hosts.Select(host => new Transfer(At(host), Endpoint.Internet, Tcp(443), 0, gigabytes / hosts.Count))]);
    }
}

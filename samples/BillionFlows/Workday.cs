using NetDsl;
using NetDsl.Simulation;
using NetDsl.Simulation.Workloads;

/// <summary>What the hosts of the estate do: 24 groups, one for each subnet of hosts, each with five kinds of traffic.</summary>
internal static class Workday
{
    private const int Departments = 12;

    /// <summary>Flows a second, of all groups together.</summary>
    private const double PerSecond = 12_000;

    /// <summary>The time in which so many flows come.</summary>
    public static TimeSpan Length(long flows) => TimeSpan.FromSeconds(flows / PerSecond);

    /// <summary>One part for each group: they share no NAT gateway and no host that opens flows.</summary>
    public static IReadOnlyList<SimulationOptions> Shards(SimulationOptions options, string? folder) =>
    [
        .. from department in Enumerable.Range(0, Departments)
           from zone in new[] { "a", "b" }
           let name = $"department-{department}-{zone}"
           select options with { Traffic = [.. Traffic(department, zone)], OutputFolder = folder is null ? null : Path.Combine(folder, name) },
    ];

    private static IEnumerable<TrafficPattern> Traffic(int department, string zone)
    {
        var hosts = $"department-{department}/hosts-{zone}";
        var neighbour = $"department-{department ^ 1}/hosts-{zone}";
        const double Group = PerSecond / (2 * Departments);

        // Over the transit gateway to the load balancer: web services.
        yield return Calls("services over TCP", hosts, "services/front", Protocol.Tcp, 443, 0.15 * Group);
        yield return Calls("services over UDP", hosts, "services/front", Protocol.Udp, 443, 0.20 * Group);

        // Through the NAT gateway of the zone: everybody fetches updates from one place.
        yield return Calls("updates", hosts, "198.51.100.7", Protocol.Udp, 443, 0.25 * Group);

        // Over the peering connection and inside the VPC, each with a partner.
        yield return Calls("neighbours", hosts, neighbour, Protocol.Udp, 8080, 0.20 * Group) with { Pairing = TrafficPairing.Pairs };
        yield return Calls("inside", hosts, $"department-{department}/hosts-{(zone == "a" ? "b" : "a")}", Protocol.Udp, 8080, 0.18 * Group) with { Pairing = TrafficPairing.Pairs };

        // What no group lets in.
        yield return Calls("probes", hosts, neighbour, Protocol.Tcp, 22, 0.02 * Group) with { Pairing = TrafficPairing.Pairs };

        TrafficPattern Calls(string what, string from, string to, Protocol protocol, ushort port, double perSecond) => new($"{what} of {hosts}", [from], [to], protocol, port)
        {
            Arrivals = new Arrivals.Poisson(perSecond),
            Exchange = new Exchange.RequestReply { ReplyBytes = new Distribution.Constant(900), Pause = new Distribution.Constant(0) },
        };
    }
}

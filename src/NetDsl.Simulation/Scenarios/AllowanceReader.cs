using NetDsl.Model;
using NetDsl.Runtime.Allowances;
using NetDsl.Simulation.Performance;

namespace NetDsl.Simulation.Scenarios;

/// <summary>Reads what instances may use of their network.</summary>
internal static class AllowanceReader
{
    private const double Giga = 1e9;
    private const double Least = 1e-6;
    private const double MostGbps = 10_000;
    private const int MostProcessors = 10_000;

    public static NamedAllowance Read(ScenarioValue value)
    {
        var members = value.Members("of", "interfaces", "gbps", "burst", "packetsPerSecond", "connections", "vcpus", "flowGbps", "placementGroup", "queue");
        var mode = members.TryGetValue("interfaces", out var interfaces) ? interfaces.Choice([.. InterfaceMode.All.Select(each => (each.Name, each))]) : null;
        var rate = members.TryGetValue("gbps", out var gbps) ? gbps.Number(Least, MostGbps) * Giga : mode?.BitsPerSecond;
        if (rate > mode?.BitsPerSecond)
        {
            throw gbps.Refused($"{mode.Name} carries {mode.BitsPerSecond / Giga:0} at most; leave \"interfaces\" out, or write less");
        }

        var standard = new InstanceAllowance();
        var allowance = standard with
        {
            BitsPerSecond = rate,
            PacketsPerSecond = members.TryGetValue("packetsPerSecond", out var packets) ? packets.Number(Least, 1e12) : mode?.PacketsPerSecond,
            Connections = members.TryGetValue("connections", out var connections) ? connections.Whole(0, int.MaxValue) : null,
            InternetBitsPerSecond = members.TryGetValue("vcpus", out var processors) ? InternetRate(processors, rate) : null,
            FlowBitsPerSecond = members.TryGetValue("flowGbps", out var flow) ? flow.Number(Least, MostGbps) * Giga : null,
            PlacementGroup = members.TryGetValue("placementGroup", out var group) ? group.Text() : null,
            UsesEnaExpress = mode == InterfaceMode.EnaExpress,
            LongestWait = members.TryGetValue("queue", out var queue) ? queue.Duration() : standard.LongestWait,
        };
        return new NamedAllowance(
            members.TryGetValue("of", out var names) ? Names(names) : throw value.Refused("\"of\" is missing; name the instances"),
            members.TryGetValue("burst", out var burst) ? WithBurst(allowance, mode, burst) : allowance);
    }

    private static double InternetRate(ScenarioValue processors, double? rate)
    {
        var number = processors.Whole(1, MostProcessors);
        var half = InstanceAllowance.InternetRate(number, double.MaxValue);
        return half > InstanceAllowance.FlowRate && rate is null
            ? throw processors.Refused("so large an instance has half of its bandwidth through an internet gateway; write its \"gbps\"")
            : InstanceAllowance.InternetRate(number, rate ?? 0);
    }

    private static EquatableArray<string> Names(ScenarioValue names)
    {
        EquatableArray<string> named = [.. names.Items().Select(name => name.Text())];
        return named.Count > 0 ? named : throw names.Refused("nobody is named; name an instance, a subnet or a VPC");
    }

    /// <summary>Of types that go "up to" a rate.</summary>
    private static InstanceAllowance WithBurst(InstanceAllowance allowance, InterfaceMode? mode, ScenarioValue burst)
    {
        var members = burst.Members("gbps", "lasts");
        var peak = members.TryGetValue("gbps", out var gbps) ? gbps.Number(Least, MostGbps) * Giga : throw burst.Refused("\"gbps\" is missing: up to what it goes");
        return allowance.BitsPerSecond is not { } rate ? throw burst.Refused("it has no baseline; write \"gbps\" beside it")
            : peak < rate ? throw gbps.Refused("it goes up to more than the \"gbps\" that it has always")
            : peak > mode?.BitsPerSecond ? throw gbps.Refused($"{mode.Name} carries {mode.BitsPerSecond / Giga:0} at most; leave \"interfaces\" out, or write less")
            : allowance with { PeakBitsPerSecond = peak, PeakLasts = members.TryGetValue("lasts", out var lasts) ? lasts.Duration() : allowance.PeakLasts };
    }
}

using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Direct Connect.</content>
public sealed partial class SiteBuilder
{
    // Source: "AWS Direct Connect connections" and "AWS Direct Connect LAGs".
    private static readonly int[] DedicatedGbps = [1, 10, 100, 400];
    private static readonly int[] HostedMbps = [50, 100, 200, 300, 400, 500, 1000, 2000, 5000, 10000, 25000];
    private const int MostFastLinks = 2;
    private const int MostLinks = 4;
    private const int FastMbps = 100_000;
    private const int MbpsInGbps = 1000;
    private readonly List<DirectConnectBuilder> connections = [];
    private readonly List<DirectConnectLagBuilder> lags = [];

    internal IReadOnlyList<DirectConnectBuilder> Connections => connections;

    internal IReadOnlyList<DirectConnectLagBuilder> Lags => lags;

    /// <summary>Declares a dedicated Direct Connect connection between this site and a location.</summary>
    /// <param name="name">Unique in the network.</param>
    /// <param name="location">The Direct Connect location, for example <c>EqDC2</c>.</param>
    /// <param name="region">The region that the location belongs to.</param>
    /// <param name="gbps">1, 10, 100 or 400.</param>
    public DirectConnectBuilder DirectConnect(
        string name,
        string location,
        RegionBuilder region,
        int gbps = 1,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var valid = HasSpeed(gbps, DedicatedGbps, "dedicated connection", "gigabits", call.Of(nameof(gbps)));
        return Add(name, location, region, gbps * MbpsInGbps, isHosted: false, valid, call);
    }

    /// <summary>Declares a hosted Direct Connect connection, which a partner provides and which has one virtual interface.</summary>
    /// <param name="name">Unique in the network.</param>
    /// <param name="location">The Direct Connect location, for example <c>EqDC2</c>.</param>
    /// <param name="region">The region that the location belongs to.</param>
    /// <param name="mbps">50 to 25000, in the steps that partners sell.</param>
    public DirectConnectBuilder HostedDirectConnect(
        string name,
        string location,
        RegionBuilder region,
        int mbps,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var valid = HasSpeed(mbps, HostedMbps, "hosted connection", "megabits", call.Of(nameof(mbps)));
        return Add(name, location, region, mbps, isHosted: true, valid, call);
    }

    /// <summary>Bundles dedicated connections of this site, which then carry the virtual interfaces of the group.</summary>
    /// <param name="name">Unique in the network.</param>
    /// <param name="members">Connections of one speed at one location without virtual interfaces: at most four, or two of 100 gigabits and more.</param>
    /// <param name="minimumLinks">How many must work for the group to.</param>
    public DirectConnectLagBuilder LinkAggregationGroup(
        string name,
        IReadOnlyList<DirectConnectBuilder> members,
        int minimumLinks = 0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var present = members.Where(member => !member.IsLeftOut).ToList();
        var lag = new DirectConnectLagBuilder(
            this,
            Network.Names.Declare(
                ElementKind.DirectConnectLag, "", name, call.Of(nameof(name)), IsLeftOut || present.Count < members.Count),
            present,
            minimumLinks);
        if (!lag.IsLeftOut && Fault(present) is { } fault)
        {
            Network.Problems.Add(ProblemKind.Conflict, fault, call.Of(nameof(members)));
            lag.LeaveOut();
        }
        else if (!lag.IsLeftOut && !Network.Problems.InRange(
            minimumLinks, 0, present.Count, "the least number of links of this group", call.Of(nameof(minimumLinks))))
        {
            lag.LeaveOut();
        }

        if (!lag.IsLeftOut)
        {
            present.ForEach(member => member.Lag = lag);
        }

        lags.Add(lag);
        return lag;
    }

    private string? Fault(List<DirectConnectBuilder> members) =>
        members.Count == 0 ? "a link aggregation group has at least one connection; name it"
        : members.Find(member => member.Site != this) is { } foreign
            ? $"connection '{foreign.Name}' is of site '{foreign.Site.Name}', not of '{Name}'; bundle connections of one site"
        : members.Find(member => member.IsHosted) is { } hosted
            ? $"connection '{hosted.Name}' is hosted; bundle dedicated connections"
        : members.Find(member => member.Lag is not null) is { } bundled
            ? $"connection '{bundled.Name}' is of link aggregation group '{bundled.Lag!.Name}' already; a connection is of one"
        : members.Find(member => member.VirtualInterfaces.Count > 0) is { } used
            ? $"connection '{used.Name}' has virtual interfaces; bundle it before, and declare them on the group"
        : members.Exists(member => member.SpeedMbps != members[0].SpeedMbps || member.Location != members[0].Location)
            ? "the connections of a link aggregation group have one speed and end at one location; bundle those that do"
        : members.Count > (members[0].SpeedMbps >= FastMbps ? MostFastLinks : MostLinks)
            ? $"a link aggregation group has at most {MostLinks} connections, or {MostFastLinks} of 100 gigabits and more; make two groups"
        : null;

    private bool HasSpeed(int speed, int[] speeds, string what, string unit, Origin origin)
    {
        if (speeds.Contains(speed))
        {
            return true;
        }

        Network.Problems.Add(
            ProblemKind.InvalidNumber, $"a {what} of {speed} {unit} does not exist; there are {string.Join(", ", speeds)}", origin);
        return false;
    }

    private DirectConnectBuilder Add(
        string name,
        string location,
        RegionBuilder region,
        int mbps,
        bool isHosted,
        bool valid,
        Call call)
    {
        if (string.IsNullOrWhiteSpace(location))
        {
            Network.Problems.Add(
                ProblemKind.InvalidName, "a Direct Connect connection ends at a location; name it, for example EqDC2", call.Of(nameof(location)));
            valid = false;
        }

        var connection = new DirectConnectBuilder(
            this,
            Network.Names.Declare(
                ElementKind.DirectConnectConnection, "", name, call.Of(nameof(name)), IsLeftOut || region.IsLeftOut || !valid),
            location ?? "",
            region,
            mbps,
            isHosted);
        connections.Add(connection);
        return connection;
    }
}

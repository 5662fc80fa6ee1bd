namespace NetDsl.Simulation.Failures;

/// <summary>What kinds of failures are called in scenarios and reports.</summary>
public static class FailureKinds
{
    private static readonly IReadOnlyList<(FailureKind Kind, string Code, string Text)> All =
    [
        (FailureKind.Zone, "zone", "zone"),
        (FailureKind.Host, "host", "host"),
        (FailureKind.NatGateway, "nat-gateway", "NAT gateway"),
        (FailureKind.Node, "node", "node"),
        (FailureKind.Drain, "drain", "target"),
        (FailureKind.Tunnel, "tunnel", "tunnel"),
        (FailureKind.Device, "device", "device"),
        (FailureKind.VirtualInterface, "virtual-interface", "virtual interface"),
        (FailureKind.Connection, "connection", "Direct Connect connection"),
        (FailureKind.Location, "location", "Direct Connect location"),
        (FailureKind.Site, "site", "site"),
        (FailureKind.Line, "line", "line"),
        (FailureKind.Maintenance, "maintenance", "tunnel in maintenance"),
        (FailureKind.Move, "move", "move"),
    ];

    /// <summary>The codes of all kinds.</summary>
    public static IEnumerable<string> Codes => All.Select(each => each.Code);

    /// <summary>The kind with that code; nothing when there is none.</summary>
    /// <param name="code">For example <c>nat-gateway</c>.</param>
    public static FailureKind? OfCode(string? code) => All.Where(each => each.Code == code).Select(each => (FailureKind?)each.Kind).FirstOrDefault();

    /// <summary>The kind that people call so; nothing when there is none.</summary>
    internal static FailureKind? OfText(string text) => All.Where(each => each.Text == text).Select(each => (FailureKind?)each.Kind).FirstOrDefault();

    /// <summary>What people call it.</summary>
    /// <param name="kind">The kind.</param>
    public static string Text(FailureKind kind) => All.First(each => each.Kind == kind).Text;
}

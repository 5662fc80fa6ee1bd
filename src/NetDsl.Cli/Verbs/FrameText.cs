using System.Globalization;
using System.Text.Json.Nodes;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Wire;

namespace NetDsl.Cli.Verbs;

/// <summary>Shows frames of a capture to people, and to machines.</summary>
internal static class FrameText
{
    private const int HeadersBeforeGeneve = 14 + 20 + 8;

    /// <summary>A frame in a line, and in another one what its wire puts around the packet.</summary>
    public static IEnumerable<string> Lines(CapturedFrame frame)
    {
        var sighting = frame.Sighting;
        var flags = FlagsOf(frame);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{frame.Time.TotalSeconds:0.000000}  {sighting.Element.Path} ({Wire(sighting)}, {(sighting.IsOutbound ? "out" : "in")}): {sighting.Description}{(flags is null ? "" : $" [{flags}]")}, {frame.Length} bytes");
        if (Around(frame) is { } around)
        {
            yield return $"    in {around}";
        }
    }

    public static JsonObject Machine(CapturedFrame frame) => new()
    {
        ["time"] = frame.Time.TotalSeconds,
        ["element"] = frame.Sighting.Element.Path,
        ["wire"] = Wire(frame.Sighting),
        ["isOutbound"] = frame.Sighting.IsOutbound,
        ["packet"] = frame.Sighting.Description,
        ["tcpFlags"] = FlagsOf(frame),
        ["around"] = Around(frame),
        ["length"] = frame.Length,
    };

    private static string Wire(in WireSighting sighting) => sighting.Kind.ToString().ToLowerInvariant();

    private static string? FlagsOf(CapturedFrame frame) => frame.Sighting is { Neighbour: null, Packet.Protocol: var protocol } && protocol == Protocol.Tcp ? frame.Flags.ToString().ToUpperInvariant() : null;

    private static string? Around(CapturedFrame frame) => frame.Sighting switch
    {
        { Kind: WireKind.Substrate } => Encapsulation(frame),
        { Kind: WireKind.Appliance } => "Geneve of the Gateway Load Balancer",
        { Circuit: { IsOfClients: true } } => "OpenVPN",
        { Circuit: { Kind: CircuitKind.Vlan, Vlan: var vlan } } => string.Create(CultureInfo.InvariantCulture, $"VLAN {vlan} (802.1Q)"),
        { Circuit: { Kind: CircuitKind.Ipsec } } => "ESP of IPsec",
        { Circuit: { Kind: CircuitKind.Gre } } => "GRE",
        _ => null,
    };

    /// <summary>What the bytes of the encapsulation say.</summary>
    private static string Encapsulation(CapturedFrame frame)
    {
        if (!VpcEncapsulation.TryRead(frame.Bytes.AsSpan(HeadersBeforeGeneve), out var header, out _, out var fault))
        {
            throw new InvalidOperationException($"The encapsulation of a packet cannot be read: {fault}.");
        }

        var ends = $"{header!.Vpc ?? "no VPC"}, from {header.Source ?? "the edge"} to {header.Destination ?? Name(header.Context.Hop)}";
        return header.FlowCookie is { } flow ? string.Create(CultureInfo.InvariantCulture, $"{ends}, flow {flow:x16}") : ends;
    }

    private static string Name(WireHop hop) => hop switch
    {
        WireHop.Host => "a host",
        WireHop.Edge => "an edge device",
        WireHop.FlowState => "a node that keeps flows",
        WireHop.TransitGateway => "a transit gateway",
        _ => "an endpoint",
    };
}

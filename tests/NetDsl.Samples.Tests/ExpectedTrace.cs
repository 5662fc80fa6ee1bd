using System.Text.Json;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Samples.Tests;

/// <summary>One line of a sample's <c>traces.json</c>: a question, and the answer that the network must give.</summary>
/// <param name="Why">What the answer shows.</param>
/// <param name="From">The path of an element, an address, or <c>internet</c>.</param>
/// <param name="To">The same.</param>
/// <param name="Protocol">A name or number.</param>
/// <param name="Port">The destination port; 0 where the protocol has none.</param>
/// <param name="Verdict">As <c>netdsl trace --json</c> prints it.</param>
/// <param name="Forward">The outcome of the packet.</param>
/// <param name="Return">The outcome of its reply.</param>
/// <param name="Codes">Everything that blocks the packet, in order.</param>
/// <param name="ReturnCodes">Everything that blocks the reply, in order.</param>
public sealed record ExpectedTrace(
    string Why,
    string From,
    string To,
    string Protocol,
    int Port,
    string Verdict,
    string Forward,
    string Return,
    IReadOnlyList<string>? Codes,
    IReadOnlyList<string>? ReturnCodes)
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static IReadOnlyList<ExpectedTrace> Of(Sample sample) =>
        JsonSerializer.Deserialize<List<ExpectedTrace>>(File.ReadAllText(Path.Combine(sample.Folder, "traces.json")), Options)!;

    public TrafficSelector Traffic
    {
        get
        {
            Assert.True(NetDsl.Protocol.TryParse(Protocol, out var protocol), $"'{Protocol}' is no protocol");
            return new TrafficSelector(protocol, protocol.HasPorts ? new PortRange((ushort)Port, (ushort)Port) : PortRange.All);
        }
    }

    /// <summary>The end that a text names in a topology.</summary>
    public static Endpoint EndOf(string text, Topology topology) => text switch
    {
        "internet" => Endpoint.Internet,
        _ when IpAddress.TryParse(text, out var address) => Endpoint.Of(address),
        _ => Endpoint.Of(topology.Instances.Cast<Element>().Concat(topology.NetworkInterfaces).Concat(topology.Hybrid.Hosts).Concat(topology.Accelerators).Concat(topology.InternetClients).First(element => element.Id.Path == text).Id),
    };

    /// <summary>Fails unless the trace is what is expected here.</summary>
    public void AssertMatches(Trace trace)
    {
        Assert.Equal(Shown(Verdict, Forward, Codes, Return, ReturnCodes), Shown(
            trace.Verdict.ToString(),
            trace.Forward.Outcome.ToString(),
            [.. trace.Forward.Blocks.Select(block => block.Code.ToCode())],
            trace.Return.Outcome.ToString(),
            [.. trace.Return.Blocks.Select(block => block.Code.ToCode())]));
    }

    /// <summary>Fails unless the JSON that the command line printed is what is expected here.</summary>
    public void AssertMatches(JsonElement printed)
    {
        Assert.Equal(Shown(Verdict, Forward, Codes, Return, ReturnCodes), Shown(
            Text(printed, "verdict"),
            Text(printed.GetProperty("forward"), "outcome"),
            CodesOf(printed.GetProperty("forward")),
            Text(printed.GetProperty("return"), "outcome"),
            CodesOf(printed.GetProperty("return"))));

        static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

        static List<string> CodesOf(JsonElement direction) =>
            [.. direction.GetProperty("blocks").EnumerateArray().Select(block => Text(block, "code"))];
    }

    static string Shown(string verdict, string forward, IReadOnlyList<string>? codes, string back, IReadOnlyList<string>? returnCodes) =>
        $"{verdict}: {forward} [{string.Join(' ', codes ?? [])}] / {back} [{string.Join(' ', returnCodes ?? [])}]".ToLowerInvariant();
}

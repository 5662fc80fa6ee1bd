using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Runtime;

namespace NetDsl.Cli.Verbs;

/// <summary>Answers to questions for names, as people and machines read them.</summary>
internal static class NameText
{
    public static JsonObject Machine(NameResolution resolution) => new()
    {
        ["name"] = resolution.Name,
        ["outcome"] = Word(resolution.Outcome),
        ["addresses"] = MachineText.Array(resolution.Addresses.Select(address => JsonValue.Create(address.ToString()))),
        ["element"] = resolution.Element.Length == 0 ? null : resolution.Element,
        ["reason"] = resolution.Reason,
    };

    public static string Line(NameResolution resolution) => resolution.Outcome == NameOutcome.Answered
        ? $"{resolution.Name} is {string.Join(", ", resolution.Addresses)}: {resolution.Reason}"
        : $"{resolution.Name}: {resolution.Reason}";

    public static Tone ToneOf(NameResolution resolution) => resolution.Outcome switch
    {
        NameOutcome.Answered => Tone.Plain,
        NameOutcome.NoSuchName or NameOutcome.NoResolver => Tone.Bad,
        _ => Tone.Warning,
    };

    /// <summary>What a name without an address means for a flow to it: without a name no packet is sent; of what others answer nothing is known.</summary>
    public static Verdict Verdict(NameResolution resolution) =>
        resolution.Outcome is NameOutcome.NoSuchName or NameOutcome.NoResolver ? NetDsl.Verdict.Blocked : NetDsl.Verdict.Unknown;

    private static string Word(NameOutcome outcome) => outcome switch
    {
        NameOutcome.Answered => "answered",
        NameOutcome.NoSuchName => "no-such-name",
        NameOutcome.NoResolver => "no-resolver",
        NameOutcome.Forwarded => "forwarded",
        _ => "unknown",
    };
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace NetDsl.Cli.Sources;

/// <summary>A line of a build's output that says what is wrong where.</summary>
internal sealed partial record BuildDiagnostic(string File, int Line, int Column, bool IsError, string Id, string Message)
{
    /// <summary>Whether it comes from NetDsl rather than from the language.</summary>
    public bool IsFinding => Id.StartsWith("ND", StringComparison.Ordinal) && Id.Length == 6;

    /// <summary>What is wrong, without the page of the rule, which the compiler writes behind it.</summary>
    public string Text => HelpPage().Replace(Message, "");

    /// <summary>Whether it says what a check says; compilers write a message on one line.</summary>
    public bool SaysSame(string message) => Text == message.ReplaceLineEndings(" ").Trim();

    /// <summary>The diagnostics in a build's output, each once, files relative to a folder.</summary>
    public static IReadOnlyList<BuildDiagnostic> In(string output, string folder) =>
    [
        .. output.Split('\n')
            .Select(line => Form().Match(line.Trim()))
            .Where(match => match.Success)
            .Select(match => new BuildDiagnostic(
                Model.SourcePath.Relative(match.Groups["file"].Value, folder),
                Number(match.Groups["line"].Value),
                Number(match.Groups["column"].Value),
                match.Groups["severity"].Value == "error",
                match.Groups["id"].Value,
                match.Groups["message"].Value))
            .Distinct(),
    ];

    public override string ToString() => Line == 0
        ? $"{File}: {Severity} {Id}: {Message}"
        : string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column}): {Severity} {Id}: {Message}");

    private string Severity => IsError ? "error" : "warning";

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@" \(docs/rules/ND\d{4}\.md\)$", RegexOptions.CultureInvariant)]
    private static partial Regex HelpPage();

    [GeneratedRegex("""^(?<file>[^(:]+?(:[^(:]+?)?)(\((?<line>\d+),(?<column>\d+)[^)]*\))? ?: (?<severity>error|warning) (?<id>\w+): (?<message>.*?)( \(https?://[^)]*\))?( \[[^\]]*\])?$""")]
    private static partial Regex Form();
}

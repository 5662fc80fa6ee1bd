using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NetDsl.Cli.Reports;

/// <summary>
/// What tells findings apart from one version of a project to the next: rule, file, and what is wrong, with the names of elements. Not the line, which moves with
/// whatever is written above, and not what to do, which may be another prefix every time.
/// </summary>
internal static class Fingerprints
{
    /// <summary>The name under which reports have them.</summary>
    public const string Name = "netdsl/v1";

    /// <summary>Each finding with its own; of several that say the same, each has another.</summary>
    public static IReadOnlyList<(ReportedFinding Finding, string Fingerprint)> Of(IEnumerable<ReportedFinding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. findings.Select(finding =>
        {
            var text = string.Join('\0', finding.Id, finding.Place?.File.Replace('\\', '/'), finding.Message.Split(';')[0]);
            var count = seen[text] = seen.GetValueOrDefault(text) + 1;
            var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text}\0{count}")));
            return (finding, Convert.ToHexStringLower(bytes.AsSpan(0, 16)));
        })];
    }
}

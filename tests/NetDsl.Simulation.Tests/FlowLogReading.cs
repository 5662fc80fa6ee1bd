using System.Globalization;
using System.IO.Compression;

namespace NetDsl.Simulation.Tests;

/// <summary>Reads flow logs as a consumer of the bucket would.</summary>
static class FlowLogReading
{
    /// <summary>The records of all files, split into fields, without header lines.</summary>
    public static IReadOnlyList<string[]> Records(string folder) =>
        [.. Directory.GetFiles(folder, "*.log.gz", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(path => Lines(path).Skip(1))
            .Select(line => line.Split(' '))];

    public static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    static List<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}

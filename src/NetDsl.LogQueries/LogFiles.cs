using System.IO.Compression;
using System.Text;
using NetDsl.Runtime.FlowLogs;

namespace NetDsl.LogQueries;

/// <summary>The files of flow logs in a folder.</summary>
/// <param name="Text">Files of text by their header line.</param>
/// <param name="Parquet">Files of Parquet.</param>
internal sealed record LogFiles(IReadOnlyList<IGrouping<string, string>> Text, IReadOnlyList<string> Parquet)
{
    private const string TextPattern = "*.log.gz";
    private const string ParquetPattern = "*.log.parquet";

    public IEnumerable<string> All => Text.SelectMany(group => group).Concat(Parquet);

    /// <summary>Finds them, in folders below as well.</summary>
    /// <exception cref="LogQueryException">There are none, or one is torn or no flow log.</exception>
    public static LogFiles In(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new LogQueryException($"'{folder}' is not a folder; name one that flow logs were written to, such as netdsl-output");
        }

        var files = new LogFiles([.. Find(folder, TextPattern).GroupBy(HeaderOf)], Find(folder, ParquetPattern));
        return files.All.Any()
            ? files
            : throw new LogQueryException($"'{folder}' has no flow logs, neither {TextPattern} nor {ParquetPattern}; name a folder that flow logs were written to");
    }

    private static List<string> Find(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.GetFullPath(folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>The first line of a file that is whole. The database would take the part of a torn one for all of it.</summary>
    private static string HeaderOf(string file)
    {
        const int LengthAtEnd = sizeof(uint);
        string? header;
        try
        {
            using var content = File.OpenRead(file);
            if (content.Length <= LengthAtEnd)
            {
                throw new InvalidDataException("it is empty");
            }

            var length = new byte[LengthAtEnd];
            content.Seek(-LengthAtEnd, SeekOrigin.End);
            content.ReadExactly(length);
            content.Position = 0;
            using var counted = new CountedStream(new GZipStream(content, CompressionMode.Decompress));
            using var reader = new StreamReader(counted, Encoding.UTF8);
            header = reader.ReadLine();
            counted.ReadToEnd();
            if ((uint)counted.Count != BitConverter.ToUInt32(length))
            {
                throw new InvalidDataException("it is torn");
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new LogQueryException($"'{file}' cannot be read: {failure.Message.TrimEnd('.')}; fetch it again, or take it out of the folder");
        }

        return header is not null && header.Split(' ').Any(name => FlowLogFields.FindAnywhere(name) is not null)
            ? header
            : throw new LogQueryException($"'{file}' is no flow log: its first line names no field such as srcaddr; take it out of the folder");
    }
}

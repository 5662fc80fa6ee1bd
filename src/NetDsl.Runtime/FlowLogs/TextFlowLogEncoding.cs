using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>A line with the names of the fields, then a line for each record, compressed by gzip .</summary>
public sealed class TextFlowLogEncoding : IFlowLogEncoding
{
    private const int Written = 64 * 1024;

    private TextFlowLogEncoding()
    {
    }

    /// <summary>The encoding.</summary>
    public static TextFlowLogEncoding Instance { get; } = new();

    /// <inheritdoc/>
    public string Extension => ".log.gz";

    /// <inheritdoc/>
    public void Encode(FlowLogBatch records, FlowLogFormat format, Stream output)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(output);
        var begin = output.Position;
        using (var compressed = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            var lines = new ArrayBufferWriter<byte>(2 * Written);
            lines.Write(Encoding.UTF8.GetBytes(format.Header + "\n"));
            for (var index = 0; index < records.Count; index++)
            {
                format.WriteLine(records[index], lines);
                lines.Write("\n"u8);
                if (lines.WrittenCount >= Written)
                {
                    compressed.Write(lines.WrittenSpan);
                    lines.ResetWrittenCount();
                }
            }

            compressed.Write(lines.WrittenSpan);
        }

        ForgetSystem(output, begin);
    }

    /// <summary>The same bytes for the same content: the header names neither time nor system.</summary>
    private static void ForgetSystem(Stream output, long begin)
    {
        const int ExtraFlags = 8;
        const byte UnknownSystem = 255;
        output.Position = begin + ExtraFlags;
        output.Write([0, UnknownSystem]);
        output.Position = output.Length;
    }
}

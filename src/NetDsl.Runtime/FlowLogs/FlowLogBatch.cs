using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>The records of one file, in order, before they are encoded. They lie in blocks, so that a million of them is not copied while it grows.</summary>
public sealed class FlowLogBatch
{
    private const int BlockSize = 4096;
    private readonly List<FlowLogRecord[]> blocks = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them, by its place.</summary>
    public ref readonly FlowLogRecord this[int index] => ref blocks[index / BlockSize][index % BlockSize];

    /// <summary>Adds one at the end.</summary>
    public void Add(in FlowLogRecord record)
    {
        if (Count == blocks.Count * BlockSize)
        {
            blocks.Add(new FlowLogRecord[BlockSize]);
        }

        blocks[^1][Count % BlockSize] = record;
        Count++;
    }

    /// <summary>A hash of what the records show in a format. It is the same however they are encoded, and whatever compresses them.</summary>
    /// <param name="format">Which fields.</param>
    /// <param name="part">The number of the file among those of its period, from 0.</param>
    public byte[] Fingerprint(FlowLogFormat format, int part)
    {
        ArgumentNullException.ThrowIfNull(format);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = new ArrayBufferWriter<byte>();
        lines.Write(Encoding.UTF8.GetBytes(format.Header + "\n"));
        for (var index = 0; index < Count; index++)
        {
            format.WriteLine(this[index], lines);
            lines.Write("\n"u8);
            if (lines.WrittenCount >= BlockSize)
            {
                hash.AppendData(lines.WrittenSpan);
                lines.ResetWrittenCount();
            }
        }

        hash.AppendData(lines.WrittenSpan);
        if (part > 0)
        {
            hash.AppendData(BitConverter.GetBytes(part));
        }

        return hash.GetHashAndReset();
    }
}

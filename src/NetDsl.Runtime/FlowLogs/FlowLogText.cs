using System.Buffers;
using System.Globalization;
using System.Text;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>Values of records in UTF-8; nothing but IPv6 makes strings on the way.</summary>
internal static class FlowLogText
{
    private const int LongestNumber = 20;
    private const int LongestIpv4 = 15;

    public static void Write(in FlowLogValue value, IBufferWriter<byte> output)
    {
        if (value.Number is { } number)
        {
            number.TryFormat(output.GetSpan(LongestNumber), out var written, provider: CultureInfo.InvariantCulture);
            output.Advance(written);
        }
        else if (value.Address is { AsIpv4: { } ipv4 })
        {
            Write(ipv4.Value, output);
        }
        else
        {
            Encoding.UTF8.GetBytes(value.Address?.ToString() ?? value.Name ?? "-", output);
        }
    }

    private static void Write(uint ipv4, IBufferWriter<byte> output)
    {
        var text = output.GetSpan(LongestIpv4);
        var length = 0;
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            ((byte)(ipv4 >> shift)).TryFormat(text[length..], out var written, provider: CultureInfo.InvariantCulture);
            length += written;
            if (shift > 0)
            {
                text[length++] = (byte)'.';
            }
        }

        output.Advance(length);
    }
}

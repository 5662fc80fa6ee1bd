using System.Globalization;
using System.Text;

namespace NetDsl.Interop.Snapshots.Code;

/// <summary>C# literals, and the calls that stand for values of the model.</summary>
internal static class CodeText
{
    /// <summary>A string literal; names come from the input, so everything that could end it is escaped.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var character in text)
        {
            literal.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                >= ' ' and <= '~' => character.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>For example <c>Tcp(443)</c>.</summary>
    public static string Traffic(TrafficSelector traffic)
    {
        var (protocol, ports) = (traffic.Protocol, traffic.DestinationPorts);
        return protocol switch
        {
            { IsAny: true } => "AllTraffic",
            { IsIcmp: true } => Icmp(protocol == Protocol.Icmp ? "Icmp" : "Icmpv6", ports),
            { HasPorts: true } => (protocol == Protocol.Tcp ? "Tcp" : "Udp") + (ports.First == ports.Last ? $"({ports.First})" : $"Range({ports.First}, {ports.Last})"),
            _ => $"IpProtocol({protocol.Number})",
        };
    }

    private static string Icmp(string name, PortRange messages)
    {
        var message = IcmpMessage.Of(messages.First);
        return messages == PortRange.All ? name
            : messages.First == messages.Last ? $"{name}Type({message.Type}, {message.Code})"
            : $"{name}Type({message.Type})";
    }
}

using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>The vocabulary of rules, for <c>using static NetDsl.Traffic</c>.</summary>
public static class Traffic
{
    /// <summary>Every IPv4 address: <c>0.0.0.0/0</c>.</summary>
    public const string AnyIpv4 = "0.0.0.0/0";

    /// <summary>Every IPv6 address.</summary>
    public const string AnyIpv6 = "::/0";

    /// <summary>Everything, of every protocol, to every port.</summary>
    public static TrafficSelector AllTraffic { get; } = new(Protocol.Any, PortRange.All);

    /// <summary>ICMP of every type and code.</summary>
    public static TrafficSelector Icmp { get; } = new(Protocol.Icmp, PortRange.All);

    /// <summary>ICMPv6.</summary>
    public static TrafficSelector Icmpv6 { get; } = new(Protocol.Icmpv6, PortRange.All);

    /// <summary>Every host outside the modelled network, as the end of a trace.</summary>
    public static Endpoint Internet => Endpoint.Internet;

    /// <summary>TCP to one destination port.</summary>
    /// <param name="port">0 to 65535.</param>
    /// <param name="file">Given by the compiler.</param>
    /// <param name="line">Given by the compiler.</param>
    public static TrafficSelector Tcp(int port, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Ports(Protocol.Tcp, port, port, Call.Here(file, line), nameof(port), nameof(port));

    /// <summary>TCP to a range of destination ports, both ends included.</summary>
    /// <param name="first">The lowest port, 0 to 65535.</param>
    /// <param name="last">The highest port, not below the lowest.</param>
    /// <param name="file">Given by the compiler.</param>
    /// <param name="line">Given by the compiler.</param>
    public static TrafficSelector TcpRange(
        int first, int last, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Ports(Protocol.Tcp, first, last, Call.Here(file, line), nameof(first), nameof(last));

    /// <summary>UDP to one destination port.</summary>
    /// <param name="port">0 to 65535.</param>
    /// <param name="file">Given by the compiler.</param>
    /// <param name="line">Given by the compiler.</param>
    public static TrafficSelector Udp(int port, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Ports(Protocol.Udp, port, port, Call.Here(file, line), nameof(port), nameof(port));

    /// <summary>UDP to a range of destination ports, both ends included.</summary>
    /// <param name="first">The lowest port, 0 to 65535.</param>
    /// <param name="last">The highest port, not below the lowest.</param>
    /// <param name="file">Given by the compiler.</param>
    /// <param name="line">Given by the compiler.</param>
    public static TrafficSelector UdpRange(
        int first, int last, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Ports(Protocol.Udp, first, last, Call.Here(file, line), nameof(first), nameof(last));

    /// <summary>ICMP messages of one type, whatever their code; 8 is the echo request, 3 what cannot be delivered.</summary>
    /// <param name="type">0 to 255, of the IANA registry "ICMP Type Numbers".</param>
    /// <param name="file">Given by the compiler.</param>
    /// <param name="line">Given by the compiler.</param>
    public static TrafficSelector IcmpType(int type, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Messages(Protocol.Icmp, type, code: null, Call.Here(file, line));

    /// <summary>ICMP messages of one type and code; 3 and 4 tell that a packet is too large (path MTU discovery).</summary>
    /// <param name="type">0 to 255, of the IANA registry "ICMP Type Numbers".</param>
    /// <param name="code">0 to 255.</param>
    /// <param name="file">Given by the compiler.</param>
    /// <param name="line">Given by the compiler.</param>
    public static TrafficSelector IcmpType(int type, int code, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Messages(Protocol.Icmp, type, code, Call.Here(file, line));

    /// <summary>ICMPv6 messages of one type, whatever their code; 128 is the echo request, 2 tells that a packet is too large.</summary>
    /// <param name="type">0 to 255, of the IANA registry "ICMPv6 type Numbers".</param>
    /// <param name="file">Given by the compiler.</param>
    /// <param name="line">Given by the compiler.</param>
    public static TrafficSelector Icmpv6Type(int type, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Messages(Protocol.Icmpv6, type, code: null, Call.Here(file, line));

    /// <summary>ICMPv6 messages of one type and code.</summary>
    /// <param name="type">0 to 255, of the IANA registry "ICMPv6 type Numbers".</param>
    /// <param name="code">0 to 255.</param>
    /// <param name="file">Given by the compiler.</param>
    /// <param name="line">Given by the compiler.</param>
    public static TrafficSelector Icmpv6Type(int type, int code, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Messages(Protocol.Icmpv6, type, code, Call.Here(file, line));

    /// <summary>Another IP protocol, which has no ports.</summary>
    /// <param name="protocol">The number in the IANA registry, 0 to 255; 50 is ESP.</param>
    /// <param name="file">Given by the compiler.</param>
    /// <param name="line">Given by the compiler.</param>
    public static TrafficSelector IpProtocol(
        int protocol, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return protocol is >= 0 and <= 255
            ? new TrafficSelector(Protocol.FromNumber(protocol), PortRange.All)
            : AllTraffic with
            {
                Problem = new Problem(
                    ProblemKind.InvalidProtocol, $"protocol {protocol} does not exist; a protocol number is 0 to 255", call.Of(nameof(protocol))),
            };
    }

    /// <summary>The interfaces that have a tag, as the end of an intent: their own, or that of their instance, subnet or VPC.</summary>
    /// <param name="key">The key, as <c>Tag</c> has it.</param>
    /// <param name="value">The value.</param>
    /// <param name="file">Given by the compiler.</param>
    /// <param name="line">Given by the compiler.</param>
    public static IntentEnd Tagged(
        string key, string value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(new TaggedEndpoints(key ?? "", value ?? ""), null, Call.Here(file, line).Origin.Span);

    private static TrafficSelector Messages(Protocol protocol, int type, int? code, Call call)
    {
        foreach (var (number, parameter) in new[] { (type, nameof(type)), (code ?? 0, nameof(code)) })
        {
            if (number is < 0 or > byte.MaxValue)
            {
                return new TrafficSelector(protocol, PortRange.All)
                {
                    Problem = new Problem(
                        ProblemKind.InvalidProtocol, $"{protocol} {parameter} {number} does not exist; it is 0 to 255", call.Of(parameter)),
                };
            }
        }

        return new TrafficSelector(
            protocol,
            code is null
                ? IcmpMessage.AllCodes((byte)type)
                : new PortRange(new IcmpMessage((byte)type, (byte)code).Word, new IcmpMessage((byte)type, (byte)code).Word));
    }

    private static TrafficSelector Ports(
        Protocol protocol, int first, int last, Call call, string firstParameter, string lastParameter)
    {
        return first is < 0 or > ushort.MaxValue ? Unknown(first, firstParameter)
            : last is < 0 or > ushort.MaxValue ? Unknown(last, lastParameter)
            : first <= last ? new TrafficSelector(protocol, new PortRange((ushort)first, (ushort)last))
            : Invalid($"the range {first} to {last} is empty; write the lower port first", lastParameter);

        TrafficSelector Unknown(int port, string parameter) => Invalid($"port {port} does not exist; a port is 0 to 65535", parameter);

        TrafficSelector Invalid(string text, string parameter) => new(protocol, PortRange.All)
        {
            Problem = new Problem(ProblemKind.InvalidPort, text, call.Of(parameter)),
        };
    }
}

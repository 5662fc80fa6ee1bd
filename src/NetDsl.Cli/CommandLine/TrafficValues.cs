using System.Globalization;
using NetDsl.Addressing;

namespace NetDsl.Cli.CommandLine;

/// <summary>Reads protocols, ports, addresses and numbers, and says of each what is wrong with it.</summary>
internal static class TrafficValues
{
    private const int AccountDigits = 12;

    public static Protocol Protocol(string text) => NetDsl.Protocol.TryParse(text, out var protocol) && !protocol.IsAny
        ? protocol
        : throw new CommandException($"--protocol: '{Printable.Text(text)}' is not a protocol; write tcp, udp, icmp, icmp/3/4 (type and code), icmpv6 or a number from 0 to 255");

    public static int Port(string option, string text) => Number(option, text, 0, ushort.MaxValue, "port");

    /// <summary>A protocol and, where it has them, the destination port that is named, or all; of ICMP the type and code.</summary>
    public static TrafficSelector Selector(string protocol, string? port)
    {
        if (TrafficSelector.TryParse(protocol, out var messages) && messages.Protocol.IsIcmp && messages.DestinationPorts != PortRange.All)
        {
            return port is null ? messages : throw new CommandException($"--port: {messages} has no ports; leave --port out");
        }

        var chosen = Protocol(protocol);
        if (chosen.HasPorts)
        {
            return new TrafficSelector(chosen, port is null ? PortRange.All : new PortRange((ushort)Port("--port", port), (ushort)Port("--port", port)));
        }

        // Told of so that nobody believes in a port that no packet has; scripts that always give one still work.
        return port is not null && Port("--port", port) != 0
            ? throw new CommandException($"--port: protocol {chosen} has no ports; leave --port out")
            : new TrafficSelector(chosen, PortRange.All);
    }

    /// <summary>A protocol and, where it has them, the destination port, which must be named: what one packet has.</summary>
    public static TrafficSelector OneFlow(string protocol, string? port)
    {
        var traffic = Selector(protocol, port);
        return traffic.Protocol.HasPorts && port is null
            ? throw new CommandException($"--port is missing; {traffic.Protocol} has ports, name the destination port")
            : traffic;
    }

    public static IpAddress Address(string option, string text) => IpAddress.TryParse(text, out var address)
        ? address
        : throw new CommandException($"{option}: '{Printable.Text(text)}' is not an IP address; write one such as 10.0.0.4 or 2001:db8::4");

    /// <summary>An action and a resource, and perhaps the account of who asks.</summary>
    public static ServiceRequest Request(string option, string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var action, var resource] => new ServiceRequest(action, resource),
        [var action, var resource, var account] when account.Length == AccountDigits && account.All(char.IsAsciiDigit) =>
            new ServiceRequest(action, resource) { Account = account },
        _ => throw new CommandException(
            $"{option}: '{Printable.Text(text)}' is not a request; write an action and a resource, and the account of who asks if it is not the sender's, such as \"s3:GetObject arn:aws:s3:::bucket/key\""),
    };

    /// <summary>The seed of a run.</summary>
    public static ulong Seed(string option, string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"{option}: '{Printable.Text(text)}' is not a whole number from 0 to {ulong.MaxValue}"));

    public static int Number(string option, string text, int minimum, int maximum, string what = "whole number") =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : throw new CommandException(string.Create(
                CultureInfo.InvariantCulture, $"{option}: '{Printable.Text(text)}' is not a {what} from {minimum} to {maximum}"));
}

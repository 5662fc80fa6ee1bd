using System.Globalization;
using NetDsl.Addressing;

namespace NetDsl.Cli.CommandLine;

/// <summary>Reads protocols, ports, addresses and numbers, and says of each what is wrong with it.</summary>
internal static class TrafficValues
{
    public static Protocol Protocol(string text) => NetDsl.Protocol.TryParse(text, out var protocol) && !protocol.IsAny
        ? protocol
        : throw new CommandException($"--protocol: '{Printable.Text(text)}' is not a protocol; write tcp, udp, icmp, icmpv6 or a number from 0 to 255");

    public static int Port(string option, string text) => Number(option, text, 0, ushort.MaxValue, "port");

    public static IpAddress Address(string option, string text) => IpAddress.TryParse(text, out var address)
        ? address
        : throw new CommandException($"{option}: '{Printable.Text(text)}' is not an IP address; write one such as 10.0.0.4 or 2001:db8::4");

    public static int Number(string option, string text, int minimum, int maximum, string what = "whole number") =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : throw new CommandException(string.Create(
                CultureInfo.InvariantCulture, $"{option}: '{Printable.Text(text)}' is not a {what} from {minimum} to {maximum}"));
}

using System.Globalization;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>Rules, entries and routes in plain words.</summary>
/// <remarks>What most traces say is put together of strings: for an interpolation a program that starts would load a handler with a pool of buffers.</remarks>
public static class RuleText
{
    private static readonly string SecurityGroupKind = ElementKinds.Code(ElementKind.SecurityGroup);

    /// <summary>For example <c>allow tcp/443 from 0.0.0.0/0 (security group web)</c>.</summary>
    public static string SecurityGroupRule(FilterRule rule, bool ingress, Func<int, GraphNode> nodes)
    {
        if (nodes(rule.Owner).Kind != SecurityGroupKind)
        {
            return "has no security groups";
        }

        var other = rule.Group >= 0 ? $"security group {nodes(rule.Group).Name}" : rule.Prefix.ToString();
        return SecurityGroupRule(new TrafficSelector(rule.Protocol, rule.Ports), ingress, other, nodes(rule.Owner).Name);
    }

    /// <summary>The same of a rule whose other end is named already.</summary>
    public static string SecurityGroupRule(TrafficSelector traffic, bool ingress, string other, string group) =>
        "allow " + Traffic(traffic) + " " + Preposition(ingress) + " " + other + " (security group " + group + ")";

    /// <summary>An address and a port, for example <c>10.0.0.4:443</c> or <c>[2001:db8::4]:443</c> (RFC 5952).</summary>
    public static string At(IpAddress address, ushort port) => (address.IsIpv6 ? $"[{address.ToString()}]" : address.ToString()) + ":" + Number(port);

    /// <summary>For example <c>authorizes 10.0.0.0/16 for group engineering</c>.</summary>
    public static string Authorization(ClientVpnAuthorizationStep rule) =>
        $"authorizes {rule.Destination} for {(rule.Group.Length == 0 ? "everybody" : $"group {rule.Group}")}";

    /// <summary>For example <c>entry 100 allows all</c> or <c>entry 90 denies tcp/22 from 203.0.113.0/24</c>.</summary>
    public static string NetworkAclEntry(FilterRule rule, bool inbound)
    {
        var other = rule.Prefix == IpPrefix.AllIpv4 ? "" : " " + Preposition(inbound) + " " + rule.Prefix.ToString();
        return "entry " + Number(rule.Number) + (rule.Allows ? " allows " : " denies ") + Traffic(new TrafficSelector(rule.Protocol, rule.Ports)) + other;
    }

    /// <summary>For example <c>10.0.0.0/16 local</c> or <c>0.0.0.0/0 → nat-a (static)</c>.</summary>
    public static string Route(RouteStep route, Func<int, GraphNode> nodes)
    {
        if (route.Kind == RouteKind.Local)
        {
            return route.Destination.ToString() + " local";
        }

        var target = route.Target < 0 ? "blackhole" : nodes(route.Target).Name;
        return route.Destination.ToString() + " → " + target + " (" + KindText(route.Kind) + ")";
    }

    /// <summary>What of a flow chooses an appliance, for example <c>addresses and protocol</c>.</summary>
    public static string Stickiness(FlowStickiness stickiness) => stickiness switch
    {
        FlowStickiness.TwoTuple => "addresses",
        FlowStickiness.ThreeTuple => "addresses and protocol",
        _ => "flow",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string KindText(RouteKind kind) => kind switch
    {
        RouteKind.Static => "static",
        RouteKind.PrefixList => "prefix list",
        RouteKind.PrefixListTie => "prefix list; one of several with that entry, unspecified by the vendor",
        _ => "propagated",
    };

    /// <summary>What of a packet rules speak of, for example <c>tcp/443</c>.</summary>
    public static string Traffic(in Packet packet) => Selector(packet).ToString();

    /// <summary>The selector of a packet: its protocol, and destination port or type.</summary>
    public static TrafficSelector Selector(in Packet packet) => new(
        packet.Protocol,
        packet.Protocol.HasPorts ? new PortRange(packet.DestinationPort, packet.DestinationPort)
        : packet.Protocol.IsIcmp ? IcmpMessage.AllCodes(packet.IcmpMessage.Type)
        : PortRange.All);

    /// <summary>The selector of replies: their port is whatever the asker's system chose.</summary>
    public static TrafficSelector ReplySelector(in Packet packet) => packet.Protocol.HasPorts
        ? new TrafficSelector(packet.Protocol, new PortRange(1024, ushort.MaxValue))
        : Selector(packet);

    /// <summary>The selector to write for a packet, for example <c>Tcp(443)</c>.</summary>
    public static string SelectorCode(in Packet packet) => packet.Protocol.Number switch
    {
        1 => $"IcmpType({packet.IcmpMessage.Type})",
        58 => $"Icmpv6Type({packet.IcmpMessage.Type})",
        6 => $"Tcp({packet.DestinationPort})",
        17 => $"Udp({packet.DestinationPort})",
        var number => $"IpProtocol({number})",
    };

    /// <summary>The selector to write for replies: their port is whatever the asker's system chose.</summary>
    public static string ReplySelectorCode(in Packet packet) => packet.Protocol.Number switch
    {
        6 => "TcpRange(1024, 65535)",
        17 => "UdpRange(1024, 65535)",
        _ => SelectorCode(packet),
    };

    /// <summary>What stands before the other end: <c>from</c> for what arrives, <c>to</c> for what leaves.</summary>
    public static string Preposition(bool arriving) => arriving ? "from" : "to";

    /// <summary>A protocol, with its ports unless all are meant, for example <c>tcp/443</c> or <c>tcp</c>.</summary>
    public static string Traffic(TrafficSelector traffic) =>
        traffic.DestinationPorts == PortRange.All ? traffic.Protocol.ToString() : traffic.ToString();
}

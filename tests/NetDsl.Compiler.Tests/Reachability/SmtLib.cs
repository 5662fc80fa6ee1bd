using System.Globalization;
using System.Text;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Reachability;

namespace NetDsl.Compiler.Tests.Reachability;

/// <summary>
/// What rules say, in SMT-LIB (theory QF_BV): the fields of a packet are bit vectors, a prefix is an equality of their first bits, a list of rules a chain of
/// <c>ite</c>. Written from the rules, and from nothing that the engine makes of them.
/// </summary>
static class SmtLib
{
    /// <summary>What every script begins with: the packet, as it was sent. IPv4 addresses are IPv4-mapped (RFC 4291).</summary>
    public const string Packet = """
        (set-logic QF_BV)
        (declare-const source (_ BitVec 128))
        (declare-const destination (_ BitVec 128))
        (declare-const protocol (_ BitVec 8))
        (declare-const sport (_ BitVec 16))
        (declare-const dport (_ BitVec 16))

        """;

    /// <summary>The packets that can be, as docs/semantics.md tells them.</summary>
    public static string WellFormed => And(
        $"(= {IsMapped("source")} {IsMapped("destination")})",
        $"(or {Has("protocol", Protocol.Tcp)} {Has("protocol", Protocol.Udp)} {Has("protocol", Protocol.Icmp)} {Has("protocol", Protocol.Icmpv6)} (and (= dport #x0000) (= sport #x0000)))");

    /// <summary>That one packet.</summary>
    public static string Is(Packet packet) => And(
        $"(= source {Text(packet.Source)})",
        $"(= destination {Text(packet.Destination)})",
        Has("protocol", packet.Protocol),
        $"(= sport {Text(packet.SourcePort)})",
        $"(= dport {Text(packet.DestinationPort)})");

    /// <summary>What a list of rules allows of which the first that matches decides; what none matches is denied.</summary>
    public static string FirstMatch(IEnumerable<(string Matches, bool Allows)> rules)
    {
        var text = new StringBuilder();
        var depth = 0;
        foreach (var (matches, allows) in rules)
        {
            text.Append(CultureInfo.InvariantCulture, $"(ite {matches} {(allows ? "true" : "false")} ");
            depth++;
        }

        return text.Append("false").Append(')', depth).ToString();
    }

    /// <summary>What one rule matches.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="header">The headers there.</param>
    /// <param name="other">Where in them the other end's address is.</param>
    /// <param name="members">The addresses of the group that it references; not asked when it has a prefix.</param>
    public static string Matches(FilterRule rule, SymbolicHeader header, AddressTerm other, IEnumerable<IpAddress> members) => And(
        rule.Protocol.IsAny ? "true" : Has(Text(header.Protocol), rule.Protocol),
        rule.Protocol.HasPortsOrTypes ? In(Text(header.DestinationPort), rule.Ports) : "true",
        rule.Group < 0 ? In(Text(other), rule.Prefix) : Or(members.Select(member => $"(= {Text(other)} {Text(member)})")));

    /// <summary>Whether an address is in a prefix, which has addresses of its own family only.</summary>
    public static string In(string address, IpPrefix prefix)
    {
        var bits = prefix.IsIpv4 ? 96 + prefix.Length : prefix.Length;
        var begins = bits == 0 ? "true" : $"(= ((_ extract 127 {128 - bits}) {address}) ((_ extract 127 {128 - bits}) {Text(prefix.Network)}))";
        return prefix.IsIpv4 ? begins : And(begins, $"(not {IsMapped(address)})");
    }

    /// <summary>An address in a header.</summary>
    public static string Text(AddressTerm term)
    {
        var sent = term.IsPut ? Text(term.Put) : term.IsOfSource ? "source" : "destination";
        return term.IsEmbedded ? $"(concat #x00000000000000000000ffff ((_ extract 31 0) {sent}))" : sent;
    }

    public static string And(params IEnumerable<string> all) => $"(and {string.Join(' ', all)})";

    public static string Not(string formula) => $"(not {formula})";

    static string Or(IEnumerable<string> any) => $"(or false {string.Join(' ', any)})";

    static string Has(string protocol, Protocol of) => string.Create(CultureInfo.InvariantCulture, $"(= {protocol} #x{of.Number:x2})");

    static string In(string port, PortRange ports) => $"(and (bvule {Text(ports.First)} {port}) (bvule {port} {Text(ports.Last)}))";

    static string IsMapped(string address) => $"(= ((_ extract 127 32) {address}) #x00000000000000000000ffff)";

    static string Text(ProtocolTerm term) => term.IsPut ? string.Create(CultureInfo.InvariantCulture, $"#x{term.Put.Number:x2}") : "protocol";

    static string Text(PortTerm term) => term.IsPut ? Text((ushort)term.Put) : term.IsOfSource ? "sport" : "dport";

    static string Text(ushort port) => string.Create(CultureInfo.InvariantCulture, $"#x{port:x4}");

    static string Text(IpAddress address) => string.Create(CultureInfo.InvariantCulture, $"#x{address.High:x16}{address.Low:x16}");
}

using CsCheck;
using NetDsl.Addressing;

namespace NetDsl.Tests;

public class TrafficTests
{
    [Fact]
    public void Selector_of_ports_means_its_protocol_and_its_ports() =>
        Gen.Select(Gen.Int[0, 65535], Gen.Int[0, 65535], Gen.Int[0, 65535]).Sample((one, other, port) =>
        {
            var (first, last) = (Math.Min(one, other), Math.Max(one, other));
            return Traffic.TcpRange(first, last).Matches(Protocol.Tcp, port) == (port >= first && port <= last)
                && !Traffic.TcpRange(first, last).Matches(Protocol.Udp, port)
                && Traffic.Udp(one).Matches(Protocol.Udp, port) == (one == port);
        });

    [Fact]
    public void Selector_without_ports_means_every_packet_of_its_protocol() =>
        Gen.Select(Gen.Int[0, 255], Gen.Int[0, 255], Gen.Int[0, 65535]).Sample((wanted, actual, port) =>
            (wanted is 1 or 6 or 17 or 58 || Traffic.IpProtocol(wanted).Matches(Protocol.FromNumber(actual), port) == (wanted == actual))
            && Traffic.AllTraffic.Matches(Protocol.FromNumber(actual), port));

    [Fact]
    public void Selectors_show_themselves_shortly() =>
        Assert.Equal(
            "tcp/443 udp/1024-65535 icmp icmp/8 icmp/3/4 icmpv6/128 all 50",
            $"{Traffic.Tcp(443)} {Traffic.UdpRange(1024, 65535)} {Traffic.Icmp} {Traffic.IcmpType(8)} {Traffic.IcmpType(3, 4)} {Traffic.Icmpv6Type(128)} {Traffic.AllTraffic} {Traffic.IpProtocol(50)}");

    [Fact]
    public void Protocol_reads_back_what_it_writes() =>
        Gen.Int[0, 255].Sample(number =>
            Protocol.TryParse(Protocol.FromNumber(number).ToString(), out var protocol) && protocol.Number == number);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("TCP")]
    [InlineData("-1")]
    [InlineData("256")]
    [InlineData("99999999999")]
    [InlineData(" 6")]
    public void Other_text_is_no_protocol(string? text) => Assert.False(Protocol.TryParse(text, out _));

    [Fact]
    public void Any_protocol_is_the_default_and_includes_all()
    {
        Assert.True(Protocol.TryParse("all", out var all));
        Assert.Equal(default, all);
        Assert.Equal(-1, all.Number);
        Assert.True(all.Includes(Protocol.Icmp) && !Protocol.Icmp.Includes(Protocol.Tcp));
        Assert.Throws<ArgumentOutOfRangeException>(() => Protocol.FromNumber(256));
    }

    [Fact]
    public void Reply_goes_back_to_where_the_packet_came_from()
    {
        var (here, there) = (Ipv4Address.Parse("10.0.0.4"), Ipv4Address.Parse("10.0.1.4"));

        Assert.Equal(new Packet(there, here, Protocol.Tcp, 443, 49152), new Packet(here, there, Protocol.Tcp, 49152, 443).Reply());
    }

    [Theory]
    [InlineData("icmp", 8, 0)]
    [InlineData("icmp", 13, 14)]
    [InlineData("icmp", 15, 16)]
    [InlineData("icmp", 17, 18)]
    [InlineData("icmpv6", 128, 129)]
    public void Answer_of_an_icmp_request_has_the_type_of_its_pair_and_the_identifier(string protocol, byte request, byte answer)
    {
        Assert.True(Protocol.TryParse(protocol, out var icmp));
        var (here, there) = (Ipv4Address.Parse("10.0.0.4"), Ipv4Address.Parse("10.0.1.4"));
        var asks = new Packet(here, there, icmp, 7, new IcmpMessage(request, 0).Word);
        var answers = new Packet(there, here, icmp, 7, new IcmpMessage(answer, 0).Word);

        Assert.Equal((answers, asks), (asks.Reply(), answers.Reply()));
        Assert.Equal((true, false), (asks.AsksForAnswer, answers.AsksForAnswer));
    }

    [Fact]
    public void Error_message_asks_for_no_answer_and_tcp_does()
    {
        var (here, there) = (Ipv4Address.Parse("10.0.0.4"), Ipv4Address.Parse("10.0.1.4"));

        Assert.False(new Packet(here, there, Protocol.Icmp, 0, new IcmpMessage(3, 4).Word).AsksForAnswer);
        Assert.False(new Packet(here, there, Protocol.Icmpv6, 0, new IcmpMessage(8, 0).Word).AsksForAnswer);
        Assert.True(new Packet(here, there, Protocol.Tcp, 49152, 443).AsksForAnswer);
    }

    [Fact]
    public void Selector_of_icmp_means_its_type_and_its_code() =>
        Gen.Select(Gen.Int[0, 255], Gen.Int[0, 255], Gen.Int[0, 65535]).Sample((type, code, word) =>
            Traffic.IcmpType(type).Matches(Protocol.Icmp, word) == (word >> 8 == type)
            && Traffic.IcmpType(type, code).Matches(Protocol.Icmp, word) == (word == (type << 8) + code)
            && !Traffic.IcmpType(type).Matches(Protocol.Icmpv6, word)
            && Traffic.Icmpv6Type(type, code).Matches(Protocol.Icmpv6, word) == (word == (type << 8) + code)
            && Traffic.Icmp.Matches(Protocol.Icmp, word));

    [Fact]
    public void Selector_reads_back_what_it_writes() =>
        Gen.Select(Gen.Int[0, 3], Gen.UShort, Gen.UShort).Sample((protocol, one, other) =>
        {
            var traffic = new TrafficSelector(
                new[] { Protocol.Tcp, Protocol.Udp, Protocol.Icmp, Protocol.Icmpv6 }[protocol],
                new PortRange(Math.Min(one, other), Math.Max(one, other)));
            return TrafficSelector.TryParse(traffic.ToString(), out var read) && read == traffic;
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tcp")]
    [InlineData("tcp/")]
    [InlineData("tcp/9-1")]
    [InlineData("all/1")]
    [InlineData("50/1")]
    [InlineData("icmp/")]
    [InlineData("icmp/256")]
    [InlineData("icmp/3/256")]
    [InlineData("icmp/3/4/5")]
    [InlineData("icmp/9-3")]
    [InlineData("icmp/3-4/0")]
    public void Other_text_is_no_selector(string? text) => Assert.False(TrafficSelector.TryParse(text, out _));

    [Fact]
    public void Packet_shows_ports_where_it_has_them()
    {
        var (here, there) = (Ipv4Address.Parse("10.0.0.4"), Ipv4Address.Parse("203.0.113.9"));

        Assert.Equal("tcp 10.0.0.4:49152 -> 203.0.113.9:443", new Packet(here, there, Protocol.Tcp, 49152, 443).ToString());
        Assert.Equal("icmp 10.0.0.4 -> 203.0.113.9", new Packet(here, there, Protocol.Icmp, 7, 0).ToString());
        Assert.Equal("icmp 10.0.0.4 -> 203.0.113.9", new Packet(here, there, Protocol.Icmp, 7, IcmpMessage.EchoRequest(Protocol.Icmp).Word).ToString());
        Assert.Equal("icmp/3/4 10.0.0.4 -> 203.0.113.9", new Packet(here, there, Protocol.Icmp, 0, new IcmpMessage(3, 4).Word).ToString());
    }

    [Theory]
    [InlineData(DropCode.EniSgRulesMismatch, "ENI_SG_RULES_MISMATCH")]
    [InlineData(DropCode.SubnetAclRestriction, "SUBNET_ACL_RESTRICTION")]
    [InlineData(DropCode.TgwRtbNoRouteToTgwAttachment, "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT")]
    [InlineData(DropCode.PcxRequiresAddressInVpcCidr, "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR")]
    [InlineData(DropCode.IgwPublicIpAssociationForEgress, "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS")]
    public void Drop_codes_are_written_as_the_field_does(DropCode code, string text) => Assert.Equal(text, code.ToCode());
}

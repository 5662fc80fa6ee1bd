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
            (wanted is 6 or 17 || Traffic.IpProtocol(wanted).Matches(Protocol.FromNumber(actual), port) == (wanted == actual))
            && Traffic.AllTraffic.Matches(Protocol.FromNumber(actual), port));

    [Fact]
    public void Selectors_show_themselves_shortly() =>
        Assert.Equal(
            "tcp/443 udp/1024-65535 icmp all 50",
            $"{Traffic.Tcp(443)} {Traffic.UdpRange(1024, 65535)} {Traffic.Icmp} {Traffic.AllTraffic} {Traffic.IpProtocol(50)}");

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
        Assert.Equal(new Packet(there, here, Protocol.Icmp, 7, 0), new Packet(here, there, Protocol.Icmp, 7, 0).Reply());
    }

    [Fact]
    public void Packet_shows_ports_where_it_has_them()
    {
        var (here, there) = (Ipv4Address.Parse("10.0.0.4"), Ipv4Address.Parse("203.0.113.9"));

        Assert.Equal("tcp 10.0.0.4:49152 -> 203.0.113.9:443", new Packet(here, there, Protocol.Tcp, 49152, 443).ToString());
        Assert.Equal("icmp 10.0.0.4 -> 203.0.113.9", new Packet(here, there, Protocol.Icmp, 7, 0).ToString());
    }

    [Theory]
    [InlineData(DropCode.EniSgRulesMismatch, "ENI_SG_RULES_MISMATCH")]
    [InlineData(DropCode.SubnetAclRestriction, "SUBNET_ACL_RESTRICTION")]
    [InlineData(DropCode.TgwRtbNoRouteToTgwAttachment, "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT")]
    [InlineData(DropCode.PcxRequiresAddressInVpcCidr, "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR")]
    [InlineData(DropCode.IgwPublicIpAssociationForEgress, "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS")]
    public void Drop_codes_are_written_as_the_field_does(DropCode code, string text) => Assert.Equal(text, code.ToCode());
}

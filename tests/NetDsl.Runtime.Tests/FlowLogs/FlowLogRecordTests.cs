using NetDsl.Addressing;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime.FlowLogs;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.FlowLogs;

/// <summary>The example records of foundation §5, out of packets that were sent.</summary>
public class FlowLogRecordTests
{
    [Fact]
    [Trait("Vector", "foundation 5.5")]
    public void R_5_9_The_ping_of_the_guide_gives_its_two_records_byte_for_byte()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "172.31.0.0/16", network.Account("guide", "123456789010"));
        var subnet = vpc.Subnet("s", "172.31.16.0/20", "a");
        subnet.RouteTable("t").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var acl = vpc.NetworkAcl("in-only").AllowInbound(100, AllTraffic, AnyIpv4);
        subnet.Associate(acl);
        subnet.Instance("host", vpc.SecurityGroup("ping").Ingress(Icmp, from: AnyIpv4)).PrivateIp("172.31.16.139").PublicIp();
        var log = new Log(network.Build(), TimeSpan.FromSeconds(600), _ => "eni-1235b8ca123456789");

        var host = log.Holder(ElementKind.Instance, "us-east-1/v/host");
        var request = new Packet(
            Ipv4Address.Parse("203.0.113.12"), log.Network.Graph.Holders[host].PublicAddress!.Value, Protocol.Icmp, 7, 0);
        long[] requests = [1432917027, 1432917094, 1432917118, 1432917142];
        long[] replies = [1432917094, 1432917118, 1432917130, 1432917142];
        foreach (var (time, isReply) in requests.Select(time => (time, false)).Concat(replies.Select(time => (time, true))).Order())
        {
            var arrived = request with { Destination = log.Network.Graph.Holders[host].PrivateAddress };
            log.Send(isReply ? host : CompiledNetwork.Internet, isReply ? arrived.Reply() : request, time, bytes: 84);
        }

        Assert.Equal(
            [
                "2 123456789010 eni-1235b8ca123456789 203.0.113.12 172.31.16.139 0 0 1 4 336 1432917027 1432917142 ACCEPT OK",
                "2 123456789010 eni-1235b8ca123456789 172.31.16.139 203.0.113.12 0 0 1 4 336 1432917094 1432917142 REJECT OK",
            ],
            log.Finish(FlowLogFormat.Default));
    }

    [Fact]
    [Trait("Vector", "foundation 5.6")]
    public void R_5_5_A_flow_through_a_NAT_gateway_gives_four_records_at_its_interface()
    {
        var log = NatLog();
        var client = log.Holder(ElementKind.Instance, "us-east-1/v/client");
        var nat = log.Holder(ElementKind.NatGateway, "us-east-1/v/nat");
        var request = log.Send(client, Request, 1_800_000_000, bytes: 60);
        log.Send(CompiledNetwork.Internet, request.Packet.Reply(), 1_800_000_001, bytes: 52);

        var format = new FlowLogFormat("instance-id", "interface-id", "srcaddr", "dstaddr", "pkt-srcaddr", "pkt-dstaddr");
        string[] expected =
        [
            "- eni 10.0.1.5 10.0.0.220 10.0.1.5 203.0.113.5",
            "- eni 10.0.0.220 203.0.113.5 10.0.0.220 203.0.113.5",
            "- eni 203.0.113.5 10.0.0.220 203.0.113.5 10.0.0.220",
            "- eni 10.0.0.220 10.0.1.5 203.0.113.5 10.0.1.5",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), log.Finish(format, nat).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R-5.4")]
    public void R_5_2_Each_window_has_a_record_of_its_own()
    {
        var log = NatLog();
        var client = log.Holder(ElementKind.Instance, "us-east-1/v/client");
        foreach (var second in new[] { 0, 1, 59, 60, 61 })
        {
            log.Send(client, Request, 1_800_000_000 + second, bytes: 100);
        }

        var format = new FlowLogFormat("packets", "bytes", "start", "end", "action");
        Assert.Equal(
            ["3 300 1800000000 1800000059 ACCEPT", "2 200 1800000060 1800000061 ACCEPT"], log.Finish(format, client));
    }

    [Fact]
    public void R_5_8_An_interface_that_was_active_before_tells_of_its_silence()
    {
        var log = NatLog();
        var client = log.Holder(ElementKind.Instance, "us-east-1/v/client");
        log.Send(client, Request, 1_800_000_010, bytes: 100);
        log.Recorder.CloseUntil(TimeSpan.FromSeconds(180));

        Assert.Equal(
            [
                "2 123456789012 eni 10.0.1.5 203.0.113.5 50000 443 6 1 100 1800000010 1800000010 ACCEPT OK",
                "2 123456789012 eni - - - - - - - 1800000060 1800000119 - NODATA",
                "2 123456789012 eni - - - - - - - 1800000120 1800000179 - NODATA",
            ],
            log.Finish(FlowLogFormat.Default, client));
    }

    [Fact]
    public void Fields_that_do_not_exist_are_refused_by_name() =>
        Assert.Contains("src-addr", Assert.Throws<ArgumentException>(() => new FlowLogFormat("src-addr")).Message, StringComparison.Ordinal);

    [Fact]
    public void R_5_10_The_version_is_the_highest_of_the_fields()
    {
        var log = NatLog();
        log.Send(log.Holder(ElementKind.Instance, "us-east-1/v/client"), Request, 1_800_000_000, bytes: 1);
        Assert.All(log.Finish(new FlowLogFormat("version", "pkt-srcaddr")), line => Assert.StartsWith("3 ", line, StringComparison.Ordinal));
    }

    /// <summary>The counts of foundation §5.</summary>
    [Theory]
    [InlineData(2, 14)]
    [InlineData(3, 21)]
    [InlineData(4, 25)]
    [InlineData(5, 29)]
    [InlineData(6, 29)]
    [InlineData(7, 39)]
    [InlineData(8, 40)]
    [InlineData(9, 41)]
    [InlineData(10, 42)]
    public void A_version_has_so_many_fields(int version, int fields)
    {
        var format = FlowLogFormat.OfVersion(version);
        Assert.Equal(fields, format.Header.Split(' ').Length);
        Assert.StartsWith(FlowLogFormat.Default.Header, format.Header, StringComparison.Ordinal);
        Assert.Equal(format.Header, FlowLogFormat.Parse(string.Join(' ', format.Header.Split(' ').Select(field => $"${{{field}}}"))).Header);
    }

    /// <summary>R-5.5 and the notes on tcp-flags and traffic-path: a client shows SYN and FIN (3), a server SYN-ACK and FIN (19), an internet gateway 8.</summary>
    [Fact]
    public void Fields_tell_the_place_the_way_and_the_control_bits()
    {
        var log = NatLog();
        var client = log.Holder(ElementKind.Instance, "us-east-1/v/client");
        var request = log.Send(client, Request, 1_800_000_000, bytes: 60, TcpFlags.Syn);
        log.Send(CompiledNetwork.Internet, request.Packet.Reply(), 1_800_000_001, bytes: 60, TcpFlags.Syn | TcpFlags.Ack);
        log.Send(client, Request, 1_800_000_002, bytes: 52, TcpFlags.Ack);
        log.Send(client, Request, 1_800_000_003, bytes: 52, TcpFlags.Fin | TcpFlags.Ack);
        log.Send(CompiledNetwork.Internet, request.Packet.Reply(), 1_800_000_004, bytes: 52, TcpFlags.Fin | TcpFlags.Ack);

        var format = new FlowLogFormat("flow-direction", "tcp-flags", "traffic-path", "type", "region", "az-id", "packets");
        Assert.Equal(["egress 3 1 IPv4 us-east-1 use1-az1 3", "ingress 19 - IPv4 us-east-1 use1-az1 2"], log.Finish(format, client).Order(StringComparer.Ordinal));
        var nat = log.Holder(ElementKind.NatGateway, "us-east-1/v/nat");
        Assert.Equal(
            ["egress 1", "egress 8", "ingress -"],
            log.Finish(new FlowLogFormat("flow-direction", "traffic-path"), nat).Distinct().Order(StringComparer.Ordinal));
        Assert.Matches("^vpc-[0-9a-f]{17} subnet-[0-9a-f]{17} i-[0-9a-f]{17}$", log.Finish(new FlowLogFormat("vpc-id", "subnet-id", "instance-id"), client)[0]);
        Assert.EndsWith(" -", log.Finish(new FlowLogFormat("vpc-id", "subnet-id", "instance-id"), nat)[0], StringComparison.Ordinal);
    }

    static Packet Request => new(Ipv4Address.Parse("10.0.1.5"), Ipv4Address.Parse("203.0.113.5"), Protocol.Tcp, 50000, 443);

    static Log NatLog()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var inner = vpc.Subnet("inner", "10.0.1.0/24", "a");
        inner.RouteTable("inner").Route("0.0.0.0/0", edge.NatGateway("nat").PrivateIp("10.0.0.220").ElasticIp(vpc.Region.ElasticIp("out", "198.51.100.80")));
        inner.Instance("client").PrivateIp("10.0.1.5");
        return new Log(network.Build(), TimeSpan.FromSeconds(60), _ => "eni");
    }

    [Fact]
    public void A_record_of_ipv6_shows_the_ipv6_address_of_the_interface()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16", network.Account("guide", "123456789010")).Ipv6Cidr("2001:db8:0:100::/56");
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a").Ipv6Cidr();
        subnet.Instance("host").Ipv6Address("2001:db8:0:100::8");
        subnet.RouteTable("t").Route(AnyIpv6, vpc.InternetGateway("igw"));
        var log = new Log(network.Build(), TimeSpan.FromSeconds(60), _ => "eni");
        var host = log.Holder(ElementKind.Instance, "us-east-1/v/host");
        var packet = new Packet(IpAddress.Parse("2001:db8:0:100::8"), IpAddress.Parse("2001:db8:ffff::9"), Protocol.Tcp, 50_000, 443);

        log.Send(host, packet, 1432917027, bytes: 100);
        log.Send(CompiledNetwork.Internet, packet.Reply(), 1432917028, bytes: 200);

        Assert.Equal(
            [
                "2 123456789010 eni 2001:db8:0:100::8 2001:db8:ffff::9 50000 443 6 1 100 1432917027 1432917027 ACCEPT OK",
                "2 123456789010 eni 2001:db8:ffff::9 2001:db8:0:100::8 443 50000 6 1 200 1432917028 1432917028 ACCEPT OK",
            ],
            log.Finish(FlowLogFormat.Default, host));
    }

    [Fact]
    public void R_5_8_What_is_too_much_for_a_window_is_dropped_and_one_record_says_so()
    {
        var log = NatLog();
        var client = log.Holder(ElementKind.Instance, "us-east-1/v/client");
        const long Start = 1_800_000_000;
        for (ushort port = 0; port < 5; port++)
        {
            log.Send(client, Request with { SourcePort = (ushort)(50_000 + port) }, Start + port, bytes: 60, mostRecords: 3);
        }

        log.Send(client, Request, Start + 70, bytes: 60);
        var lines = log.Finish(new FlowLogFormat("srcport", "start", "end", "log-status"), client);
        Assert.Equal(
            [
                $"50000 {Start} {Start} OK", $"50001 {Start + 1} {Start + 1} OK", $"50002 {Start + 2} {Start + 2} OK",
                $"- {Start} {Start + 59} SKIPDATA",
                $"{Request.SourcePort} {Start + 70} {Start + 70} OK",
            ],
            lines);
    }

    /// <summary>"account-id", "Flow log records": the owner of the interface, who need not be that of the VPC.</summary>
    [Fact]
    public void The_account_of_an_interface_in_a_shared_subnet_is_the_participants()
    {
        var network = new NetworkBuilder();
        var (owner, participant) = (network.Account("owner", "111111111111"), network.Account("participant", "222222222222"));
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16", owner);
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a").ShareWith(participant);
        subnet.Instance("own").PrivateIp("10.0.0.10");
        var guests = subnet.As(participant);
        guests.Instance("guest", guests.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4)).PrivateIp("10.0.0.11");
        var log = new Log(network.Build(), TimeSpan.FromSeconds(60), _ => "eni");

        var packet = new Packet(Ipv4Address.Parse("10.0.0.10"), Ipv4Address.Parse("10.0.0.11"), Protocol.Tcp, 50_000, 443);
        log.Send(log.Holder(ElementKind.Instance, "us-east-1/v/own"), packet, 1_800_000_000, bytes: 60);
        Assert.Equal(
            ["111111111111 egress", "222222222222 ingress"],
            log.Finish(new FlowLogFormat("account-id", "flow-direction")).Order(StringComparer.Ordinal));
    }

    /// <summary>A network whose packets are recorded; times are given in Unix seconds.</summary>
    sealed class Log
    {
        readonly Dataplane dataplane;
        readonly List<(int Holder, FlowLogRecord Record)> records = [];
        readonly TimeSpan window;
        readonly Func<Compiler.Graph.GraphNode, string> interfaceId;
        FlowLogRecorder? recorder;
        long start;

        public Log(Topology topology, TimeSpan window, Func<Compiler.Graph.GraphNode, string> interfaceId)
        {
            Network = new CompiledNetwork(TopologyLowering.Lower(topology));
            dataplane = new Dataplane(Network);
            this.window = window;
            this.interfaceId = interfaceId;
        }

        public CompiledNetwork Network { get; }

        public FlowLogRecorder Recorder => recorder!;

        public int Holder(ElementKind kind, string path) => Network.HolderOf(new ElementId(kind, path));

        public Decision Send(int sender, Packet packet, long time, int bytes, TcpFlags flags = TcpFlags.None, int? mostRecords = null)
        {
            if (recorder is null)
            {
                // The window that the first packet falls into.
                start = time - (time % (long)window.TotalSeconds);
                recorder = new FlowLogRecorder(
                    Network.Graph, DateTimeOffset.FromUnixTimeSeconds(start), window, (holder, record) => records.Add((holder, record)), interfaceId, mostRecords);
            }

            var decision = dataplane.Send(sender, packet, TimeSpan.FromSeconds(time - start), flags);
            foreach (var seen in dataplane.Events)
            {
                recorder.Add(seen, bytes, TimeSpan.FromSeconds(time - start), flags);
            }

            return decision;
        }

        public List<string> Finish(FlowLogFormat format, int? holder = null)
        {
            Recorder.Complete();
            return [.. records.Where(entry => holder is null || entry.Holder == holder).Select(entry => format.Line(entry.Record))];
        }
    }
}

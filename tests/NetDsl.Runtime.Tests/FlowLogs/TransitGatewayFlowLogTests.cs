using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Testing;
using static NetDsl.Traffic;

namespace NetDsl.Runtime.Tests.FlowLogs;

/// <summary>Records of transit gateways (foundation §5, "TGW record"; interconnect §2, "Flow logs"), out of packets that were sent.</summary>
public sealed class TransitGatewayFlowLogTests : IDisposable
{
    const long Start = 1_800_000_000;

    readonly ScratchFolder folder = new();

    [Fact]
    public void The_default_format_has_all_fields_in_the_order_of_the_vendor() => Assert.Equal(
        "version resource-type account-id tgw-id tgw-attachment-id tgw-src-vpc-account-id tgw-dst-vpc-account-id tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id "
        + "tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id tgw-dst-az-id tgw-pair-attachment-id srcaddr dstaddr srcport dstport protocol packets bytes start end "
        + "log-status type packets-lost-no-route packets-lost-blackhole packets-lost-mtu-exceeded packets-lost-ttl-expired tcp-flags region flow-direction "
        + "pkt-src-aws-service pkt-dst-aws-service",
        FlowLogFormat.TransitGateway.Header);

    [Fact]
    public void What_passes_a_gateway_shows_where_it_comes_and_where_it_leaves_in_both_directions()
    {
        var log = new Log(Hub().Build(), "us-east-1/hub");
        var (client, server) = (log.Holder("us-east-1/a/client"), log.Holder("us-east-1/b/server"));
        log.Send(client, Request, Start, 60, TcpFlags.Syn);
        log.Send(server, Request.Reply(), Start + 1, 60, TcpFlags.Syn | TcpFlags.Ack);
        log.Send(client, Request, Start + 2, 52, TcpFlags.Ack);

        const string There = "6 TransitGateway 333333333333 hub {0} 111111111111 222222222222 vpc-a vpc-b landing-a landing-b eni-a eni-b use1-az1 use1-az2 {1} 10.0.0.10 10.1.0.10 50000 443 6 2 112 1800000000 1800000002 OK IPv4 0 0 0 0 2 us-east-1 {2} - -";
        const string Back = "6 TransitGateway 333333333333 hub {0} 222222222222 111111111111 vpc-b vpc-a landing-b landing-a eni-b eni-a use1-az2 use1-az1 {1} 10.1.0.10 10.0.0.10 443 50000 6 1 60 1800000001 1800000001 OK IPv4 0 0 0 0 18 us-east-1 {2} - -";
        Assert.Equal(
            [
                string.Format(null, There, "att-a", "att-b", "ingress"),
                string.Format(null, Back, "att-a", "att-b", "egress"),
                string.Format(null, There, "att-b", "att-a", "egress"),
                string.Format(null, Back, "att-b", "att-a", "ingress"),
            ],
            log.Finish(FlowLogFormat.TransitGateway));
    }

    /// <summary>A blackhole; an address that no route has; and routes of peered gateways that lead to each other, where the other gateway is the first to find a packet back.</summary>
    [Theory]
    [InlineData("10.2.0.1", "us-east-1/hub", "att-a", "0 3 0 0")]
    [InlineData("10.3.0.1", "us-east-1/hub", "att-a", "3 0 0 0")]
    [InlineData("10.7.0.1", "us-east-1/far", "ocean", "0 0 0 3")]
    public void What_a_gateway_drops_is_counted_by_its_reason(string destination, string gateway, string attachment, string lost)
    {
        var log = new Log(Hub().Build(), "us-east-1/hub", "us-east-1/far");
        for (var packet = 0; packet < 3; packet++)
        {
            log.Send(log.Holder("us-east-1/a/client"), Request with { Destination = Ipv4Address.Parse(destination) }, Start + packet, 100);
        }

        var records = log.Finish(
            FlowLogFormat.OfTransitGateway(
                "tgw-attachment-id", "tgw-pair-attachment-id", "tgw-dst-vpc-id", "packets", "bytes", "flow-direction",
                "packets-lost-no-route", "packets-lost-blackhole", "packets-lost-mtu-exceeded", "packets-lost-ttl-expired"),
            withResource: true);
        Assert.Equal([$"{gateway}: {attachment} - - 3 300 ingress {lost}"], records.Where(record => !record.EndsWith(" 0 0 0 0", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_attachment_without_a_route_table_has_no_route()
    {
        var network = Hub();
        var log = new Log(network.Build(), "us-east-1/hub");
        log.Send(log.Holder("us-east-1/lost/host"), new Packet(Ipv4Address.Parse("10.5.0.10"), Ipv4Address.Parse("10.1.0.10"), Protocol.Udp, 1, 2), Start, 100);
        Assert.Equal(["lost 1 1"], log.Finish(FlowLogFormat.OfTransitGateway("tgw-attachment-id", "packets", "packets-lost-no-route")));
    }

    [Fact]
    public void What_no_VPC_is_at_is_not_named()
    {
        var log = new Log(Hub().Build(), "us-east-1/hub");
        log.Send(log.Holder("paris/mainframe"), new Packet(Ipv4Address.Parse("192.168.1.10"), Ipv4Address.Parse("10.1.0.10"), Protocol.Icmp, 7, 0), Start, 84);
        Assert.Equal(
            [
                "att-b att-vpn - 222222222222 - vpc-b - landing-b - eni-b - use1-az2 0 0 1 - egress",
                "att-vpn att-b - 222222222222 - vpc-b - landing-b - eni-b - use1-az2 0 0 1 - ingress",
            ],
            log.Finish(FlowLogFormat.OfTransitGateway(
                "tgw-attachment-id", "tgw-pair-attachment-id", "tgw-src-vpc-account-id", "tgw-dst-vpc-account-id", "tgw-src-vpc-id", "tgw-dst-vpc-id", "tgw-src-subnet-id", "tgw-dst-subnet-id",
                "tgw-src-eni", "tgw-dst-eni", "tgw-src-az-id", "tgw-dst-az-id", "srcport", "dstport", "protocol", "tcp-flags", "flow-direction")));
    }

    [Fact]
    public void A_gateway_sees_packets_as_a_NAT_gateway_before_it_has_sent_them()
    {
        var log = new Log(Hub().Build(), "us-east-1/hub");
        var sent = log.Send(log.Holder("us-east-1/a/hidden"), Request with { Source = Ipv4Address.Parse("10.0.2.10") }, Start, 100);
        log.Send(log.Holder("us-east-1/b/server"), sent.Packet.Reply(), Start + 1, 100);
        Assert.Equal(
            ["ingress 10.0.1.10 10.1.0.10 443", "egress 10.1.0.10 10.0.1.10 1024"],
            log.Finish(FlowLogFormat.OfTransitGateway("tgw-attachment-id", "flow-direction", "srcaddr", "dstaddr", "dstport")).Where(line => line.StartsWith("att-a ", StringComparison.Ordinal)).Select(line => line["att-a ".Length..]));
    }

    [Fact]
    public void Each_gateway_and_each_attachment_has_a_log_of_its_own()
    {
        var log = new Log(Hub().Build(), "us-east-1/hub", "us-east-1/hub/att-b", "us-east-1/far", "us-east-1/hub/lost");
        log.Send(log.Holder("us-east-1/a/client"), Request, Start, 100);
        Assert.Equal(
            ["us-east-1/hub: TransitGateway att-a ingress", "us-east-1/hub: TransitGateway att-b egress", "us-east-1/hub/att-b: TransitGatewayAttachment att-b egress"],
            log.Finish(FlowLogFormat.OfTransitGateway("resource-type", "tgw-attachment-id", "flow-direction"), withResource: true));
    }

    [Fact]
    public void Peered_gateways_each_record_what_passes_them()
    {
        var log = new Log(Hub().Build(), "us-east-1/hub", "us-east-1/far");
        log.Send(log.Holder("us-east-1/a/client"), Request with { Destination = Ipv4Address.Parse("10.6.0.10") }, Start, 100);
        Assert.Equal(
            ["hub att-a ocean vpc-a - ingress", "hub ocean att-a vpc-a - egress", "far att-far ocean - vpc-far egress", "far ocean att-far - vpc-far ingress"],
            log.Finish(FlowLogFormat.OfTransitGateway("tgw-id", "tgw-attachment-id", "tgw-pair-attachment-id", "tgw-src-vpc-id", "tgw-dst-vpc-id", "flow-direction")));
    }

    [Fact]
    public void What_crosses_a_Connect_attachment_is_recorded_at_its_transport()
    {
        var network = new NetworkBuilder();
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub").CidrBlock("10.255.0.0/24");
        var edge = region.Vpc("edge", "10.1.0.0/16");
        var landing = edge.Subnet("landing", "10.1.0.0/24", "a");
        edge.MainRouteTable.Route("10.255.0.0/24", hub);
        var transport = hub.Attach("transport", landing);
        var router = landing.Instance("router", edge.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4)).ForwardsTraffic();
        var site = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        site.Host("mainframe", "192.168.1.10");
        hub.AttachConnect("connect", transport).Peer("p", site, router, "169.254.10.0/29", 65001);
        var app = region.Vpc("app", "10.2.0.0/16");
        app.MainRouteTable.Route("192.168.0.0/16", hub);
        var apps = app.Subnet("apps", "10.2.0.0/24", "a");
        apps.Instance("client").PrivateIp("10.2.0.10");
        hub.Attach("att-app", apps);
        var topology = network.Build();

        var log = new Log(topology, "us-east-1/hub", "us-east-1/hub/transport");
        log.Send(log.Holder("us-east-1/app/client"), new Packet(Ipv4Address.Parse("10.2.0.10"), Ipv4Address.Parse("192.168.1.10"), Protocol.Tcp, 50000, 443), Start, 100);
        Assert.Equal(
            ["TransitGateway transport att-app vpc-app vpc-edge landing-app - egress", "TransitGateway att-app transport vpc-app vpc-edge landing-app - ingress", "TransitGatewayAttachment transport att-app vpc-app vpc-edge landing-app - egress"],
            log.Finish(FlowLogFormat.OfTransitGateway("resource-type", "tgw-attachment-id", "tgw-pair-attachment-id", "tgw-src-vpc-id", "tgw-dst-vpc-id", "tgw-src-subnet-id", "tgw-dst-subnet-id", "flow-direction")));
        Assert.Contains("its traffic is in that of its transport, us-east-1/hub/transport", Assert.Throws<ArgumentException>(() => new Log(topology, "us-east-1/hub/connect")).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R-5.8")]
    public void A_window_is_a_minute_and_an_attachment_that_is_silent_or_loses_records_says_so()
    {
        var log = new Log(Hub().Build(), most: 2, "us-east-1/hub/att-a");
        var client = log.Holder("us-east-1/a/client");
        log.Send(client, Request, Start, 100);
        log.Send(client, Request, Start + 59, 100);
        log.Recorder.CloseUntil(TimeSpan.FromSeconds(120));
        for (ushort port = 1; port <= 3; port++)
        {
            log.Send(client, Request with { SourcePort = port }, Start + 120 + port, 100);
        }

        Assert.Equal(
            [
                "6 333333333333 hub att-a 50000 2 1800000000 1800000059 OK 0 us-east-1 ingress",
                "6 333333333333 hub att-a - - 1800000060 1800000119 NODATA - us-east-1 -",
                "6 333333333333 hub att-a 1 1 1800000121 1800000121 OK 0 us-east-1 ingress",
                "6 333333333333 hub att-a 2 1 1800000122 1800000122 OK 0 us-east-1 ingress",
                "6 333333333333 hub att-a - - 1800000120 1800000179 SKIPDATA - us-east-1 -",
            ],
            log.Finish(FlowLogFormat.OfTransitGateway(
                "version", "account-id", "tgw-id", "tgw-attachment-id", "srcport", "packets", "start", "end", "log-status", "packets-lost-no-route", "region", "flow-direction")));
    }

    [Fact]
    public void A_data_plane_that_watches_decides_as_one_that_does_not()
    {
        var network = new CompiledNetwork(TopologyLowering.Lower(Hub().Build()));
        var (watching, other) = (new Dataplane(network) { WatchesTransitGateways = true }, new Dataplane(network));
        foreach (var sender in Enumerable.Range(0, network.Graph.Holders.Count).Where(holder => !network.Graph.Holders[holder].Translates))
        {
            foreach (var destination in network.Graph.Holders.Select(holder => holder.PrivateAddress).Append(IpAddress.Parse("10.3.0.1")))
            {
                var packet = new Packet(network.Graph.Holders[sender].PrivateAddress, destination, Protocol.Tcp, 50000, 443);
                Assert.Equal(other.Send(sender, packet, TimeSpan.Zero), watching.Send(sender, packet, TimeSpan.Zero));
                Assert.Equal(other.Events.ToArray(), watching.Events.ToArray());
                Assert.True(other.TransitGatewayEvents.IsEmpty);
            }
        }
    }

    [Theory]
    [InlineData(false, "AWSLogs/333333333333/vpcflowlogs/us-east-1/2027/01/15/333333333333_vpcflowlogs_us-east-1_fl-")]
    [InlineData(true, "AWSLogs/aws-account-id=333333333333/aws-service=vpcflowlogs/aws-region=us-east-1/year=2027/month=01/day=15/333333333333_vpcflowlogs_us-east-1_fl-")]
    [Trait("Rule", "R-5.14")]
    public void Files_lie_beside_those_of_VPCs_under_the_owner_of_the_gateway(bool hive, string key)
    {
        var log = new Log(Hub().Build(), "us-east-1/hub", "us-east-1/hub/att-a");
        log.Send(log.Holder("us-east-1/a/client"), Request, Start, 100);
        log.Recorder.Complete();
        var files = new FlowLogFiles(log.Graph, new FlowLogFolder(folder.Path), log.Options with { IsHiveCompatible = hive });
        log.Fill(files);

        Assert.False(files.RecordsInterfaces);
        Assert.Equal(["us-east-1/hub", "us-east-1/hub/att-a"], files.States.Select(state => state.Resource));
        Assert.Equal(2, files.Written.Count);
        Assert.All(files.Written, name => Assert.StartsWith(key, name, StringComparison.Ordinal));
        Assert.All(files.States, state => Assert.Contains(files.Written, name => name.Contains(state.FlowLog, StringComparison.Ordinal)));
        Assert.Equal(3, files.Records);
    }

    [Fact]
    [Trait("Rule", "R-5.11")]
    public void A_stream_is_of_an_attachment_and_wants_a_role_of_the_owner_of_the_gateway()
    {
        var log = new Log(Hub().Build(), "us-east-1/hub");
        log.Send(log.Holder("us-east-1/a/client"), Request, Start, 100);
        log.Recorder.Complete();
        var streams = new FlowLogStreams(log.Graph, new FlowLogFolder(folder.Path), TimeSpan.FromSeconds(60), log.Options with { Role = new FlowLogRole { Account = "333333333333" } });
        log.Fill(streams);
        Assert.Equal(2, streams.Written.Count);
        Assert.All(streams.Written, name => Assert.Matches("^log-groups/fl-[0-9a-f]{17}/tgw-attach-[0-9a-f]{17}-all.log$", name));
        Assert.All(streams.Written, name => Assert.Contains(" 6 TransitGateway 333333333333 tgw-", File.ReadAllText(Path.Combine(folder.Path, name)), StringComparison.Ordinal));

        var refused = new FlowLogStreams(log.Graph, new FlowLogFolder(folder.Path), TimeSpan.FromSeconds(60), log.Options with { Role = new FlowLogRole { Account = "111111111111" } });
        log.Fill(refused);
        Assert.Equal(FlowLogStatus.AccessError, Assert.Single(refused.States).Status);
        Assert.Empty(refused.Written);
    }

    [Fact]
    public void A_log_of_a_gateway_has_no_traffic_to_choose()
    {
        var graph = TopologyLowering.Lower(Hub().Build());
        Assert.Contains(
            "records all traffic",
            Assert.Throws<ArgumentException>(() => TransitGatewayLogs.AreWanted(graph, new FlowLogOptions { Resources = ["us-east-1/hub"], Traffic = FlowLogTraffic.Reject })).Message,
            StringComparison.Ordinal);
        Assert.False(TransitGatewayLogs.AreWanted(graph, new FlowLogOptions()));
        Assert.False(TransitGatewayLogs.AreWanted(graph, new FlowLogOptions { Resources = ["us-east-1/a"], Traffic = FlowLogTraffic.Reject }));
    }

    [Theory]
    [InlineData("action", "'action' is no field of transit gateway flow logs that the model has; write one of account-id,")]
    [InlineData("", "no field is named; write names such as tgw-attachment-id srcaddr dstaddr packets")]
    public void Fields_that_a_gateway_does_not_have_are_refused_by_name(string fields, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => FlowLogFormat.ParseTransitGateway(fields)).Message, StringComparison.Ordinal);

    [Fact]
    [Trait("Rule", "R-5.10")]
    public void The_version_is_the_highest_of_the_fields()
    {
        var log = new Log(Hub().Build(), "us-east-1/hub/att-a");
        log.Send(log.Holder("us-east-1/a/client"), Request, Start, 100);
        Assert.Equal(["2 10.0.0.10"], log.Finish(FlowLogFormat.ParseTransitGateway("${version} ${srcaddr}")));
        Assert.Equal(["5 ingress"], log.Finish(FlowLogFormat.ParseTransitGateway("version flow-direction")));
    }

    public void Dispose() => folder.Dispose();

    static Packet Request => new(Ipv4Address.Parse("10.0.0.10"), Ipv4Address.Parse("10.1.0.10"), Protocol.Tcp, 50000, 443);

    /// <summary>Two VPCs, a site and a VPC without a table at one gateway, which is peered with another one; each with an owner of its own.</summary>
    static NetworkBuilder Hub()
    {
        var network = new NetworkBuilder();
        var (first, second, owner) = (network.Account("first", "111111111111"), network.Account("second", "222222222222"), network.Account("net", "333333333333"));
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false).OwnedBy(owner).ShareWith(first).ShareWith(second).AutoAcceptSharedAttachments();
        var table = hub.RouteTable("all").Blackhole("10.2.0.0/16");

        var a = Vpc("a", "10.0", first, hub);
        a.Subnet("apps", "10.0.0.0/24", "a").Instance("client", Open(a)).PrivateIp("10.0.0.10");
        var nat = a.Subnet("front", "10.0.1.0/24", "a").NatGateway("nat").Private().PrivateIp("10.0.1.10");
        var hidden = a.Subnet("back", "10.0.2.0/24", "a");
        hidden.RouteTable("back").Route("10.1.0.0/16", nat);
        hidden.Instance("hidden", Open(a, "hidden")).PrivateIp("10.0.2.10");
        Join(hub.Attach("att-a", Landing(a, "10.0", "a")));

        var b = Vpc("b", "10.1", second, hub);
        b.Subnet("apps", "10.1.0.0/24", "b").Instance("server", Open(b)).PrivateIp("10.1.0.10");
        b.Subnet("apps-a", "10.1.1.0/24", "a");
        Join(hub.Attach("att-b", Landing(b, "10.1", "b")));

        var site = network.Site("paris", 65010).Prefix("192.168.0.0/16");
        site.Host("mainframe", "192.168.1.10");
        Join(hub.AttachVpn("att-vpn", site.CustomerGateway("edge")));

        var lost = Vpc("lost", "10.5", first, hub);
        lost.Subnet("s", "10.5.0.0/24", "a").Instance("host", Open(lost)).PrivateIp("10.5.0.10");
        hub.Attach("lost", Landing(lost, "10.5", "a"));

        var far = region.TransitGateway("far", defaultRouteTable: false).OwnedBy(owner).ShareWith(first).AutoAcceptSharedAttachments();
        var there = Vpc("far", "10.6", first, far);
        there.Subnet("s", "10.6.0.0/24", "a").Instance("host", Open(there)).PrivateIp("10.6.0.10");
        var attached = far.Attach("att-far", Landing(there, "10.6", "a"));
        var ocean = hub.Peer("ocean", far);
        ocean.AcceptedBy(owner);
        far.RouteTable("all").Associate(attached).Propagate(attached).Associate(ocean.Accepter).Route("10.7.0.0/16", ocean.Accepter).Route("10.0.0.0/16", ocean.Accepter);
        table.Associate(ocean).Route("10.6.0.0/16", ocean).Route("10.7.0.0/16", ocean);
        return network;

        VpcBuilder Vpc(string name, string prefix, AccountBuilder account, TransitGatewayBuilder gateway)
        {
            var vpc = region.Vpc(name, $"{prefix}.0.0/16", account);
            vpc.MainRouteTable.Route(AnyIpv4, gateway);
            return vpc;
        }

        static SubnetBuilder Landing(VpcBuilder vpc, string prefix, string zone) => vpc.Subnet("landing", $"{prefix}.100.0/28", zone);

        void Join(TransitGatewayAttachmentBuilder attachment) => table.Associate(attachment).Propagate(attachment);
    }

    static SecurityGroupBuilder Open(VpcBuilder vpc, string name = "open") => vpc.SecurityGroup(name).Ingress(AllTraffic, from: AnyIpv4);

    /// <summary>A network whose gateways are recorded; times are given in Unix seconds, and identifiers are shown as names.</summary>
    sealed class Log
    {
        readonly CompiledNetwork network;
        readonly Dataplane dataplane;
        readonly List<(int Resource, FlowLogRecord Record)> records = [];
        readonly Dictionary<string, string> names;

        public Log(Topology topology, params string[] resources)
            : this(topology, null, resources)
        {
        }

        public Log(Topology topology, int? most, params string[] resources)
        {
            network = new CompiledNetwork(TopologyLowering.Lower(topology));
            dataplane = new Dataplane(network) { WatchesTransitGateways = true };
            Options = new FlowLogOptions { Resources = resources, MaximumRecordsOfWindow = most };
            Recorder = new TransitGatewayRecorder(Graph, Options, DateTimeOffset.FromUnixTimeSeconds(Start), (resource, record) => records.Add((resource, record)));
            names = Graph.TransitGateways.Select(gateway => (VendorIds.TransitGateway(Node(gateway.Node)), Node(gateway.Node).Name))
                .Concat(Graph.Vpcs.Select(vpc => (VendorIds.Vpc(Node(vpc.Node)), "vpc-" + Node(vpc.Node).Name)))
                .Concat(Graph.Attachments.Select(attachment => (VendorIds.TransitGatewayAttachment(Node(attachment.Node)), Node(attachment.Node).Name)))
                .Concat(Graph.Attachments.SelectMany(attachment => attachment.Subnets.SelectMany(subnet => new[]
                {
                    (VendorIds.Subnet(Node(subnet.Node)), "landing-" + Node(attachment.Vpc).Name),
                    (VendorIds.TransitGatewayInterface(Node(attachment.Node), Node(subnet.Node)), "eni-" + Node(attachment.Vpc).Name),
                })))
                .ToDictionary(each => each.Item1, each => each.Item2);
            Assert.All(names.Keys, id => Assert.Matches("^(tgw|vpc|tgw-attach|subnet|eni)-[0-9a-f]{17}$", id));
        }

        public ForwardingGraph Graph => network.Graph;

        public FlowLogOptions Options { get; }

        public TransitGatewayRecorder Recorder { get; }

        public int Holder(string path) => Enumerable.Range(0, Graph.Holders.Count).Single(holder => Node(Graph.Holders[holder].Node).Path == path);

        public Decision Send(int sender, Packet packet, long time, int bytes, TcpFlags flags = TcpFlags.None)
        {
            var decision = dataplane.Send(sender, packet, TimeSpan.FromSeconds(time - Start), flags);
            foreach (var seen in dataplane.TransitGatewayEvents)
            {
                Recorder.Add(seen, bytes, TimeSpan.FromSeconds(time - Start), flags);
            }

            return decision;
        }

        public List<string> Finish(FlowLogFormat format, bool withResource = false)
        {
            Recorder.Complete();
            return [.. records.Select(entry => (withResource ? Node(entry.Resource).Path + ": " : "")
                + string.Join(' ', format.Line(entry.Record).Split(' ').Select(word => names.GetValueOrDefault(word, word))))];
        }

        public void Fill(IFlowLogSink sink)
        {
            foreach (var (resource, record) in records)
            {
                sink.AddTo(resource, record);
            }

            sink.Complete();
        }

        GraphNode Node(int node) => Graph.Nodes[node];
    }
}

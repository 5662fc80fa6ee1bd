using NetDsl.Interop.Snapshots;

namespace NetDsl.Interop.Tests.Snapshots;

/// <summary>What packets meet in accounts that were read from the vendor's JSON: forth and back, open and shut.</summary>
public class SnapshotTraceTests
{
    [Theory]
    // Groups that reference groups, ports, and the stateless ACL of the data subnet.
    [InlineData("Shop", "i-0web", "i-0app", "tcp/8080", "reachable")]
    [InlineData("Shop", "i-0web", "i-0app", "tcp/8081", "forward ENI_SG_RULES_MISMATCH")]
    [InlineData("Shop", "i-0app", "i-0db", "tcp/5432", "reachable")]
    [InlineData("Shop", "i-0web", "i-0db", "tcp/5432", "forward SUBNET_ACL_RESTRICTION")]

    // By Name tag, by identifier of an interface, of a database and of a load balancer, and by a further address of an interface.
    [InlineData("Shop", "web server", "eni-0app", "tcp/8080", "reachable")]
    [InlineData("Shop", "app", "orders", "tcp/5432", "reachable")]
    [InlineData("Shop", "i-0web", "10.0.1.11", "tcp/8080", "reachable")]

    // The edge: public addresses, two translations with the reply, protocols without ports, types of ICMP.
    [InlineData("Shop", "internet", "i-0web", "tcp/443", "reachable")]
    [InlineData("Shop", "internet", "i-0web", "tcp/22", "forward ENI_SG_RULES_MISMATCH")]
    [InlineData("Shop", "internet", "i-0web", "47", "reachable")]
    [InlineData("Shop", "internet", "i-0web", "50", "forward ENI_SG_RULES_MISMATCH")]
    [InlineData("Shop", "internet", "i-0web", "icmp/8/0", "reachable")]
    [InlineData("Shop", "i-0app", "8.8.8.8", "tcp/443", "reachable")]
    [InlineData("Shop", "i-0db", "8.8.8.8", "tcp/80", "forward SUBNET_ACL_RESTRICTION")]
    [InlineData("Shop", "i-0db", "198.18.0.1", "tcp/443", "forward BAD_STATE_ROUTE")]
    [InlineData("Shop", "internet", "54.10.0.99", "tcp/443", "forward IGW_NO_MAPPING")]

    // Addresses that nobody has: in no subnet, of a stopped instance, of an interface that nothing uses.
    [InlineData("Shop", "i-0web", "10.0.200.1", "tcp/443", "forward NO_INTERFACE_WITH_ADDRESS")]
    [InlineData("Shop", "i-0web", "10.0.1.99", "tcp/8080", "forward NO_INTERFACE_WITH_ADDRESS")]
    [InlineData("Shop", "i-0web", "10.0.1.77", "tcp/8080", "forward NO_INTERFACE_WITH_ADDRESS")]

    // Endpoints: the route to one beats the default route, for each prefix of the service; the group of another denies.
    [InlineData("Shop", "i-0app", "52.216.0.1", "tcp/443", "reachable")]
    [InlineData("Shop", "i-0app", "vpce-0sqs", "tcp/443", "reachable")]
    [InlineData("Shop", "i-0db", "vpce-0sqs", "tcp/443", "forward ENI_SG_RULES_MISMATCH")]

    // A listener whose targets are in its zone, and one whose targets are in another.
    [InlineData("Shop", "internet", "54.10.0.20", "tcp/443", "reachable")]
    [InlineData("Shop", "internet", "54.10.0.20", "tcp/5432", "forward ELBV2_NO_TARGETS_IN_AZ")]
    [InlineData("Shop", "internet", "54.10.0.21", "tcp/5432", "forward ENI_SG_RULES_MISMATCH")]
    [InlineData("Shop", "internet", "54.10.0.20", "tcp/81", "forward ELBV2_LISTENERS_MISMATCH")]

    // Client VPN: into a VPC by an associated subnet, past groups, with a rule of one group that takes its prefix from the others; into a transit gateway.
    [InlineData("Remote", "cvpn-endpoint-0office", "i-0wiki", "tcp/443", "reachable")]
    [InlineData("Remote", "office", "i-0vault", "tcp/443", "forward CLIENT_VPN_NOT_AUTHORIZED")]
    [InlineData("Remote", "client-admins", "i-0vault", "tcp/443", "reachable")]
    [InlineData("Remote", "client-admins", "i-0vault", "tcp/22", "forward ENI_SG_RULES_MISMATCH")]
    [InlineData("Remote", "office", "8.8.8.8", "tcp/443", "forward CLIENT_VPN_NO_ROUTE")]
    [InlineData("Remote", "people", "i-0s", "tcp/22", "reachable")]
    [InlineData("Remote", "people", "i-0s", "tcp/23", "forward ENI_SG_RULES_MISMATCH")]
    [InlineData("Remote", "people", "10.0.0.10", "tcp/443", "forward CLIENT_VPN_NO_ROUTE")]
    [InlineData("Remote", "i-0s", "10.200.0.2", "tcp/22", "reachable")]
    [InlineData("Remote", "i-0s", "10.200.3.3", "tcp/22", "unknown")]
    [InlineData("Remote", "i-0wiki", "10.200.0.2", "tcp/22", "forward NO_ROUTE_TO_DESTINATION")]

    // Accelerators: to load balancers of two regions, on another port, to an instance without a public address; none of what has no listener, is off or is not understood.
    [InlineData("Worldwide", "internet", "75.2.0.10", "tcp/443", "reachable")]
    [InlineData("Worldwide", "internet", "75.2.0.10", "tcp/8443", "reachable")]
    [InlineData("Worldwide", "internet", "99.83.0.10", "udp/5001", "reachable")]
    [InlineData("Worldwide", "internet", "75.2.0.10", "tcp/80", "forward GA_NO_LISTENER")]
    [InlineData("Worldwide", "internet", "75.2.0.20", "tcp/443", "forward GA_DISABLED")]
    [InlineData("Worldwide", "internet", "75.2.0.30", "tcp/443", "unknown")]
    [InlineData("Worldwide", "internet", "75.2.0.40", "udp/10000", "unknown")]

    // Peers with one prefix, told apart by a longer route, also on the way back.
    [InlineData("Peers", "i-0hub", "i-0one", "tcp/22", "reachable")]
    [InlineData("Peers", "i-0hub", "10.0.1.10", "tcp/22", "reachable")]
    [InlineData("Peers", "i-0oneb", "i-0hub", "tcp/22", "return NO_INTERFACE_WITH_ADDRESS")]
    [InlineData("Peers", "i-0hub", "10.9.0.1", "tcp/22", "forward BAD_STATE_ROUTE")]

    // Transit gateways: propagated and static routes, a zone without an attachment's subnet, one-way routes, peers over regions, egress in the middle.
    [InlineData("Hub", "i-0a", "i-0b", "tcp/22", "reachable")]
    [InlineData("Hub", "i-0a", "i-0bz", "tcp/22", "return TGW_ROUTE_AZ_RESTRICTION")]
    [InlineData("Hub", "i-0bz", "i-0a", "tcp/22", "forward TGW_ROUTE_AZ_RESTRICTION")]
    [InlineData("Hub", "i-0a", "i-0c", "tcp/22", "return NO_ROUTE_TO_DESTINATION")]
    [InlineData("Hub", "i-0a", "10.66.0.1", "tcp/22", "forward BAD_STATE_ROUTE")]
    [InlineData("Hub", "i-0a", "i-0w", "tcp/22", "reachable")]
    [InlineData("Hub", "i-0b", "i-0w", "tcp/22", "return TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT")]
    [InlineData("Hub", "i-0a", "8.8.8.8", "tcp/443", "reachable")]

    // Behind a VPN connection lies what no snapshot has.
    [InlineData("Hub", "i-0a", "192.168.1.1", "tcp/443", "unknown")]

    [InlineData("Hybrid", "i-1", "192.168.1.1", "tcp/443", "unknown")]
    [InlineData("Hybrid", "i-1", "172.20.0.1", "tcp/443", "forward NO_ROUTE_TO_DESTINATION")]

    // IPv6 goes out by an egress-only gateway, and nothing comes in by it.
    [InlineData("Hybrid", "one", "2a00::1", "tcp/443", "reachable")]
    [InlineData("Hybrid", "internet", "2600:1f18:1:1::10", "tcp/443", "forward EIGW_UNSOLICITED")]

    // What is not understood: targets that are not here, a group that is not here, a host that may send on; and what does not hang on it.
    [InlineData("Gaps", "i-0h", "10.20.0.1", "tcp/443", "unknown")]
    [InlineData("Gaps", "i-0h", "10.30.0.1", "tcp/443", "unknown")]
    [InlineData("Gaps", "i-0h", "10.40.0.1", "tcp/443", "unknown")]
    [InlineData("Gaps", "i-0h", "10.60.0.1", "tcp/443", "forward BAD_STATE_ROUTE")]
    [InlineData("Gaps", "i-0h", "i-0m", "tcp/443", "unknown")]
    [InlineData("Gaps", "i-0h", "i-0k", "tcp/22", "reachable")]
    [InlineData("Gaps", "i-0h", "i-0k", "tcp/443", "unknown")]
    [InlineData("Gaps", "i-0h", "firewall", "tcp/443", "reachable")]
    public void Follows_packets(string snapshot, string from, string to, string traffic, string expected) =>
        Assert.Equal(expected, Text(SnapshotFiles.Read(snapshot).Trace(from, to, traffic)));

    [Fact]
    public void An_endpoints_route_beats_the_default_route()
    {
        var snapshot = SnapshotFiles.Read("Shop");
        foreach (var address in new[] { "52.216.0.1", "54.231.0.1" })
        {
            var trace = snapshot.Trace("i-0app", address, "tcp/443");
            Assert.Contains(trace.Forward.Hops, hop => hop.Kind == "vpc-endpoint");
            Assert.DoesNotContain(trace.Forward.Hops, hop => hop.Kind == "nat-gateway");
        }

        Assert.Contains(snapshot.Trace("i-0app", "8.8.8.8", "tcp/443").Forward.Hops, hop => hop.Kind == "nat-gateway");
    }

    [Theory]
    [InlineData("\"sg-0clients\"\n", "\"sg-0elsewhere\"\n")]
    [InlineData("\"DestinationCidr\": \"10.0.0.0/16\",\n      \"TargetSubnet\"", "\"DestinationCidr\": \"172.20.0.0/16\",\n      \"TargetSubnet\"")]
    public void What_clients_hang_on_and_the_snapshot_does_not_tell_is_unknown(string known, string missing)
    {
        // A group that is not there may let clients out; and no route is listed to the block of the VPC.
        using var scratch = new Testing.ScratchFolder();
        foreach (var file in Directory.EnumerateFiles(SnapshotFiles.Folder("Remote"), "*.json", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            SnapshotFiles.Write(scratch.Path, Path.GetRelativePath(SnapshotFiles.Folder("Remote"), file), file.EndsWith("client-vpn.json", StringComparison.Ordinal) ? text.Replace(known, missing, StringComparison.Ordinal) : text);
        }

        Assert.Equal("reachable", Text(SnapshotFiles.Read("Remote").Trace("office", "i-0wiki", "tcp/443")));
        Assert.Equal("unknown", Text(AccountSnapshot.Read(scratch.Path).Trace("office", "i-0wiki", "tcp/443")));
    }

    [Fact]
    public void With_cross_zone_a_load_balancer_sends_to_targets_of_another_zone()
    {
        using var scratch = new Testing.ScratchFolder();
        foreach (var file in Directory.EnumerateFiles(SnapshotFiles.Folder("Shop"), "*.json", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file).Replace("\"Value\": \"false\"", "\"Value\": \"true\"", StringComparison.Ordinal);
            SnapshotFiles.Write(scratch.Path, Path.GetRelativePath(SnapshotFiles.Folder("Shop"), file), text);
        }

        var trace = AccountSnapshot.Read(scratch.Path).Trace("internet", "54.10.0.20", "tcp/5432");
        Assert.Contains("10.0.2.10:5432", trace.Forward.Hops.Single(hop => hop.Kind == "network-load-balancer").Decision, StringComparison.Ordinal);
        Assert.NotEqual("forward ELBV2_NO_TARGETS_IN_AZ", Text(trace));
    }

    [Fact]
    public void What_is_somewhere_in_a_subnet_may_have_any_address_that_nobody_has()
    {
        var snapshot = SnapshotFiles.Of("""
            {
              "Vpcs": [{ "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16" }],
              "Subnets": [
                { "SubnetId": "subnet-1", "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "us-east-1a" },
                { "SubnetId": "subnet-2", "VpcId": "vpc-1", "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "us-east-1a" }],
              "RouteTables": [{ "RouteTableId": "rtb-1", "VpcId": "vpc-1", "Associations": [{ "Main": true }] }],
              "SecurityGroups": [{ "GroupId": "sg-1", "VpcId": "vpc-1", "IpPermissionsEgress": [{ "IpProtocol": "-1", "IpRanges": [{ "CidrIp": "0.0.0.0/0" }] }] }],
              "Reservations": [{ "Instances": [
                { "InstanceId": "i-1", "SubnetId": "subnet-1", "PrivateIpAddress": "10.0.0.9", "SecurityGroups": [{ "GroupId": "sg-1" }] },
                { "InstanceId": "i-2", "SubnetId": "subnet-2", "PrivateIpAddress": "10.0.1.9", "SecurityGroups": [{ "GroupId": "sg-1" }] }] }],
              "DBInstances": [{ "DBInstanceIdentifier": "db", "DBSubnetGroup": { "Subnets": [{ "SubnetIdentifier": "subnet-2" }] } }]
            }
            """);
        Assert.Equal("unknown", Text(snapshot.Trace("i-1", "10.0.1.77", "tcp/5432")));
        Assert.Equal("forward ENI_SG_RULES_MISMATCH", Text(snapshot.Trace("i-1", "i-2", "tcp/5432")));
        Assert.Equal("forward NO_INTERFACE_WITH_ADDRESS", Text(snapshot.Trace("i-1", "10.0.0.77", "tcp/5432")));
    }

    [Fact]
    public void A_packet_to_a_site_leaves_the_modelled_network()
    {
        var trace = SnapshotFiles.Read("Hub").Trace("i-0a", "192.168.1.1", "tcp/443");
        Assert.Equal((Verdict.Unknown, Outcome.Exits, Outcome.Unknown), (trace.Verdict, trace.Forward.Outcome, trace.Return.Outcome));
        Assert.Contains(trace.Forward.Hops, hop => hop.Element.EndsWith("/vpn-0hq", StringComparison.Ordinal));
    }

    [Fact]
    public void A_certain_drop_before_a_doubtful_hop_stays_one()
    {
        var snapshot = SnapshotFiles.Read("Gaps");
        Assert.Equal("forward NO_INTERFACE_WITH_ADDRESS", Text(snapshot.Trace("i-0k", "10.0.0.99", "tcp/443")));
        Assert.Equal("forward NO_ROUTE_TO_DESTINATION", Text(snapshot.Trace("i-0k", "10.70.0.1", "tcp/443")));
    }

    static string Text(Trace trace) => trace switch
    {
        { Verdict: Verdict.Reachable } => "reachable",
        { Verdict: Verdict.Unknown } => "unknown",
        { Forward.Code: { } code } => $"forward {code.ToCode()}",
        { Return.Code: { } code } => $"return {code.ToCode()}",
        _ => "blocked",
    };
}

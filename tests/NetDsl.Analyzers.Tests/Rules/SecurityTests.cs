namespace NetDsl.Analyzers.Tests.Rules;

public class SecurityTests
{
    [Fact]
    public void A_group_of_another_region_is_underlined() => Squiggles.One(
        "ND3001",
        "Security group 'db' of VPC 'a' (us-east-1) references 'web' of VPC 'b' (eu-west-1); a group of another region cannot be referenced, not even over a peering, write a prefix such as 10.1.0.0/16.",
        """
        var a = network.Region("us-east-1").Vpc("a", "10.0.0.0/16");
        var b = network.Region("eu-west-1").Vpc("b", "10.1.0.0/16");
        network.Peer("a-b", a, b).AcceptedBy(b.Account);
        var web = b.SecurityGroup({0|"web"|});
        a.SecurityGroup("db").Ingress(Tcp(5432), from: [|web|]);
        """);

    [Fact]
    public void A_group_of_a_vpc_without_connection_is_underlined() => Squiggles.One(
        "ND3002",
        "The egress rule of security group 'app' (VPC 'a') that references 'db' of VPC 'b' matches nothing: no peering joins the two VPCs, and no transit gateway has both attached; peer them; or write a prefix such as 10.1.0.0/16.",
        """
        var region = network.Region("us-east-1");
        var (a, b) = (region.Vpc("a", "10.0.0.0/16"), region.Vpc("b", "10.1.0.0/16"));
        var database = b.SecurityGroup({0|"db"|});
        a.SecurityGroup("app").Egress(Tcp(5432), [|database|]);
        """);

    [Fact]
    public void A_network_acl_that_drops_replies_is_underlined_at_its_name() => Squiggles.One(
        "ND3010",
        "TCP from network interface 'web' to network interface 'db' (10.0.0.4 → 10.0.1.4, port 5432) arrives, and its reply is dropped: network ACL us-east-1/shop/data lets no tcp/49152 to 10.0.0.4 out (SUBNET_ACL_RESTRICTION); add AllowOutbound(10, TcpRange(1024, 65535), to: \"10.0.0.0/24\").",
        """
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var acl = vpc.NetworkAcl([|"data"|]).AllowInbound(100, Tcp(5432), from: "10.0.0.0/24");
        vpc.Subnet("app", "10.0.0.0/24", "a").Instance("web", vpc.SecurityGroup("web"));
        vpc.Subnet("data", "10.0.1.0/24", "a").Associate(acl).Instance({0|"db"|}, vpc.SecurityGroup("db").NoEgressByDefault().Ingress(Tcp(5432), from: "10.0.0.0/24"));
        """);

    [Fact]
    public void An_endpoint_that_admits_no_client_is_underlined_at_its_call() => Squiggles.One(
        "ND3020",
        "Instance 'host' sees the addresses of the clients of accelerator 'edge', and no ingress rule of its security groups admits one of them to tcp/443; admit the clients, for example from 0.0.0.0/0.",
        """
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var web = vpc.SecurityGroup({0|"web"|}).Ingress(Tcp(443), from: vpc.Cidr);
        var host = vpc.Subnet("private", "10.0.0.0/24", "a").Instance("host", web);
        network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(region).[|Endpoint(host)|];
        """);

    [Fact]
    public void A_destination_of_custom_routing_that_admits_no_client_is_underlined_where_it_is_allowed() => Squiggles.One(
        "ND3020",
        "Instance 'host' sees the addresses of the clients of accelerator 'games', and no ingress rule of its security groups admits one of them to udp/7000-7001; admit the clients, for example from 0.0.0.0/0.",
        """
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var players = vpc.SecurityGroup({0|"players"|}).Ingress(Udp(7000), from: vpc.Cidr);
        var servers = vpc.Subnet("servers", "10.0.0.0/28", "a");
        var host = servers.Instance("host", players);
        network.CustomRoutingAccelerator("games").Listener(5000, 5099).EndpointGroup(region, 7000, 7001, CustomRoutingProtocols.Udp).Subnet(servers).[|AllowTraffic(host)|];
        """);

    [Fact]
    public void A_group_of_a_peer_is_not_underlined() => Squiggles.None(
        """
        var region = network.Region("us-east-1");
        var (a, b) = (region.Vpc("a", "10.0.0.0/16"), region.Vpc("b", "10.1.0.0/16"));
        network.Peer("a-b", a, b);
        a.SecurityGroup("app").Egress(Tcp(5432), b.SecurityGroup("db"));
        """);
}

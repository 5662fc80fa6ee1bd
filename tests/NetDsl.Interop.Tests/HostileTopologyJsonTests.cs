using System.Text;
using System.Text.Json.Nodes;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Interop.Tests;

public class HostileTopologyJsonTests
{
    [Theory]
    [InlineData("", "$: this is not JSON")]
    [InlineData("{", "$: this is not JSON")]
    [InlineData("[]", "$: an array stands where an object is expected")]
    [InlineData("null", "$: null stands where an object is expected")]
    [InlineData("{}", "$: there is no member 'format'")]
    [InlineData("{\"format\": 1}", "$.format: a number stands where a text is expected")]
    [InlineData("{\"format\": \"netdsl.topology/2\"}", "$.format: 'netdsl.topology/2' is not a form that can be read")]
    [InlineData("{\"format\": \"netdsl.topology/1\", \"name\": \"x\"}", "$: the member 'accounts' is missing")]
    public void Text_that_is_no_topology_is_refused(string text, string error) => Refuses(text, error);

    [Fact]
    public void A_twice_given_member_is_refused() =>
        Refuses("{\"format\": \"netdsl.topology/1\", \"format\": \"netdsl.topology/1\"}", "$: this is not JSON");

    [Fact]
    public void Half_a_character_is_refused() => Refuses("\"\ud800\"", "$: this is not JSON");

    [Fact]
    public void Deep_nesting_is_refused() =>
        Refuses(new StringBuilder().Insert(0, "[", 100_000).ToString(), "$: this is not JSON");

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("us-east-1/../shop")]
    [InlineData("us-east-1//shop")]
    [InlineData("us-east-1\\shop")]
    [InlineData("/shop")]
    [InlineData("")]
    [InlineData("us-east-1/\u0000")]
    [InlineData("us-east-1/\u001b[31m")]
    public void Hostile_names_are_refused(string path) =>
        Refuses(Edited(shop => shop["vpcs"]![0]!["id"] = path), "$.vpcs[0].id: '");

    [Fact]
    public void A_path_outside_its_parent_is_refused() =>
        Refuses(
            Edited(shop => shop["subnets"]![0]!["id"] = "us-east-1/other/edge-a"),
            "$.subnets[0].id: the path of this subnet should be 'us-east-1/shop/edge-a'");

    [Fact]
    public void A_hostile_topology_name_is_refused() =>
        Refuses(Edited(shop => shop["name"] = "../Shop"), "$.name: '../Shop' is not the name of a topology");

    [Fact]
    public void A_reference_to_nothing_is_refused() =>
        Refuses(
            Edited(shop => shop["routeTables"]![1]!["routes"]![0]!["target"]!["value"] = "nat-gateway:us-east-1/shop/nat-z"),
            "$.routeTables[1].routes[0].target.value: there is no NAT gateway 'us-east-1/shop/nat-z'");

    [Fact]
    public void A_reference_to_the_wrong_kind_is_refused() =>
        Refuses(
            Edited(shop => shop["routeTables"]![1]!["routes"]![0]!["target"]!["value"] = "instance:us-east-1/shop/web-a"),
            "$.routeTables[1].routes[0].target.value: 'instance:us-east-1/shop/web-a' is not a reference");

    [Fact]
    public void A_VPC_without_a_block_is_refused() =>
        Refuses(Edited(shop => shop["vpcs"]![0]!["blocks"] = new JsonArray()), "$.vpcs[0].blocks: this is empty");

    [Fact]
    public void An_element_that_exists_twice_is_refused() =>
        Refuses(
            Edited(shop => shop["subnets"]!.AsArray().Add(shop["subnets"]![0]!.DeepClone())),
            "$.subnets[4].id: subnet 'us-east-1/shop/edge-a' exists already");

    [Fact]
    public void An_address_outside_its_subnet_is_refused() =>
        Refuses(
            Edited(shop => shop["networkInterfaces"]![0]!["privateAddress"] = "10.9.9.9"),
            "$.networkInterfaces[0].privateAddress: 10.9.9.9 is not in subnet");

    [Theory]
    [InlineData("tcp", "is not traffic")]
    [InlineData("tcp/99999", "is not traffic")]
    [InlineData("tcp/9-1", "is not traffic")]
    [InlineData("icmp/256", "is not traffic")]
    [InlineData("icmp/3/4/5", "is not traffic")]
    [InlineData("50/1", "is not traffic")]
    [InlineData("tcp/1-2-3", "is not traffic")]
    public void Traffic_that_does_not_exist_is_refused(string traffic, string error) =>
        Refuses(
            Edited(shop => shop["securityGroups"]![1]!["ingress"]![0]!["traffic"] = traffic),
            $"$.securityGroups[1].ingress[0].traffic: '{traffic}' {error}");

    [Fact]
    public void An_unknown_member_is_refused_and_the_known_ones_are_named() =>
        Refuses(Edited(shop => shop["regions"]![0]!["extra"] = 1), "$.regions[0]: 'extra' is not a member here; there are id, origin");

    [Fact]
    public void A_host_address_as_prefix_is_refused_with_the_prefix_meant() =>
        Refuses(
            Edited(shop => shop["subnets"]![0]!["prefix"]!["value"] = "10.0.0.1/24"),
            "$.subnets[0].prefix.value: '10.0.0.1/24' has host bits set; the prefix is 10.0.0.0/24");

    [Fact]
    public void A_public_address_that_exists_twice_is_refused() =>
        Refuses(
            Edited(edge => edge["internetClients"]![0]!["address"] = "8.8.8.8", ExampleNetworks.Accelerated()),
            "$.internetClients[1].address: 8.8.8.8 is taken already");

    [Fact]
    public void A_second_endpoint_group_of_a_region_is_refused() =>
        Refuses(
            Edited(edge => edge["accelerators"]![0]!["listeners"]![0]!["groups"]![1]!["region"] = "us-west-2", ExampleNetworks.Accelerated()),
            "$.accelerators[0].listeners[0].groups: 'us-west-2' stands here twice");

    [Fact]
    public void An_endpoint_of_another_region_is_refused() =>
        Refuses(
            Edited(edge => edge["accelerators"]![0]!["listeners"]![1]!["groups"]![0]!["region"] = "us-west-2", ExampleNetworks.Accelerated()),
            "$.accelerators[0].listeners[1].groups[0].endpoints[0].target: instance 'eu-west-1/east/host' is not in region 'us-west-2'");

    public static TheoryData<string, Action<JsonNode>> BrokenRouting => new()
    {
        { "$.accelerators[0]: a custom routing accelerator has no other listeners, and no IPv6", games => games["ipv6Addresses"] = new JsonArray("3fff:c00::1", "3fff:c00::2") },
        { "$.accelerators[0].customRouting.listeners[0].ports[0]: a port of 0-20099 is 0, or taken by a listener already", games => Listener(games)["ports"]![0]!["firstPort"] = 0 },
        { "$.accelerators[0].customRouting.listeners[0].ports[0].lastPort: ", games => Listener(games)["ports"]![0]!["lastPort"] = 10_000 },
        { "$.accelerators[0].customRouting.listeners[0].ports: a listener of 65 ports cannot lead to 66 ports of destinations", games => Listener(games)["ports"]![0]!["lastPort"] = 20_064 },
        { "$.accelerators[0].customRouting.listeners[1].ports[0]: a port of 20000-20099 is 0, or taken by a listener already", games => games["customRouting"]!["listeners"]!.AsArray().Add(Listener(games).DeepClone()) },
        { "$.accelerators[0].customRouting.listeners[0].groups: 'eu-west-1' stands here twice; a listener has one endpoint group a region", games => Listener(games)["groups"]!.AsArray().Add(Group(games).DeepClone()) },
        { "$.accelerators[0].customRouting.listeners[0].groups[0].region: there is no region 'us-east-1'", games => Group(games)["region"] = "us-east-1" },
        { "$.accelerators[0].customRouting.listeners[0].groups[0].destinations[0].firstPort: a port of 443-7001 is 0, or led to already", games => Group(games)["destinations"]![0]!["firstPort"] = 443 },
        { "$.accelerators[0].customRouting.listeners[0].groups[0].destinations[1].protocols: 'icmp' is none of tcp-and-udp, tcp, udp", games => Group(games)["destinations"]![1]!["protocols"] = "icmp" },
        { "$.accelerators[0].customRouting.listeners[0].groups[0].subnets: 'eu-west-1/games/spare' stands here twice; a subnet is in a group once", games => Group(games)["subnets"]![0]!["subnet"] = "eu-west-1/games/spare" },
        { "$.accelerators[0].customRouting.listeners[0].groups[0].subnets[0].subnet: there is no subnet 'eu-west-1/games/none'", games => Group(games)["subnets"]![0]!["subnet"] = "eu-west-1/games/none" },
        { "$.accelerators[0].customRouting.listeners[0].groups[0].subnets[0].allowed[1].address: 10.0.0.15 is no address that a host of subnet 'eu-west-1/games/servers' can have", games => Group(games)["subnets"]![0]!["allowed"]![1]!["address"] = "10.0.0.15" },
        { "$.accelerators[0].customRouting.listeners[0].groups[0].subnets[0]: 'weight' is not a member here", games => Group(games)["subnets"]![0]!["weight"] = 1 },
    };

    [Theory]
    [MemberData(nameof(BrokenRouting))]
    public void Custom_routing_that_cannot_be_is_refused(string reason, Action<JsonNode> change) =>
        Refuses(Edited(games => change(games["accelerators"]![0]!), ExampleNetworks.CustomRouting()), reason);

    static JsonNode Listener(JsonNode games) => games["customRouting"]!["listeners"]![0]!;

    static JsonNode Group(JsonNode games) => Listener(games)["groups"]![0]!;

    [Fact]
    public void A_listener_of_two_protocols_is_refused() =>
        Refuses(
            Edited(edge => edge["accelerators"]![0]!["listeners"]![1]!["ports"]![0] = "tcp/53", ExampleNetworks.Accelerated()),
            "$.accelerators[0].listeners[1].ports: a listener of an accelerator takes ports of TCP, or ports of UDP");

    [Fact]
    public void Families_that_do_not_go_together_are_refused()
    {
        Refuses(
            Edited(dual => dual["loadBalancers"]![0]!["ipAddressType"] = "ipv6", Dual()), "$.loadBalancers[0].ipAddressType: a network load balancer has IPv4 addresses");
        Refuses(
            Edited(dual => dual["networkInterfaces"]![0]!.AsObject().Remove("ipv6Addresses"), Dual()),
            "$.loadBalancers[0].nodes[0]: 'us-east-1/v/lb/us-east-1a' has no address of a family of its load balancer");
        Refuses(
            Edited(dual => dual["targetGroups"]![0]!["ipAddressType"] = "dualstack", Dual()),
            "$.targetGroups[0].ipAddressType: the targets of a group have addresses of one family");
        Refuses(
            Edited(dual => dual["targetGroups"]![0]!["targets"]![0]!["address"] = "10.0.0.77", Dual()),
            "$.targetGroups[0].targets[0]: the target has no address of the family of its group");
        Refuses(
            Edited(dual => dual["loadBalancers"]![0]!.AsObject().Remove("ipAddressType"), Dual()),
            "$.loadBalancers[0].listeners[0].targetGroup: 'us-east-1/v/web' has IPv6 targets, and its load balancer is not dual-stack");
        Refuses(
            Edited(dual => dual["endpointServices"]![0]!.AsObject().Remove("supportedIpAddressTypes"), Dual()),
            "$.vpcEndpoints[0].ipAddressType: 'us-east-1/v/api' does not take requests of that type");
    }

    [Fact]
    public void Families_of_a_gateway_endpoint_that_its_service_does_not_have_are_refused()
    {
        var network = new NetworkBuilder("Storage");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16").AmazonIpv6Cidr();
        var table = vpc.Subnet("s", "10.0.0.0/24", "a").Ipv6Cidr().RouteTable("t");
        vpc.GatewayEndpoint("e", vpc.Region.Service("s3").Ipv6Cidr()).IpAddressType(IpAddressType.Dualstack).RouteTable(table);

        Refuses(
            Edited(dual => dual["publicServices"]![0]!.AsObject().Remove("ipv6Prefix"), network.Build()),
            "$.vpcEndpoints[0].ipAddressType: 'us-east-1/s3' has no IPv6 addresses");
        Refuses(
            Edited(dual => dual["publicServices"]![0]!["ipv6Prefix"] = "10.0.0.0/24", network.Build()),
            "$.publicServices[0].ipv6Prefix: ");
    }

    [Fact]
    public void Endpoints_of_a_dualstack_accelerator_without_both_families_are_refused()
    {
        var network = new NetworkBuilder("Edge");
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("v", "10.0.0.0/16").AmazonIpv6Cidr();
        vpc.InternetGateway("igw");
        var host = vpc.Subnet("s", "10.0.0.0/24", "a").Ipv6Cidr().Instance("host").Ipv6Address();
        network.Accelerator("edge").IpAddressType(IpAddressType.Dualstack).Listener(Traffic.Tcp(443)).EndpointGroup(region).Endpoint(host);
        var whole = network.Build();

        Refuses(
            Edited(edge => edge["networkInterfaces"]![0]!.AsObject().Remove("ipv6Addresses"), whole),
            "$.accelerators[0].listeners[0].groups[0].endpoints[0].target: 'us-east-1/v/host' has not both families of its accelerator, or does not see the client's address");
        Refuses(
            Edited(edge => edge["accelerators"]![0]!["ipv6Addresses"]![1] = "3fff:c00::1", whole),
            "$.accelerators[0].ipv6Addresses[0]: 3fff:c00::1 is no public IPv6 address that this accelerator has alone");
        Refuses(
            Edited(edge => edge["accelerators"]![0]!["ipv6Addresses"]!.AsArray().RemoveAt(1), whole),
            "$.accelerators[0].ipv6Addresses: a dual-stack accelerator has an IPv6 address beside each IPv4 address");
    }

    [Fact]
    public void Local_Zones_that_are_not_and_addresses_of_other_border_groups_are_refused()
    {
        var network = new NetworkBuilder("Local");
        var region = network.Region("us-east-1").LocalZone("us-east-1-bos-1a", "use1-az4");
        region.Vpc("v", "10.0.0.0/16").Subnet("s", "10.0.0.0/24", "us-east-1-bos-1a").Instance("host").ElasticIp(region.ElasticIp("door", networkBorderGroup: "us-east-1-bos-1"));
        var whole = network.Build();

        Refuses(
            Edited(local => local["regions"]![0]!.AsObject().Remove("localZones"), whole),
            "$.subnets[0].zone.value: 'us-east-1-bos-1a' is not a zone of us-east-1; write one such as us-east-1a");
        Refuses(
            Edited(local => local["regions"]![0]!["localZones"]![0]!["name"] = "boston", whole),
            "$.regions[0].localZones[0].name: 'boston' is not the name of a Local Zone; write one such as us-east-1-bos-1a");
        Refuses(
            Edited(local => local["regions"]![0]!["localZones"]![0]!["parent"] = "usw2-az1", whole),
            "$.regions[0].localZones[0].parent: 'usw2-az1' is not the identifier of a zone of us-east-1");
        Refuses(
            Edited(local => local["elasticAddresses"]![0]!.AsObject().Remove("networkBorderGroup"), whole),
            "$.elasticAddresses[0].holder: ");
    }

    static Topology Dual()
    {
        var network = new NetworkBuilder("Dual");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16").AmazonIpv6Cidr();
        var subnet = vpc.Subnet("s", "10.0.0.0/24", "a").Ipv6Cidr();
        var balancer = vpc.NetworkLoadBalancer("lb").Internal().IpAddressType(IpAddressType.Dualstack).Subnet(subnet);
        balancer.Listener(ListenerProtocol.Tcp, 80, vpc.TargetGroup("web", ListenerProtocol.Tcp, 80, TargetKind.Ip).IpAddressType(IpAddressType.Ipv6).Target("3fff:a00::77"));
        vpc.InterfaceEndpoint("e", vpc.EndpointService("api", balancer).SupportedIpAddressTypes(IpAddressType.Dualstack)).IpAddressType(IpAddressType.Dualstack).Subnet(subnet);
        return network.Build();
    }

    static string Edited(Action<JsonNode> edit, Topology? topology = null)
    {
        var document = JsonNode.Parse(TopologyJson.Write(topology ?? ExampleNetworks.Shop()))!;
        edit(document);
        return document.ToJsonString();
    }

    static void Refuses(string text, string error)
    {
        Assert.False(TopologyJson.TryRead(text, out _, out var actual));
        Assert.StartsWith(error, actual, StringComparison.Ordinal);
    }
}

using NetDsl.Addressing;
using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

/// <summary>The families of load balancers, target groups, endpoints and endpoint services.</summary>
public class AddressTypeTests
{
    [Fact]
    [Trait("Rule", "R-6.16")]
    public void Nodes_of_a_dualstack_load_balancer_have_an_ipv6_address_and_deny_internet_gateways_when_it_is_internal()
    {
        var topology = Takes(scene =>
        {
            // Said in whatever order.
            scene.Shop.NetworkLoadBalancer("inside").Subnet(scene.Edge).IpAddressType(IpAddressType.Dualstack).Internal();
            scene.Shop.NetworkLoadBalancer("outside").IpAddressType(IpAddressType.Dualstack).Subnet(scene.Edge, ipv6Address: Dual(scene));
            scene.Shop.NetworkLoadBalancer("open").Internal().IpAddressType(IpAddressType.Dualstack).DenyAllIgwTraffic(false).Subnet(scene.Edge);
            scene.Shop.NetworkLoadBalancer("four").Internal().Subnet(scene.Edge);
        });

        Assert.Equal(
            [("inside", "3fff:a00::4", true), ("outside", "3fff:a00::77", false), ("open", "3fff:a00::5", false), ("four", "", false)],
            topology.LoadBalancers.Select(balancer => (balancer, Node: topology.NetworkInterfaces.First(each => each.Id == balancer.Nodes[0])))
                .Select(each => (each.balancer.Name, string.Join(' ', each.Node.Ipv6Addresses), each.Node.DeniesInternetGatewayTraffic)));
        Assert.Equal([IpAddressType.Dualstack, IpAddressType.Ipv4], topology.LoadBalancers.Select(balancer => balancer.IpAddressType).Distinct());
    }

    [Fact]
    public void A_load_balancer_has_ipv4() => Refuses(scene => scene.Shop.NetworkLoadBalancer("lb").Subnet(scene.Edge).IpAddressType(IpAddressType.Ipv6), ProblemKind.Conflict, "a network load balancer is of type Ipv4 or Dualstack, and 'lb' cannot be without IPv4; write IpAddressType.Dualstack");

    [Fact]
    public void Both_families_need_subnets_with_both() => Refuses(scene => scene.Shop.NetworkLoadBalancer("lb").IpAddressType(IpAddressType.Dualstack).Subnet(scene.Edge), ProblemKind.NoIpv6Prefix, "load balancer 'lb' is dual-stack, and subnet 'edge' has no IPv6 prefix for its node; give it one with Ipv6Cidr()", other: scene => scene.Edge.Origin);

    [Fact]
    public void A_node_without_ipv6_has_no_ipv6_address() => Refuses(scene => scene.Shop.NetworkLoadBalancer("lb").Subnet(scene.Edge, ipv6Address: Dual(scene)), ProblemKind.LoadBalancerNotDualStack, "load balancer 'lb' is of type Ipv4, and its nodes have no IPv6 addresses; call IpAddressType(IpAddressType.Dualstack)");

    [Fact]
    public void Ipv6_targets_need_a_dualstack_load_balancer() => Refuses(scene => Balancer(scene, IpAddressType.Ipv4).Listener(ListenerProtocol.Tcp, 80, Targets(scene, ListenerProtocol.Tcp, IpAddressType.Ipv6)), ProblemKind.LoadBalancerNotDualStack, "target group 'web' has IPv6 targets, which load balancer 'lb' of type Ipv4 cannot speak to; call IpAddressType(IpAddressType.Dualstack) on it", other: scene => scene.Shop.TargetGroups[0].Origin);

    [Theory]
    [InlineData(ListenerProtocol.Udp)]
    [InlineData(ListenerProtocol.TcpUdp)]
    public void Udp_of_both_families_needs_a_prefix_for_source_nat(ListenerProtocol protocol) => Refuses(scene => Balancer(scene, IpAddressType.Dualstack).Listener(protocol, 80, Targets(scene, protocol, IpAddressType.Ipv6)), ProblemKind.NoIpv6SourceNat, "load balancer 'lb' is dual-stack, and takes UDP only with a prefix for IPv6 source NAT; call EnablePrefixForIpv6SourceNat() on it");

    [Fact]
    public void Udp_of_both_families_needs_ipv6_targets() => Refuses(scene => Balancer(scene, IpAddressType.Dualstack).EnablePrefixForIpv6SourceNat().Listener(ListenerProtocol.Udp, 80, Targets(scene, ListenerProtocol.Udp, IpAddressType.Ipv4)), ProblemKind.Conflict, "target group 'web' has IPv4 targets, to which the dual-stack load balancer 'lb' sends no UDP; call IpAddressType(IpAddressType.Ipv6) on the group", other: scene => scene.Shop.TargetGroups[0].Origin);

    [Fact]
    public void Udp_of_both_families_is_taken_to_ipv6_targets() =>
        Takes(scene => Balancer(scene, IpAddressType.Dualstack).EnablePrefixForIpv6SourceNat().Listener(ListenerProtocol.TcpUdp, 80, Targets(scene, ListenerProtocol.TcpUdp, IpAddressType.Ipv6)));

    [Fact]
    public void Targets_of_a_group_are_of_one_family() => Refuses(scene => scene.Shop.TargetGroup("web", ListenerProtocol.Tcp, 80).IpAddressType(IpAddressType.Dualstack), ProblemKind.Conflict, "the targets of a group have addresses of one family; write IpAddressType.Ipv4 or IpAddressType.Ipv6 for target group 'web'");

    [Fact]
    public void The_family_is_said_before_the_targets() => Refuses(scene => scene.Shop.TargetGroup("web", ListenerProtocol.Tcp, 80, TargetKind.Ip).Target("10.0.0.9").IpAddressType(IpAddressType.Ipv6), ProblemKind.Conflict, "target group 'web' has targets already, whose family it is; call IpAddressType(…) before", other: scene => scene.Shop.TargetGroups[0].PreserveClientAddress().PreservingAddresses.First().Origin);

    [Fact]
    public void An_instance_needs_an_ipv6_address() => Refuses(scene => scene.Shop.TargetGroup("web", ListenerProtocol.Tcp, 80).IpAddressType(IpAddressType.Ipv6).Target(scene.Edge.Instance("web")), ProblemKind.TargetWithoutIpv6, "instance 'web' has no IPv6 address, and target group 'web' sends to IPv6 addresses; give it one with Ipv6Address()", other: scene => scene.Edge.Interfaces[0].Origin);

    [Theory]
    [InlineData(ProblemKind.InvalidAddress, "10.0.0.9", "'10.0.0.9' is not an IPv6 address, and target group 'web' has IPv6 targets; write one such as 2001:db8::4")]
    [InlineData(ProblemKind.TargetOutsideVpc, "2001:db8::9", "2001:db8::9 is in no IPv6 block of VPC 'shop'; register an address of the VPC")]
    public void An_address_is_of_the_family_and_of_the_vpc(ProblemKind kind, string address, string text) => Refuses(scene => scene.Shop.TargetGroup("web", ListenerProtocol.Tcp, 80, TargetKind.Ip).IpAddressType(IpAddressType.Ipv6).Target(address), kind, text);

    [Fact]
    [Trait("Rule", "R-6.10")]
    public void A_node_is_no_target_while_client_addresses_stay() => Refuses(scene => { Balancer(scene, IpAddressType.Dualstack); scene.Shop.TargetGroup("web", ListenerProtocol.Tcp, 80, TargetKind.Ip).IpAddressType(IpAddressType.Ipv6).PreserveClientAddress().Target("3fff:a00::4"); }, ProblemKind.TargetHidesClients, "3fff:a00::4 is the address of network load balancer 'lb', which cannot be a target while target group 'web' preserves client addresses; take PreserveClientAddress() away", other: scene => scene.Shop.LoadBalancers[0].Nodes[0].Origin);

    [Fact]
    [Trait("Rule", "R-7.8")]
    public void Interfaces_of_an_endpoint_have_addresses_of_its_type_and_records_of_these()
    {
        var topology = Takes(scene =>
        {
            Dual(scene);
            var service = Queue(scene, IpAddressType.Dualstack);
            scene.Shop.InterfaceEndpoint("both", service).Subnet(scene.Edge, ipv6Address: "3fff:a00::99").IpAddressType(IpAddressType.Dualstack);
            scene.Shop.InterfaceEndpoint("six", service).Subnet(scene.Shop.Ipv6OnlySubnet("six", "a")).IpAddressType(IpAddressType.Ipv6);
            scene.Shop.InterfaceEndpoint("four", service).Subnet(scene.Edge);
            scene.Shop.InterfaceEndpoint("told", service).Subnet(scene.Edge).IpAddressType(IpAddressType.Dualstack).DnsRecordIpType(DnsRecordIpType.ServiceDefined);
        });

        Assert.Equal(
            [
                ("both", "10.0.0.4 3fff:a00::99", DnsRecordIpType.Dualstack, true),
                ("six", "3fff:a00:0:1::4 3fff:a00:0:1::4", DnsRecordIpType.Ipv6, true),
                ("four", "10.0.0.5", DnsRecordIpType.Ipv4, false),
                ("told", "10.0.0.6 3fff:a00::4", DnsRecordIpType.ServiceDefined, true),
            ],
            topology.VpcEndpoints.Select(endpoint => (endpoint, Node: topology.NetworkInterfaces.First(each => each.Id == endpoint.Interfaces[0])))
                .Select(each => (each.endpoint.Name, string.Join(' ', each.Node.Ipv6Addresses.Prepend(each.Node.PrivateAddress)), each.endpoint.DnsRecordIpType, each.Node.DeniesInternetGatewayTraffic)));
    }

    [Theory]
    [InlineData(IpAddressType.Ipv4, IpAddressType.Dualstack)]
    [InlineData(IpAddressType.Ipv6, IpAddressType.Dualstack)]
    public void A_service_takes_requests_of_the_endpoint_or_it_is_refused(IpAddressType supported, IpAddressType type) => Refuses(scene => { Dual(scene); scene.Shop.InterfaceEndpoint("sqs", Queue(scene, supported)).Subnet(scene.Edge).IpAddressType(type); }, ProblemKind.Conflict, $"service 'sqs' takes requests of type {supported}, and endpoint 'sqs' is of type {type}; call SupportedIpAddressTypes(…) on the service, or IpAddressType(IpAddressType.{supported}) on the endpoint", other: scene => scene.Virginia.Services[0].Origin);

    [Fact]
    public void A_service_of_ipv6_takes_no_ipv4() => Refuses(scene => scene.Shop.InterfaceEndpoint("sqs", Queue(scene, IpAddressType.Ipv6)).Subnet(scene.Edge), ProblemKind.Conflict, "service 'sqs' takes requests of type Ipv6, and endpoint 'sqs' is of type Ipv4; call SupportedIpAddressTypes(…) on the service, or IpAddressType(IpAddressType.Ipv6) on the endpoint", other: scene => scene.Virginia.Services[0].Origin);

    [Fact]
    public void A_dualstack_endpoint_needs_subnets_of_both() => Refuses(scene => scene.Shop.InterfaceEndpoint("sqs", Queue(scene, IpAddressType.Dualstack)).Subnet(scene.Edge).IpAddressType(IpAddressType.Dualstack), ProblemKind.Conflict, "endpoint 'sqs' is dual-stack, and subnet 'edge' has no IPv6 prefix; give it one with Ipv6Cidr()", other: scene => scene.Edge.Origin);

    [Fact]
    public void An_endpoint_without_ipv4_needs_subnets_without_it() => Refuses(scene => { Dual(scene); scene.Shop.InterfaceEndpoint("sqs", Queue(scene, IpAddressType.Dualstack)).Subnet(scene.Edge).IpAddressType(IpAddressType.Ipv6); }, ProblemKind.Conflict, "endpoint 'sqs' is of type Ipv6, and subnet 'edge' has IPv4 too; use IpAddressType.Dualstack, or a subnet from Ipv6OnlySubnet(…)", other: scene => scene.Edge.Origin);

    [Fact]
    public void An_endpoint_with_ipv4_needs_subnets_with_it() => Refuses(scene => { Dual(scene); scene.Shop.InterfaceEndpoint("sqs", Queue(scene, IpAddressType.Dualstack)).Subnet(scene.Shop.Ipv6OnlySubnet("six", "a")).IpAddressType(IpAddressType.Dualstack); }, ProblemKind.NoIpv4Addresses, "subnet 'six' has no IPv4 addresses, and network interface 'us-east-1a' needs one; put it into another subnet", other: scene => scene.Shop.DeclaredSubnets[^1].Origin);

    [Fact]
    public void An_endpoint_of_ipv4_has_no_ipv6_address() => Refuses(scene => scene.Shop.InterfaceEndpoint("sqs", Queue(scene, IpAddressType.Ipv4)).Subnet(scene.Edge, ipv6Address: Dual(scene)), ProblemKind.Conflict, "endpoint 'sqs' is of type Ipv4, and has no IPv6 addresses; call IpAddressType(IpAddressType.Dualstack)");

    [Theory]
    [InlineData(IpAddressType.Ipv4, DnsRecordIpType.Ipv6)]
    [InlineData(IpAddressType.Ipv4, DnsRecordIpType.Dualstack)]
    [InlineData(IpAddressType.Ipv4, DnsRecordIpType.ServiceDefined)]
    [Trait("Rule", "R-7.10")]
    public void Records_tell_addresses_that_are_there(IpAddressType type, DnsRecordIpType records) => Refuses(scene => scene.Shop.InterfaceEndpoint("sqs", Queue(scene, type)).Subnet(scene.Edge).DnsRecordIpType(records), ProblemKind.Conflict, $"endpoint 'sqs' is of type {type}, and cannot have records of type {records}; it needs the addresses that they tell");

    [Fact]
    [Trait("Rule", "R-6.17")]
    public void Only_dualstack_load_balancers_take_ipv6_for_a_service() => Refuses(scene => scene.Shop.EndpointService("api", Balancer(scene, IpAddressType.Ipv4)).SupportedIpAddressTypes(IpAddressType.Dualstack), ProblemKind.Conflict, "endpoint service 'api' takes IPv6, and its load balancer 'lb' is of type Ipv4; call IpAddressType(IpAddressType.Dualstack) on it", other: scene => scene.Shop.LoadBalancers[0].Origin);

    [Fact]
    public void A_service_of_appliances_says_nothing_of_families() => Refuses(scene => scene.Shop.EndpointService("api", scene.Shop.GatewayLoadBalancer("gwlb").Subnet(scene.Edge)).SupportedIpAddressTypes(IpAddressType.Dualstack), ProblemKind.Conflict, "endpoint service 'api' has Gateway Load Balancers, whose endpoints carry both families and have IPv4 addresses here; leave the call out");

    [Fact]
    public void A_dualstack_load_balancer_serves_consumers_in_both_families() =>
        Assert.Equal(IpAddressType.Dualstack, Takes(scene =>
        {
            var service = scene.Shop.EndpointService("api", Balancer(scene, IpAddressType.Dualstack), acceptanceRequired: false).SupportedIpAddressTypes(IpAddressType.Dualstack);
            scene.Shop.InterfaceEndpoint("both", service).IpAddressType(IpAddressType.Dualstack).Subnet(scene.Edge);
            scene.Shop.InterfaceEndpoint("four", service).Subnet(scene.Edge);
        }).EndpointServices[0].SupportedIpAddressTypes);

    /// <summary>Gives the edge IPv6; an address in it.</summary>
    static string Dual(Scene scene)
    {
        scene.Shop.AmazonIpv6Cidr();
        scene.Edge.Ipv6Cidr();
        return IpPrefix.Parse(scene.Edge.Ipv6CidrBlock).First.Plus(0x77).ToString();
    }

    static LoadBalancerBuilder Balancer(Scene scene, IpAddressType type)
    {
        Dual(scene);
        return scene.Shop.NetworkLoadBalancer("lb").Internal().IpAddressType(type).Subnet(scene.Edge);
    }

    static TargetGroupBuilder Targets(Scene scene, ListenerProtocol protocol, IpAddressType type) =>
        scene.Shop.TargetGroup("web", protocol, 80, TargetKind.Ip).IpAddressType(type);

    static ServiceBuilder Queue(Scene scene, IpAddressType types) => scene.Virginia.Service("sqs").SupportedIpAddressTypes(types);
}

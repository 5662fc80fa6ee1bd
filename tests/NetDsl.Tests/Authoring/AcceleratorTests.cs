using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Tests.Authoring;

/// <summary>What is said of accelerators, and what the vendor refuses (interconnect, section 4).</summary>
public class AcceleratorTests
{
    [Fact]
    public void An_accelerator_has_what_was_said_of_it()
    {
        var topology = Scene.Takes(scene =>
        {
            var host = scene.Edge.Instance("host");
            scene.Network.Accelerator("edge", configure: edge => edge.Listener(Tcp(443), ClientAffinity.SourceIp, listener => listener
                .Ports(TcpRange(8000, 8010))
                .EndpointGroup(scene.Virginia, dial: 40, group => group.PortOverride(443, 9443).Endpoint(host, weight: 7, healthy: false))));
        });

        var accelerator = Assert.Single(topology.Accelerators);
        Assert.Equal(("edge", true, topology.Vpcs[0].Account), (accelerator.Id.Path, accelerator.IsEnabled, accelerator.Account));
        Assert.Equal(["203.0.113.1", "203.0.113.2"], accelerator.Addresses.Select(address => address.ToString()));
        var listener = Assert.Single(accelerator.Listeners);
        Assert.Equal((Protocol.Tcp, ClientAffinity.SourceIp, "443 8000-8010"), (listener.Protocol, listener.Affinity, string.Join(' ', listener.Ports)));
        var group = Assert.Single(listener.Groups);
        Assert.Equal(("us-east-1", 40), (group.Region.Path, group.TrafficDial));
        Assert.Equal((9443, 8000), (group.EndpointPort(443), group.EndpointPort(8000)));
        var endpoint = Assert.Single(group.Endpoints);
        Assert.Equal(("us-east-1/shop/host", 7, true, false), (endpoint.Target.Path, endpoint.Weight, endpoint.PreservesClientAddress, endpoint.IsHealthy));
    }

    [Fact]
    public void A_disabled_accelerator_keeps_its_addresses() =>
        Assert.Equal((false, 2), Scene.Takes(scene => scene.Network.Accelerator("edge").Disable()).Accelerators.Select(each => (each.IsEnabled, each.Addresses.Count)).Single());

    [Fact]
    public void Static_addresses_are_those_that_were_said_and_the_rest_is_given()
    {
        var topology = Scene.Takes(scene =>
        {
            scene.Network.Accelerator("given");
            scene.Network.Accelerator("half").StaticAddress("203.0.113.1");
            scene.Network.Accelerator("known").StaticAddress("75.2.0.1").StaticAddress("99.83.0.1");
        });

        Assert.Equal(
            ["203.0.113.2 203.0.113.3", "203.0.113.1 203.0.113.4", "75.2.0.1 99.83.0.1"],
            topology.Accelerators.Select(each => string.Join(' ', each.Addresses)));
    }

    [Fact]
    public void Clients_get_addresses_that_nobody_else_has()
    {
        var topology = Scene.Takes(scene =>
        {
            scene.Network.InternetClient("first", scene.Virginia);
            scene.Network.InternetClient("named", scene.Oregon, "198.51.100.2");
            scene.Network.InternetClient("second", scene.Virginia);
        });

        Assert.Equal(
            [("first", "198.51.100.1", "us-east-1"), ("named", "198.51.100.2", "us-west-2"), ("second", "198.51.100.3", "us-east-1")],
            topology.InternetClients.Select(client => (client.Name, client.Address.ToString(), client.Near.Path)));
    }

    [Fact]
    [Trait("Rule", "I-4.7")]
    public void Load_balancers_see_clients_where_they_can()
    {
        var topology = Scene.Takes(scene =>
        {
            var targets = 0;
            var listener = scene.Network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(scene.Virginia);
            listener
                .Endpoint(Balancer("bare"))
                .Endpoint(Balancer("grouped").SecurityGroup(scene.Web))
                .Endpoint(Balancer("unwilling").SecurityGroup(scene.Web), preserveClientAddress: false)
                .Endpoint(Balancer("secret", ListenerProtocol.Tls).SecurityGroup(scene.Web))
                .Endpoint(scene.Virginia.ElasticIp("fixed"));

            LoadBalancerBuilder Balancer(string name, ListenerProtocol protocol = ListenerProtocol.Tcp) => scene.Shop.NetworkLoadBalancer(name)
                .Subnet(scene.Edge)
                .Listener(protocol, 443, scene.Shop.TargetGroup($"targets-{targets++}", protocol, 443));
        });

        Assert.Equal([false, true, false, false, false], topology.Accelerators[0].Listeners[0].Groups[0].Endpoints.Select(endpoint => endpoint.PreservesClientAddress));
    }

    public static TheoryData<string, Action<object>> Refused => new()
    {
        { "a listener of an accelerator takes TCP or UDP, not icmp; write Tcp(…) or Udp(…)", Do(scene => Edge(scene).Listener(Icmp)) },
        { "0 is not a port that a listener can have; write ports from 1 to 65535", Do(scene => Edge(scene).Listener(TcpRange(0, 80))) },
        { "a listener of accelerator 'edge' takes a port of tcp/80-90 already; one listener takes a port of a protocol", Do(scene => Edge(scene, edge => edge.Listener(Tcp(85))).Listener(TcpRange(80, 90))) },
        { "a listener of accelerator 'edge' takes a port of tcp/443 already; one listener takes a port of a protocol", Do(scene => Listener(scene).Ports(Tcp(443))) },
        { "the listener takes tcp, and udp/53 is of another protocol; add a listener for it", Do(scene => Listener(scene).Ports(Udp(53))) },
        { "port 70000 does not exist; a port is 0 to 65535", Do(scene => Edge(scene).Listener(Tcp(70000))) },
        { "101 is no traffic dial; it is a percentage, 0 to 100", Do(scene => Listener(scene).EndpointGroup(scene.Virginia, 101)) },
        { "the listener has an endpoint group in us-east-1 already; a listener has one a region, add the endpoints to it", Do(scene => Group(scene).Listener.EndpointGroup(scene.Virginia)) },
        { "256 is no weight of an endpoint; it is a number from 0 to 255", Do(scene => Group(scene).Endpoint(Host(scene), weight: 256)) },
        { "instance 'host' is in us-east-1, the endpoint group in us-west-2; add it to a group of its own region", Do(scene => Listener(scene).EndpointGroup(scene.Oregon).Endpoint(Host(scene))) },
        { "elastic IP address 'far' is in us-west-2, the endpoint group in us-east-1; add it to a group of its own region", Do(scene => Group(scene).Endpoint(scene.Oregon.ElasticIp("far"))) },
        { "instance 'host' is an endpoint of the group already; give it more weight instead", Do(scene => Group(scene).Endpoint(Host(scene), 128).Endpoint(scene.Shop.Instance("host"))) },
        { "instance 'tool' is of account 'partner', accelerator 'edge' of 'default'; its owner has to attach it across accounts, write attached: true", Do(scene => Group(scene).Endpoint(scene.Tools.Instance("tool"))) },
        { "VPC 'archive' has no internet gateway, without which an accelerator does not reach 'host'; attach one, no route to it is needed", Do(scene => Listener(scene).EndpointGroup(scene.Oregon).Endpoint(scene.Vault.Instance("host"))) },
        { "network load balancer 'front' cannot see clients' addresses: it has no security group; change that, or leave preserveClientAddress out", Do(scene => Group(scene).Endpoint(Front(scene), preserveClientAddress: true)) },
        { "network load balancer 'front' cannot see clients' addresses: it has a TLS listener; change that, or leave preserveClientAddress out", Do(scene => Group(scene).Endpoint(Front(scene, ListenerProtocol.Tls).SecurityGroup(scene.Web), preserveClientAddress: true)) },
        { "an accelerator is of type Ipv4 or Dualstack, and 'edge' cannot be without IPv4; write IpAddressType.Dualstack", Do(scene => Edge(scene).IpAddressType(IpAddressType.Ipv6)) },
        { "elastic IP address 'fixed' cannot be an endpoint of the dual-stack accelerator 'edge': an elastic address is of IPv4; use what holds it", Do(scene => Dual(scene).Endpoint(scene.Virginia.ElasticIp("fixed"))) },
        { "instance 'host' cannot be an endpoint of the dual-stack accelerator 'edge': its primary interface has no IPv6 address; give it one with Ipv6Address()", Do(scene => Dual(scene).Endpoint(Host(scene))) },
        { "network load balancer 'front' cannot be an endpoint of the dual-stack accelerator 'edge': it is of type Ipv4; call IpAddressType(IpAddressType.Dualstack) on it", Do(scene => Dual(scene).Endpoint(Front(scene).SecurityGroup(scene.Web))) },
        { "network load balancer 'front' cannot be an endpoint of the dual-stack accelerator 'edge': it cannot see clients' addresses, because it has no security group; change that", Do(scene => Dual(scene).Endpoint(Front(scene).IpAddressType(IpAddressType.Dualstack))) },
        { "network load balancer 'front' cannot be an endpoint of the dual-stack accelerator 'edge': it cannot see clients' addresses, because it has a TLS listener; change that", Do(scene => Dual(scene).Endpoint(Front(scene, ListenerProtocol.Tls).SecurityGroup(scene.Web).IpAddressType(IpAddressType.Dualstack))) },
        { "network load balancer 'front' cannot be an endpoint of the dual-stack accelerator 'edge': it does not see clients' addresses; leave preserveClientAddress out", Do(scene => Dual(scene).Endpoint(Front(scene).SecurityGroup(scene.Web).IpAddressType(IpAddressType.Dualstack), preserveClientAddress: false)) },
        { "0 is not a port that can be overridden; write one from 1 to 65535", Do(scene => Group(scene).PortOverride(443, 0)) },
        { "the listener does not take port 80; override one of its ports", Do(scene => Group(scene).PortOverride(80, 9000)) },
        { "endpoint port 443 is a port of a listener of accelerator 'edge'; the vendor takes only others for overrides", Do(scene => Group(scene).PortOverride(443, 443)) },
        { "port 443 is overridden by 9443 already; a port leads to one", Do(scene => Group(scene).PortOverride(443, 9443).PortOverride(443, 9444)) },
        { "port 443 leads to endpoint port 9443 already; the vendor takes an endpoint port once a group", Do(scene => Group(scene, ports => ports.Ports(Tcp(80))).PortOverride(443, 9443).PortOverride(80, 9443)) },
        { "10.0.0.1 lies in 10.0.0.0/8, which the internet does not carry; a static address of an accelerator is public", Do(scene => scene.Network.Accelerator("edge").StaticAddress("10.0.0.1")) },
        { "'x' is not an IPv4 address; write one such as 10.0.0.4", Do(scene => scene.Network.Accelerator("edge").StaticAddress("x")) },
        { "accelerator 'edge' has two static addresses already, 75.2.0.1 and 75.2.0.2; leave 75.2.0.3 out", Do(scene => scene.Network.Accelerator("edge").StaticAddress("75.2.0.1").StaticAddress("75.2.0.2").StaticAddress("75.2.0.3")) },
        { "75.2.0.1 is the address of something else of the network already; a public address exists once", Do(scene => scene.Network.Accelerator("edge").StaticAddress("75.2.0.1").StaticAddress("75.2.0.1")) },
        { "10.0.0.1 lies in 10.0.0.0/8, which the internet does not carry; a client of the internet has a public address", Do(scene => scene.Network.InternetClient("far", scene.Virginia, "10.0.0.1")) },
        { "'x' is not an IPv4 address; write one such as 10.0.0.4", Do(scene => scene.Network.InternetClient("far", scene.Virginia, "x")) },
        { "8.8.8.8 is the address of something else of the network already; a public address exists once", Do(scene =>
        {
            scene.Virginia.ElasticIp("e", "8.8.8.8");
            scene.Network.InternetClient("far", scene.Virginia, "8.8.8.8");
        }) },
        { "accelerator 'edge' has 10 listeners already, the quota of this network's profile; leave one out, or set the quota", Do(scene => Repeat(Edge(scene), 11, (edge, number) => edge.Listener(Tcp(1000 + number)))) },
        { "a listener of accelerator 'edge' has 10 port ranges already, the quota of this network's profile; leave one out, or set the quota", Do(scene => Repeat(Listener(scene), 10, (listener, number) => listener.Ports(Tcp(1000 + number)))) },
        { "an endpoint group of accelerator 'edge' has 10 endpoints already, the quota of this network's profile; leave one out, or set the quota", Do(scene => Repeat(Group(scene), 11, (group, number) => group.Endpoint(scene.Edge.Instance($"host-{number}")))) },
        { "account 'default' has 20 accelerators already, the quota of this network's profile; leave one out, or set the quota", Do(scene => Repeat(scene.Network, 21, (network, number) => network.Accelerator($"edge-{number}"))) },
        {
            "a load balancer that sees the clients of an accelerator is not allowed where AcceleratorPreservesClientsOfLoadBalancers is off, as in the profile Custom of this network; leave it out, or set AcceleratorPreservesClientsOfLoadBalancers",
            Do(scene =>
            {
                scene.Network.Profile(SemanticsProfile.Current with { AcceleratorPreservesClientsOfLoadBalancers = false });
                Group(scene).Endpoint(Front(scene).SecurityGroup(scene.Web), preserveClientAddress: true);
            })
        },
    };

    [Theory]
    [Trait("Rule", "I-4.7")]
    [Trait("Rule", "I-4.9")]
    [MemberData(nameof(Refused))]
    public void What_the_vendor_refuses_is_told(string text, Action<object> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        var scene = new Scene();
        add(scene);
        Assert.Equal([text], scene.Network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    [Trait("Rule", "I-4.2")]
    public void A_dualstack_accelerator_has_two_addresses_of_each_family()
    {
        var topology = Scene.Takes(scene =>
        {
            scene.Network.Accelerator("four").IpAddressType(IpAddressType.Ipv4);
            Dual(scene).Endpoint(Host(scene).Ipv6Address()).Endpoint(Front(scene).SecurityGroup(scene.Web).IpAddressType(IpAddressType.Dualstack));
        });

        Assert.Equal(["", "3fff:c00::3 3fff:c00::4"], topology.Accelerators.Select(each => string.Join(' ', each.Ipv6Addresses)));
        Assert.Equal([true, true], topology.Accelerators[1].Listeners[0].Groups[0].Endpoints.Select(endpoint => endpoint.PreservesClientAddress));
    }

    [Fact]
    public void An_endpoint_without_the_families_is_told_where_it_is_written() => Scene.Refuses(scene => Dual(scene).Endpoint(Host(scene)), ProblemKind.AcceleratorFamilies, "instance 'host' cannot be an endpoint of the dual-stack accelerator 'edge': its primary interface has no IPv6 address; give it one with Ipv6Address()", other: scene => scene.Edge.Instances[0].Origin);

    [Fact]
    [Trait("Rule", "I-4.7")]
    public void What_is_attached_across_accounts_is_taken() =>
        Assert.Single(Scene.Takes(scene =>
        {
            scene.Shared.InternetGateway("shared-igw");
            Group(scene).Endpoint(scene.Tools.Instance("tool"), attached: true);
        }).Accelerators[0].Listeners[0].Groups[0].Endpoints);

    static AcceleratorBuilder Edge(Scene scene, Action<AcceleratorBuilder>? configure = null) => scene.Network.Accelerator("edge", configure: configure);

    static AcceleratorListenerBuilder Listener(Scene scene) => Edge(scene).Listener(Tcp(443));

    static AcceleratorEndpointGroupBuilder Group(Scene scene, Action<AcceleratorListenerBuilder>? configure = null)
    {
        var listener = Listener(scene);
        configure?.Invoke(listener);
        return listener.EndpointGroup(scene.Virginia);
    }

    /// <summary>A group of a dual-stack accelerator, in a network whose subnet has both families.</summary>
    static AcceleratorEndpointGroupBuilder Dual(Scene scene)
    {
        scene.Shop.AmazonIpv6Cidr();
        scene.Edge.Ipv6Cidr();
        var group = Group(scene);
        group.Listener.Accelerator.IpAddressType(IpAddressType.Dualstack);
        return group;
    }

    static InstanceBuilder Host(Scene scene) => scene.Edge.Instance("host");

    static LoadBalancerBuilder Front(Scene scene, ListenerProtocol protocol = ListenerProtocol.Tcp) => scene.Shop.NetworkLoadBalancer("front")
        .Subnet(scene.Edge)
        .Listener(protocol, 443, scene.Shop.TargetGroup("web", protocol, 443));

    static void Repeat<T>(T on, int count, Action<T, int> act)
    {
        for (var number = 0; number < count; number++)
        {
            act(on, number);
        }
    }

    static Action<object> Do(Action<Scene> add) => scene => add((Scene)scene);

    [Fact]
    public void A_fixed_address_of_a_client_is_given_to_nobody_else()
    {
        var topology = Scene.Takes(scene =>
        {
            scene.Virginia.ElasticIp("door");
            scene.Network.InternetClient("boston", scene.Virginia, "203.0.113.1");
        });

        Assert.Equal("203.0.113.1", Assert.Single(topology.InternetClients).Address.ToString());
        Assert.Equal("203.0.113.2", Assert.Single(topology.ElasticAddresses).Address.ToString());
    }
}

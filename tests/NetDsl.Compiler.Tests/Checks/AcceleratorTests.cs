using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Checks;

public class AcceleratorTests
{
    [Fact]
    [Trait("Rule", "I-4.8")]
    public void Groups_that_know_only_private_addresses_admit_no_client()
    {
        var finding = Assert.Single(Checked.Findings(network => Accelerate(network, vpc => vpc.SecurityGroup("web").Ingress(Tcp(443), from: "10.0.0.0/16"))));

        Assert.Equal("ND3020", finding.Rule.Id);
        Assert.Equal(
            "Instance 'web' sees the addresses of the clients of accelerator 'edge', and no ingress rule of its security groups admits one of them to tcp/443; admit the clients, for example from 0.0.0.0/0.",
            finding.Message);
        Assert.Equal(["its security group"], finding.Related.Select(related => related.Text));
    }

    [Fact]
    public void Groups_that_admit_clients_on_another_port_or_protocol_admit_no_client()
    {
        Assert.Single(Checked.Findings(network => Accelerate(network, vpc => vpc.SecurityGroup("web").Ingress(Tcp(80), from: AnyIpv4))));
        Assert.Single(Checked.Findings(network => Accelerate(network, vpc => vpc.SecurityGroup("web").Ingress(Udp(443), from: AnyIpv4))));
        Assert.Single(Checked.Findings(network => Accelerate(network, vpc => vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4), endpointPort: 8443)));
    }

    [Fact]
    public void Groups_that_admit_some_client_are_not_told()
    {
        Assert.Empty(Checked.Findings(network => Accelerate(network, vpc => vpc.SecurityGroup("web").Ingress(Tcp(443), from: "8.8.8.0/24"))));
        Assert.Empty(Checked.Findings(network => Accelerate(network, vpc => vpc.SecurityGroup("web").Ingress(AllTraffic, from: AnyIpv4))));
        Assert.Empty(Checked.Findings(network => Accelerate(network, vpc => vpc.SecurityGroup("web").Ingress(Tcp(8443), from: AnyIpv4), endpointPort: 8443)));
    }

    [Fact]
    public void What_sees_the_accelerator_is_not_told() =>
        Assert.Empty(Checked.Findings(network =>
        {
            var region = network.Region("us-east-1");
            var vpc = region.Vpc("shop", "10.0.0.0/16");
            var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
            edge.RouteTable("edge").Route(AnyIpv4, vpc.InternetGateway("igw"));
            var address = region.ElasticIp("web");
            edge.Instance("web", vpc.SecurityGroup("web").Ingress(Tcp(443), from: "10.0.0.0/16")).ElasticIp(address);
            network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(region).Endpoint(address);
        }));

    [Fact]
    [Trait("Rule", "I-4.6")]
    public void Weights_of_nothing_are_told() =>
        Assert.Equal(
            ["ND4020: A listener of accelerator 'edge' is shut only in appearance: no endpoint has a weight, and any of the nearest group gets its flows all the same; give one a weight above 0, or call Disable() to take nothing."],
            Checked.Messages(network => Accelerate(network, Open, weight: 0)));

    [Fact]
    [Trait("Rule", "I-4.4")]
    public void Dials_of_nothing_are_told()
    {
        var finding = Assert.Single(Checked.Findings(network => Accelerate(network, Open, dial: 0)));

        Assert.Equal("A listener of accelerator 'edge' is shut only in appearance: all traffic dials are 0, and its flows go to some group all the same; raise one, or call Disable() to take nothing.", finding.Message);
        Assert.Equal(["the endpoint group in us-east-1"], finding.Related.Select(related => related.Text));
    }

    [Fact]
    public void One_weight_and_one_dial_are_enough() =>
        Assert.Empty(Checked.Findings(network => Accelerate(network, Open, weight: 1, dial: 1)));

    [Fact]
    public void A_listener_without_endpoints_is_not_told() =>
        Assert.Empty(Checked.Findings(network => network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(network.Region("us-east-1"), dial: 0)));

    [Fact]
    [Trait("Rule", "I-4 custom routing")]
    public void Destinations_of_custom_routing_that_admit_no_client_are_told()
    {
        Assert.Equal(
            ["ND3020: Instance 'web' sees the addresses of the clients of accelerator 'games', and no ingress rule of its security groups admits one of them to tcp/443 or udp/443; admit the clients, for example from 0.0.0.0/0."],
            Checked.Messages(network => Route(network, vpc => vpc.SecurityGroup("web").Ingress(Tcp(443), from: "10.0.0.0/16"))));
        Assert.Single(Checked.Findings(network => Route(network, vpc => vpc.SecurityGroup("web").Ingress(Tcp(80), from: AnyIpv4))));
        Assert.Empty(Checked.Findings(network => Route(network, vpc => vpc.SecurityGroup("web").Ingress(Udp(443), from: AnyIpv4))));
    }

    /// <summary>In a subnet that gets everything, hosts that nobody named may have other clients.</summary>
    [Fact]
    public void Hosts_that_are_not_named_may_admit_no_client() =>
        Assert.Empty(Checked.Findings(network => Route(network, vpc => vpc.SecurityGroup("web").Ingress(Tcp(443), from: "10.0.0.0/16"), subnet => subnet.AllowAllTraffic())));

    static void Route(NetworkBuilder network, Func<VpcBuilder, SecurityGroupBuilder> group, Action<CustomRoutingSubnetBuilder>? allow = null)
    {
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var servers = vpc.Subnet("private", "10.0.0.0/28", "a");
        var host = servers.Instance("web", group(vpc));
        var subnet = network.CustomRoutingAccelerator("games").Listener(5000, 5099).EndpointGroup(region, 443, 443).Subnet(servers);
        (allow ?? (each => each.AllowTraffic(host)))(subnet);
    }

    static SecurityGroupBuilder Open(VpcBuilder vpc) => vpc.SecurityGroup("web").Ingress(Tcp(443), from: AnyIpv4);

    static void Accelerate(NetworkBuilder network, Func<VpcBuilder, SecurityGroupBuilder> group, int weight = 128, int dial = 100, int? endpointPort = null)
    {
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        vpc.InternetGateway("igw");
        var host = vpc.Subnet("private", "10.0.0.0/24", "a").Instance("web", group(vpc));
        var endpoints = network.Accelerator("edge").Listener(Tcp(443)).EndpointGroup(region, dial).Endpoint(host, weight);
        if (endpointPort is { } port)
        {
            endpoints.PortOverride(443, port);
        }
    }
}

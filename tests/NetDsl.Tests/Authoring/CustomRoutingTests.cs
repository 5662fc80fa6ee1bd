using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

/// <summary>What is said of custom routing accelerators, and what the vendor refuses (interconnect, section 4).</summary>
public class CustomRoutingTests
{
    [Fact]
    [Trait("Rule", "I-4 custom routing")]
    public void A_custom_routing_accelerator_has_what_was_said_of_it()
    {
        var topology = Scene.Takes(scene =>
        {
            var host = scene.Edge.Instance("host");
            scene.Network.Accelerator("web");
            scene.Network.CustomRoutingAccelerator("games", configure: games => games.Listener(5000, 6999, listener => listener
                .Ports(8000, 8100)
                .EndpointGroup(scene.Virginia, 80, 81, CustomRoutingProtocols.Tcp, group => group.DestinationPorts(53, 53, CustomRoutingProtocols.Udp).Subnet(scene.Edge, configure: edge => edge
                    .AllowTraffic(host)
                    .AllowTraffic("10.0.0.9", 80, 81)))));
        });

        Assert.Equal([("web", false), ("games", true)], topology.Accelerators.Select(each => (each.Name, each.CustomRouting is not null)));
        var accelerator = topology.Accelerators[1];
        Assert.Equal((true, 0, topology.Vpcs[0].Account), (accelerator.IsEnabled, accelerator.Listeners.Count, accelerator.Account));
        Assert.Equal(["203.0.113.3", "203.0.113.4"], accelerator.Addresses.Select(address => address.ToString()));
        var listener = Assert.Single(accelerator.CustomRouting!.Listeners);
        Assert.Equal(("5000-6999 8000-8100", 2101), (string.Join(' ', listener.Ports), listener.PortCount));
        var group = Assert.Single(listener.Groups);
        Assert.Equal(
            ("us-east-1", "80-81 Tcp, 53 Udp", 3),
            (group.Region.Path, string.Join(", ", group.Destinations.Select(each => $"{each.Ports} {each.Protocols}")), group.PortsOfAddress));
        var subnet = Assert.Single(group.Subnets);
        Assert.Equal(
            ("us-east-1/shop/edge", false, "10.0.0.4 0-65535, 10.0.0.9 80-81"),
            (subnet.Subnet.Path, subnet.AllowsAllTraffic, string.Join(", ", subnet.Allowed.Select(each => $"{each.Address} {each.Ports}"))));
    }

    [Fact]
    [Trait("Rule", "I-4 custom routing")]
    public void By_default_nothing_is_allowed_and_all_may_be()
    {
        var topology = Scene.Takes(scene =>
        {
            Group(scene).Subnet(scene.Edge);
            Group(scene, name: "other").Subnet(scene.Edge).AllowAllTraffic();
        });

        Assert.Equal(
            [(false, 0), (true, 0)],
            topology.Accelerators.Select(each => each.CustomRouting!.Listeners[0].Groups[0].Subnets[0]).Select(subnet => (subnet.AllowsAllTraffic, subnet.Allowed.Count)));
    }

    [Fact]
    public void A_disabled_accelerator_keeps_its_addresses() =>
        Assert.Equal((false, 2), Scene.Takes(scene => scene.Network.CustomRoutingAccelerator("games").Disable()).Accelerators.Select(each => (each.IsEnabled, each.Addresses.Count)).Single());

    [Fact]
    public void What_is_attached_across_accounts_is_taken() =>
        Assert.Single(Scene.Takes(scene =>
        {
            scene.Shared.InternetGateway("shared-igw");
            Group(scene).Subnet(scene.Tools, attached: true);
        }).Accelerators[0].CustomRouting!.Listeners[0].Groups[0].Subnets);

    [Fact]
    public void The_owner_of_an_accelerator_is_an_account_of_the_network()
    {
        var network = new NetworkBuilder("alone");
        network.CustomRoutingAccelerator("games");

        Assert.Equal([network.DefaultAccount.Id], network.Build().Accounts.Select(account => account.Id));
    }

    [Fact]
    public void A_second_interface_is_allowed_by_its_instance_in_its_own_subnet()
    {
        var topology = Scene.Takes(scene =>
        {
            var host = scene.Edge.Instance("host");
            var inner = scene.Shop.Subnet("inner", "10.0.2.0/24", "a");
            host.Interface("inner", inner);
            Group(scene).Subnet(inner).AllowTraffic(host);
        });

        Assert.Equal("10.0.2.4", topology.Accelerators[0].CustomRouting!.Listeners[0].Groups[0].Subnets[0].Allowed[0].Address.ToString());
    }

    public static TheoryData<string, Action<object>> Refused => new()
    {
        { "0 to 80 are no ports that a listener can have; write ports from 1 to 65535, the lower one first", Do(scene => Games(scene).Listener(0, 80)) },
        { "6000 to 5000 are no ports that a listener can have; write ports from 1 to 65535, the lower one first", Do(scene => Games(scene).Listener(6000, 5000)) },
        { "5000 to 65536 are no ports that a listener can have; write ports from 1 to 65535, the lower one first", Do(scene => Games(scene).Listener(5000, 65536)) },
        { "5000-5014 are 15 ports; a listener of a custom routing accelerator takes at least 16 in a row", Do(scene => Games(scene).Listener(5000, 5014)) },
        { "a listener of accelerator 'games' takes a port of 5900-6100 already; one listener takes a port", Do(scene => Listener(scene).Accelerator.Listener(5900, 6100)) },
        { "a listener of accelerator 'games' takes a port of 5900-6100 already; one listener takes a port", Do(scene => Listener(scene).Ports(5900, 6100)) },
        { "the listener has an endpoint group in us-east-1 already; a listener has one a region, add the subnets to it", Do(scene => Group(scene).Listener.EndpointGroup(scene.Virginia, 80, 80)) },
        { "0 to 5 are no ports that a destination can have; write ports from 1 to 65535, the lower one first", Do(scene => Listener(scene).EndpointGroup(scene.Virginia, 0, 5)) },
        { "the group leads to a port of 80-90 by 80 already; it leads to a port of a destination once, in one or both protocols", Do(scene => Group(scene).DestinationPorts(80, 90, CustomRoutingProtocols.Udp)) },
        { "subnet 'vault' is in us-west-2, the endpoint group in us-east-1; add it to a group of its own region", Do(scene => Group(scene).Subnet(scene.Vault)) },
        { "subnet 'wide' is a /16; a custom routing accelerator takes subnets from /17 to /28", Do(scene => { var wide = scene.Virginia.Vpc("wide", "10.9.0.0/16"); wide.InternetGateway("wide-igw"); Group(scene).Subnet(wide.Subnet("wide", "10.9.0.0/16", "a")); }) },
        { "subnet 'six' has no IPv4 addresses, and custom routing accelerators know no others; add one that has them", Do(scene => Group(scene).Subnet(scene.Shop.AmazonIpv6Cidr().Ipv6OnlySubnet("six", "a"))) },
        { "subnet 'tools' is of account 'partner', accelerator 'games' of 'default'; its owner has to attach it across accounts, write attached: true", Do(scene => Group(scene).Subnet(scene.Tools)) },
        { "subnet 'edge' is in the group already; allow more traffic to it instead", Do(scene => { Group(scene).Subnet(scene.Edge).Group.Subnet(scene.Edge); }) },
        { "VPC 'archive' has no internet gateway, without which an accelerator does not reach subnet 'vault'; attach one, no route to it is needed", Do(scene => Listener(scene).EndpointGroup(scene.Oregon, 80, 80).Subnet(scene.Vault)) },
        { "instance 'host' has no interface in subnet 'edge'; allow traffic to it in a subnet of its own", Do(scene => Group(scene).Subnet(scene.Edge).AllowTraffic(scene.Data.Instance("host"))) },
        { "10.0.1.9 is no address that a host of subnet 'edge' (10.0.0.0/24) can have; allow traffic to one of them", Do(scene => Group(scene).Subnet(scene.Edge).AllowTraffic("10.0.1.9")) },
        { "10.0.0.1 is no address that a host of subnet 'edge' (10.0.0.0/24) can have; allow traffic to one of them", Do(scene => Group(scene).Subnet(scene.Edge).AllowTraffic("10.0.0.1", 80, 80)) },
        { "'host' is not an IPv4 address; write one such as 10.0.0.4", Do(scene => Group(scene).Subnet(scene.Edge).AllowTraffic("host")) },
        { "81 to 80 are no ports that a destination can have; write ports from 1 to 65535, the lower one first", Do(scene => Group(scene).Subnet(scene.Edge).AllowTraffic("10.0.0.9", 81, 80)) },
        { "the group does not lead to all of 80-81; allow ports that it leads to, or add them with DestinationPorts(…)", Do(scene => Group(scene).Subnet(scene.Edge).AllowTraffic(scene.Edge.Instance("host"), 80, 81)) },
        { "account 'default' has 20 custom routing accelerators already, the quota of this network's profile; leave one out, or set the quota", Do(scene => Repeat(21, number => scene.Network.CustomRoutingAccelerator($"games-{number}"))) },
        { "accelerator 'games' has 10 listeners already, the quota of this network's profile; leave one out, or set the quota", Do(scene => { var games = Games(scene); Repeat(11, number => games.Listener(1000 + (100 * number), 1050 + (100 * number))); }) },
        { "a listener of accelerator 'games' has 10 port ranges already, the quota of this network's profile; leave one out, or set the quota", Do(scene => { var listener = Listener(scene); Repeat(10, number => listener.Ports(1000 + (100 * number), 1050 + (100 * number))); }) },
        { "an endpoint group of accelerator 'games' has 10 subnets already, the quota of this network's profile; leave one out, or set the quota", Do(scene => { var group = Group(scene); Repeat(11, number => group.Subnet(scene.Shop.Subnet($"small-{number}", $"10.0.200.{16 * number}/28", "a"))); }) },
    };

    [Theory]
    [Trait("Rule", "I-4 custom routing")]
    [MemberData(nameof(Refused))]
    public void What_the_vendor_refuses_is_told(string text, Action<object> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        var scene = new Scene();
        add(scene);
        Assert.Equal([text], scene.Network.Build().Problems.Select(problem => problem.Text));
    }

    [Fact]
    [Trait("Rule", "I-4 custom routing")]
    public void A_listener_has_a_port_for_each_port_of_each_address()
    {
        Scene.Takes(scene => Games(scene).Listener(5000, 5021).EndpointGroup(scene.Virginia, 80, 81).Subnet(scene.Data));
        Scene.Refuses(scene => Games(scene).Listener(5000, 5020).EndpointGroup(scene.Virginia, 80, 81).Subnet(scene.Data), ProblemKind.CustomRoutingPorts, "the listener has 21 ports, and the addresses of its subnets take 22, one for each port that they are led to; give it more, or lead to fewer", other: scene => scene.Data.Prefix.Origin);
    }

    [Fact]
    public void Names_are_shared_with_standard_accelerators() => Scene.Refuses(scene => { scene.Network.Accelerator("edge"); scene.Network.CustomRoutingAccelerator("edge"); }, ProblemKind.DuplicateName, "accelerator 'edge' exists already in the network; names tell elements apart, give this one another", "edge-2", scene => scene.Network.Accelerators[0].Origin);

    static CustomRoutingAcceleratorBuilder Games(Scene scene, string name = "games") => scene.Network.CustomRoutingAccelerator(name);

    static CustomRoutingListenerBuilder Listener(Scene scene, string name = "games") => Games(scene, name).Listener(5000, 6000);

    static CustomRoutingEndpointGroupBuilder Group(Scene scene, string name = "games") => Listener(scene, name).EndpointGroup(scene.Virginia, 80, 80);

    static void Repeat(int count, Action<int> act) => Enumerable.Range(0, count).ToList().ForEach(act);

    static Action<object> Do(Action<Scene> add) => scene => add((Scene)scene);
}

using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

/// <summary>IPv6 blocks, prefixes and addresses, and egress-only gateways.</summary>
public class Ipv6Tests
{
    [Fact]
    [Trait("Rule", "R-1.7")]
    public void The_vendor_gives_each_vpc_a_56_of_its_own()
    {
        var topology = Takes(scene =>
        {
            scene.Shop.AmazonIpv6Cidr().AmazonIpv6Cidr();
            scene.Shared.AmazonIpv6Cidr();
        });

        Assert.Equal(["3fff:a00::/56", "3fff:a00:0:100::/56"], Vpc(topology, "shop").Ipv6Blocks.Select(block => block.ToString()));
        Assert.Equal(["3fff:a00:0:200::/56"], Vpc(topology, "shared").Ipv6Blocks.Select(block => block.ToString()));
    }

    [Fact]
    [Trait("Rule", "R-1.7")]
    public void A_vpc_has_five_ipv6_blocks_at_most() => Refuses(scene => { for (var count = 0; count < 6; count++) { scene.Shop.AmazonIpv6Cidr(); } }, ProblemKind.QuotaExceeded, "VPC 'shop' has 5 IPv6 blocks already, the vendor's quota; use another VPC");

    [Theory]
    [Trait("Rule", "R-1.7")]
    [InlineData(ProblemKind.PrefixLength, "2001:db8::/57", "2001:db8::/57 cannot be an IPv6 block of a VPC; the vendor takes a /56")]
    [InlineData(ProblemKind.PrefixLength, "2001:db8::/64", "2001:db8::/64 cannot be an IPv6 block of a VPC; the vendor takes a /56")]
    [InlineData(ProblemKind.PrefixFamily, "10.9.0.0/16", "10.9.0.0/16 is an IPv4 prefix, and here an IPv6 prefix is meant; write one such as 2001:db8::/56")]
    [InlineData(ProblemKind.InvalidPrefix, "fd00::/56", "fd00::/56 is not of the addresses that the internet carries, 2000::/3; choose a block of them")]
    public void Other_blocks_are_refused(ProblemKind kind, string cidr, string text) => Refuses(scene => scene.Shop.Ipv6Cidr(cidr), kind, text);

    [Fact]
    [Trait("Rule", "R-1.7")]
    public void Lengths_in_steps_of_four_are_a_matter_of_the_profile()
    {
        Refuses(scene => scene.Shop.Ipv6Cidr("2001:db8::/48"), ProblemKind.NotInProfile, "/48 as an IPv6 block of a VPC is not allowed where Ipv6PrefixesInSteps is off, as in the profile Current of this network; leave it out, or set Ipv6PrefixesInSteps");
        Takes(scene =>
        {
            scene.Network.Profile(SemanticsProfile.Current with { Ipv6PrefixesInSteps = true });
            scene.Shop.Ipv6Cidr("2001:db8::/48");
            scene.Edge.Ipv6Cidr("2001:db8::/60");
        });
    }

    [Fact]
    public void An_ipv6_block_exists_once() => Refuses(scene => { scene.Shop.Ipv6Cidr("2001:db8::/56"); scene.Shared.Ipv6Cidr("2001:db8::/56"); }, ProblemKind.NamedAlready, "2001:db8::/56 overlaps 2001:db8::/56, which a VPC has already; IPv6 addresses exist once", other: _ => Here());

    [Fact]
    [Trait("Rule", "F-1.1 BYOIP")]
    public void A_range_that_was_brought_along_is_in_one_region()
    {
        Refuses(scene => { scene.Oregon.ByoipPool("2600:1f00::/48"); scene.Shop.Ipv6Cidr("2600:1f00::/56"); }, ProblemKind.Conflict, "2600:1f00::/56 was brought along to region us-west-2, and VPC 'shop' is in us-east-1; a range is in one region");
        Refuses(scene => scene.Virginia.ByoipPool("2600:1f00::/56"), ProblemKind.PrefixLength, "2600:1f00::/56 is too small to be brought along; the vendor takes a /48 or larger");
        Assert.Equal(
            ["2600:1f00::/56"],
            Vpc(Takes(scene => { scene.Virginia.ByoipPool("2600:1f00::/56", advertised: false); scene.Shop.Ipv6Cidr("2600:1f00::/56"); }), "shop")
                .UnadvertisedIpv6Blocks.Select(block => block.ToString()));
    }

    [Fact]
    [Trait("Rule", "R-1.8")]
    public void Subnets_get_the_lowest_64_and_interfaces_the_fifth_address_and_what_follows()
    {
        var topology = Takes(scene =>
        {
            scene.Shop.Ipv6Cidr("2001:db8::/56");
            scene.Edge.Ipv6Cidr("2001:db8::/64").AssignIpv6();
            scene.Data.AssignIpv6();
            scene.Edge.Instance("one");
            scene.Edge.Instance("two").Ipv6Address("2001:db8::9").Ipv6Address();
            scene.Data.Instance("three");
        });

        Assert.Equal("2001:db8:0:1::/64", topology.Subnets.Single(subnet => subnet.Name == "data").Ipv6Prefix.ToString());
        Assert.Equal(["2001:db8::4"], AddressesOf(topology, "one"));
        Assert.Equal(["2001:db8::9", "2001:db8::5"], AddressesOf(topology, "two"));
        Assert.Equal(["2001:db8:0:1::4"], AddressesOf(topology, "three"));
    }

    [Theory]
    [Trait("Rule", "R-1.8")]
    [InlineData("2001:db8::")]
    [InlineData("2001:db8::3")]
    [InlineData("2001:db8::ffff:ffff:ffff:ffff")]
    public void The_first_four_addresses_and_the_last_are_reserved(string address) => Refuses(scene => { scene.Shop.Ipv6Cidr("2001:db8::/56"); scene.Edge.Ipv6Cidr(); scene.Edge.Instance("web").Ipv6Address(address); }, ProblemKind.AddressReserved,
        $"{address} is reserved: the vendor keeps the first four addresses and the last of subnet 'edge' (2001:db8::/64)");

    [Fact]
    [Trait("Rule", "R-1.8")]
    public void What_does_not_fit_is_told()
    {
        Refuses(scene => scene.Edge.Ipv6Cidr(), ProblemKind.InvalidPrefix, "VPC 'shop' has no IPv6 block for subnet 'edge'; add one before, with AmazonIpv6Cidr() or Ipv6Cidr(…)");
        Refuses(scene => { scene.Shop.Ipv6Cidr("2001:db8::/56"); scene.Edge.Ipv6Cidr("2001:db8:1::/64"); }, ProblemKind.InvalidPrefix, "2001:db8:1::/64 does not lie in an IPv6 block of VPC 'shop' (2001:db8::/56); choose a prefix inside");
        Refuses(scene => { scene.Shop.Ipv6Cidr("2001:db8::/56"); scene.Data.Ipv6Cidr(); scene.Edge.Ipv6Cidr("2001:db8::/64"); }, ProblemKind.InvalidPrefix, "2001:db8::/64 overlaps 2001:db8::/64 of subnet 'data'; choose another prefix, or none and it is chosen", other: _ => Here());
        Refuses(scene => { scene.Shop.AmazonIpv6Cidr(); scene.Edge.Ipv6Cidr("3fff:a00::/80"); }, ProblemKind.PrefixLength, "3fff:a00::/80 cannot be the IPv6 prefix of a subnet; the vendor takes a /64");
        Refuses(scene => scene.Edge.Instance("web").Ipv6Address(), ProblemKind.NoIpv6Prefix, "subnet 'edge' of interface 'web' has no IPv6 prefix; give it one before, with Ipv6Cidr()", other: scene => scene.Edge.Origin);
    }

    [Fact]
    public void A_subnet_without_ipv4_gives_every_interface_an_ipv6_address()
    {
        var topology = Takes(scene => scene.Shop.AmazonIpv6Cidr().Ipv6OnlySubnet("six", "a").Instance("app"));

        var app = topology.NetworkInterfaces.Single(each => each.Name == "app");
        Assert.Equal("3fff:a00::4", app.PrivateAddress.ToString());
        Assert.Equal(app.PrivateAddress, Assert.Single(app.Ipv6Addresses));
        Assert.True(topology.Subnets.Single(subnet => subnet.Name == "six").IsIpv6Only);
    }

    [Fact]
    public void What_needs_ipv4_is_not_put_where_there_is_none()
    {
        Refuses(scene => scene.Shop.AmazonIpv6Cidr().Ipv6OnlySubnet("six", "a").Instance("web").PublicIp(), ProblemKind.NoIpv4Addresses, "subnet 'six' of interface 'web' has no IPv4 addresses, and only these have public ones beside them; its IPv6 address is public as it is", other: _ => Here());
        Refuses(scene => scene.Shop.AmazonIpv6Cidr().Ipv6OnlySubnet("six", "a").Instance("web").PrivateIp("10.0.0.9"), ProblemKind.NoIpv4Addresses, "subnet 'six' has no IPv4 addresses; give an address of 3fff:a00::/64 with Ipv6Address(…)");
        Assert.Equal(["subnet 'six' has no IPv4 addresses, and NAT gateway 'nat' needs one; put it into another subnet"], After(scene => scene.Shop.AmazonIpv6Cidr().Ipv6OnlySubnet("six", "a").NatGateway("nat")).Problems.Select(problem => problem.Text));
        Refuses(scene => scene.Hub.Attach("att", scene.Shop.AmazonIpv6Cidr().Ipv6OnlySubnet("six", "a")), ProblemKind.Conflict, "subnet 'six' has no IPv4 addresses, and an attachment needs them; use a subnet of zone us-east-1a that has both", other: _ => Here());
    }

    [Fact]
    [Trait("Rule", "R-1.20")]
    public void A_vpc_has_one_egress_only_gateway()
    {
        Assert.Equal("us-east-1/shop/eigw", Assert.Single(Takes(scene => scene.Shop.EgressOnlyInternetGateway("eigw")).EgressOnlyInternetGateways).Id.Path);
        Refuses(scene => { scene.Shop.EgressOnlyInternetGateway("eigw"); scene.Shop.EgressOnlyInternetGateway("other"); }, ProblemKind.GatewayOfVpcAlready, "VPC 'shop' has the egress-only internet gateway 'eigw' already; a VPC has one", other: _ => Here());
    }

    [Fact]
    [Trait("Rule", "R-4.2")]
    [Trait("Rule", "R-4.18")]
    public void Groups_and_the_default_acl_let_ipv6_out_where_the_vpc_has_it()
    {
        var without = Takes(scene => scene.Shop.SecurityGroup("custom"));
        var with = Takes(scene => scene.Shop.AmazonIpv6Cidr().SecurityGroup("custom"));
        var older = Takes(scene =>
        {
            scene.Network.Profile(SemanticsProfile.Current with { NewGroupsLetIpv6Out = false });
            scene.Shop.AmazonIpv6Cidr().SecurityGroup("custom");
        });

        Assert.Single(Egress(without, "custom"));
        Assert.Equal(2, Egress(with, "custom").Count);
        Assert.Single(Egress(older, "custom"));
        Assert.Equal(2, Egress(older, "default").Count);
        Assert.Equal([100, 101], with.NetworkAcls.First(acl => acl.Id.Path == "us-east-1/shop/default").Inbound.Select(entry => entry.Number));
        Assert.Equal([100], without.NetworkAcls.First(acl => acl.Id.Path == "us-east-1/shop/default").Inbound.Select(entry => entry.Number));

        static EquatableArray<SecurityGroupRule> Egress(Topology topology, string name) =>
            topology.SecurityGroups.First(group => group.Id.Path == $"us-east-1/shop/{name}").Egress;
    }

    [Fact]
    public void A_vpn_connection_of_a_virtual_private_gateway_carries_no_ipv6() => Refuses(scene => scene.Virginia.VpnGateway("vgw").VpnConnection("vpn", scene.Network.Site("hq", 65010).Prefix("192.168.0.0/16").CustomerGateway("cgw")).InsideIpv6(), ProblemKind.Conflict, "VPN connection 'vpn' ends at virtual private gateway 'vgw', which carries IPv4 only over VPN; end it at a transit gateway", other: _ => Here());

    static Vpc Vpc(Topology topology, string name) => topology.Vpcs.Single(vpc => vpc.Name == name);

    static IEnumerable<string> AddressesOf(Topology topology, string name) =>
        topology.NetworkInterfaces.Single(each => each.Name == name).Ipv6Addresses.Select(address => address.ToString());

    [Fact]
    [Trait("Rule", "R-1.10")]
    public void A_prefix_list_is_of_one_family() =>
        Refuses(scene => scene.Virginia.PrefixList("mixed", 5).Entry("10.0.0.0/8").Entry("2001:db8::/32"), ProblemKind.PrefixListFamilies, "2001:db8::/32 is of another family than 10.0.0.0/8; a prefix list holds IPv4 or IPv6 prefixes, not both, declare a list of its own", other: _ => Here());

    [Fact]
    public void What_has_no_ipv4_is_no_target_of_ipv4_flows()
    {
        Refuses(scene => scene.Shop.TargetGroup("web", ListenerProtocol.Tcp, 80).Target(scene.Shop.AmazonIpv6Cidr().Ipv6OnlySubnet("six", "a").Instance("app")), ProblemKind.Conflict, "instance 'app' has no IPv4 address, and target group 'web' sends to IPv4 addresses; register one of a subnet that has them, or call IpAddressType(IpAddressType.Ipv6) before");
        Refuses(scene => scene.Network.Accelerator("edge").Listener(Traffic.Tcp(443)).EndpointGroup(scene.Virginia).Endpoint(scene.Shop.AmazonIpv6Cidr().Ipv6OnlySubnet("six", "a").Instance("app")), ProblemKind.Conflict, "instance 'app' has no IPv4 address, and no accelerator is without IPv4; add one of a subnet that has them", other: _ => Here());
    }
}

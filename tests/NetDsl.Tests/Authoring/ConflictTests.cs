using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

/// <summary>Things that the vendor does not allow together. The first one stays; the second one is told at its argument.</summary>
public class ConflictTests
{
    [Fact]
    public void Vpc_has_one_internet_gateway()
    {
        var topology = Refuses(scene => scene.Shop.MainRouteTable.Route("0.0.0.0/0", scene.Shop.InternetGateway("second")), ProblemKind.GatewayOfVpcAlready, "VPC 'shop' has the internet gateway 'igw' already; a VPC has one", other: scene => scene.Gateway.Origin);
        Assert.Equal(["igw"], topology.InternetGateways.Select(gateway => gateway.Name));
    }

    [Fact]
    public void Internet_gateway_is_attached_to_one_vpc_of_its_region()
    {
        var topology = Refuses(scene => scene.Gateway.AttachTo(scene.Shared), ProblemKind.GatewayAttachedAlready, "internet gateway 'igw' is attached to VPC 'shop' already; declare another for VPC 'shared'", other: scene => scene.Shop.Origin);
        Assert.Equal("us-east-1/shop", topology.InternetGateways[0].Vpc?.Path);
        Refuses(scene => scene.Virginia.InternetGateway("free").AttachTo(scene.Archive), ProblemKind.OtherRegion, "internet gateway 'us-east-1/free' is of another region than VPC 'us-west-2/archive'; declare one there");
        Takes(scene => scene.Gateway.AttachTo(scene.Shop));
        Assert.Null(Takes(scene => scene.Virginia.InternetGateway("free")).InternetGateways[1].Vpc);
    }

    [Fact]
    public void Subnet_has_one_route_table_of_its_own_vpc()
    {
        Refuses(scene => { scene.Edge.RouteTable("first"); scene.Edge.RouteTable("second"); }, ProblemKind.AssociatedAlready, "subnet 'edge' has route table 'first' already; a subnet has one, put everything into it", other: scene => scene.Shop.RouteTables[1].Origin);
        Refuses(scene => scene.Edge.Associate(scene.Shared.MainRouteTable), ProblemKind.OtherVpc, "route table 'main' is of VPC 'shared', subnet 'edge' of VPC 'shop'; use one of its own VPC");
        var topology = Takes(scene => { var table = scene.Edge.RouteTable("own"); scene.Edge.Associate(table); });
        Assert.Equal(["us-east-1/shop/own", "us-east-1/shop/main"], topology.Subnets.Take(2).Select(subnet => subnet.RouteTable.Path));
    }

    [Fact]
    public void Subnet_has_one_network_acl_of_its_own_vpc()
    {
        Refuses(scene => scene.Edge.Associate(scene.Shop.NetworkAcl("first")).Associate(scene.Shop.NetworkAcl("second")), ProblemKind.AssociatedAlready, "subnet 'edge' has network ACL 'first' already; a subnet has one, put everything into it", other: scene => scene.Shop.NetworkAcls[1].Origin);
        Refuses(scene => scene.Edge.Associate(scene.Shared.DefaultNetworkAcl), ProblemKind.OtherVpc, "network ACL 'default' is of VPC 'shared', subnet 'edge' of VPC 'shop'; use one of its own VPC");
    }

    [Fact]
    public void Route_table_has_one_static_route_to_a_prefix()
    {
        var topology = Refuses(scene => scene.Shop.MainRouteTable.Route("0.0.0.0/0", scene.Gateway).Route("0.0.0.0/0", scene.Hub), ProblemKind.RouteTwice, "route table 'main' routes 0.0.0.0/0 already; a table has one static route to a prefix", other: _ => Here());
        Assert.Equal("us-east-1/igw", Assert.Single(topology.RouteTables[0].Routes).Target.Value.Path);
    }

    [Fact]
    public void Transit_gateway_route_table_has_one_static_route_to_a_prefix()
    {
        Refuses(scene => scene.Hub.RouteTable("spokes").Blackhole("10.0.0.0/8").Route("10.0.0.0/8", scene.Hub.Attach("shop", scene.Edge)), ProblemKind.RouteTwice, "transit gateway route table 'spokes' routes 10.0.0.0/8 already; a table has one static route to a prefix", other: _ => Here());
    }

    [Fact]
    public void Interface_has_groups_of_its_own_vpc_and_at_most_five()
    {
        Refuses(scene => scene.Tools.Instance("tool", scene.Web), ProblemKind.GroupOfOtherVpc, "security group 'web' is of VPC 'shop', interface 'tool' of VPC 'shared'; use a group of its own VPC, or associate it with AssociateWith(…) before", other: scene => scene.Web.Origin);
        var topology = Refuses(scene => { var web = scene.Edge.Instance("web"); foreach (var name in "abcdef") { web.SecurityGroup(scene.Shop.SecurityGroup($"{name}")); } }, ProblemKind.QuotaExceeded, "interface 'web' has 5 security groups already, the vendor's quota; merge rules into fewer groups");
        Assert.Equal(["a", "b", "c", "d", "e"], topology.NetworkInterfaces[0].SecurityGroups.Select(group => group.Name));
        Assert.Single(Takes(scene => scene.Edge.Instance("web", scene.Web).SecurityGroup(scene.Web)).NetworkInterfaces[0].SecurityGroups);
    }

    [Fact]
    public void Instance_has_interfaces_in_its_own_zone_only()
    {
        var topology = Refuses(scene => scene.Edge.Instance("web").Interface("second", scene.Data), ProblemKind.InterfaceInOtherZone, "instance 'web' is in zone us-east-1a, subnet 'data' in us-east-1b; an instance has interfaces in its own zone only");
        Assert.Equal("us-east-1/shop/web", Assert.Single(topology.Instances[0].Interfaces).Path);
    }

    [Fact]
    public void Private_address_has_one_public_address()
    {
        const string ByVendor = "interface 'web' has a public address of the vendor's choice already; keep PublicIp or ElasticIp, not both";
        Refuses(scene => scene.Edge.Instance("web").PublicIp().ElasticIp(scene.Virginia.ElasticIp("eip")), ProblemKind.SecondAddress, ByVendor);
        Refuses(scene => scene.Edge.Instance("web").ElasticIp(scene.Virginia.ElasticIp("eip")).PublicIp(), ProblemKind.SecondAddress, "interface 'web' has the elastic address 'eip' already; a private address has one public address", other: scene => scene.Virginia.ElasticIps[0].Origin);
        Takes(scene => scene.Edge.Instance("web").PublicIp().PublicIp());
    }

    [Fact]
    public void Elastic_address_has_one_holder_of_its_region()
    {
        Refuses(scene => { var eip = scene.Virginia.ElasticIp("eip"); scene.Edge.Instance("web").ElasticIp(eip); scene.Edge.NatGateway("nat").ElasticIp(eip); }, ProblemKind.ElasticAddressHeld, "elastic address 'eip' is associated with 'web' already; allocate another for 'nat'", other: scene => scene.Edge.Interfaces[0].Origin);
        var topology = Refuses(scene => scene.Vault.NatGateway("nat").ElasticIp(scene.Virginia.ElasticIp("eip")), ProblemKind.OtherRegion, "elastic address 'us-east-1/eip' is of another region than 'nat' in us-west-2; allocate one there", other: scene => scene.Virginia.ElasticIps[0].Origin);
        Assert.Null(topology.ElasticAddresses[0].Holder);
    }

    [Fact]
    public void Nat_gateway_has_one_elastic_address_and_a_private_one_none()
    {
        Refuses(scene => scene.Edge.NatGateway("nat").ElasticIp(scene.Virginia.ElasticIp("one")).ElasticIp(scene.Virginia.ElasticIp("two")), ProblemKind.SecondAddress, "NAT gateway 'nat' has the elastic address 'one' already; give one", other: scene => scene.Virginia.ElasticIps[0].Origin);
        Refuses(scene => scene.Edge.NatGateway("nat").Private().ElasticIp(scene.Virginia.ElasticIp("one")), ProblemKind.PrivateHasPublicAddress, "NAT gateway 'nat' is private; a private NAT gateway has no elastic address");
        Refuses(scene => scene.Edge.NatGateway("nat").ElasticIp(scene.Virginia.ElasticIp("one")).Private(), ProblemKind.PrivateHasPublicAddress, "NAT gateway 'nat' has the elastic address 'one'; a private NAT gateway has none");
    }

    [Fact]
    public void Peering_joins_two_vpcs_once()
    {
        Refuses(scene => scene.Network.Peer("self", scene.Shop, scene.Shop), ProblemKind.PeeredWithItself, "VPC 'shop' cannot peer with itself; name another VPC");
        var topology = Refuses(scene => { scene.Network.Peer("there", scene.Shop, scene.Shared); scene.Network.Peer("back", scene.Shared, scene.Shop); }, ProblemKind.PeeredAlready, "VPCs 'shared' and 'shop' are peered already by 'there'; the vendor allows one connection a pair, use that one", other: scene => scene.Network.Peerings[0].Origin);
        Assert.Equal(["there"], topology.Peerings.Select(peering => peering.Name));
    }

    [Fact]
    public void Peering_that_is_left_out_stands_in_nobodys_way() =>
        Refuses(scene => { scene.Network.Peer("not a name", scene.Shop, scene.Shared); scene.Network.Peer("good", scene.Shop, scene.Shared); }, ProblemKind.InvalidName, "'not a name' cannot be the name of a peering connection: character 4 is not allowed; a name starts with a letter or digit and has letters, digits, '-', '_' and '.'", replacement: "not-a-name");

    [Fact]
    public void Peering_is_accepted_by_the_owner_of_the_accepter()
    {
        var topology = Refuses(scene => scene.Network.Peer("link", scene.Shop, scene.Shared).AcceptedBy(scene.Network.DefaultAccount), ProblemKind.NotForThisAccount, "account 'default' cannot accept peering 'link': the accepter VPC 'shared' is owned by 'partner'", other: scene => scene.Shared.Origin);
        Assert.Equal(PeeringStatus.PendingAcceptance, topology.Peerings[0].Status);
    }

    [Fact]
    public void Transit_gateway_attaches_a_vpc_of_its_region_once()
    {
        Refuses(scene => { scene.Hub.Attach("shop", scene.Edge); scene.Hub.Attach("shop-b", scene.Data); }, ProblemKind.VpcAttachedAlready, "VPC 'shop' is attached already by 'shop'; add the subnet to that attachment with Subnet(…)", other: _ => Here());
        var topology = Refuses(scene => scene.Hub.RouteTable("t").Propagate(scene.Hub.Attach("archive", scene.Vault)), ProblemKind.OtherRegion, "subnet 'us-west-2/archive/vault' is not in us-east-1; a transit gateway attaches VPCs of its own region");
        Assert.Empty(topology.TransitGateways[0].Attachments);
    }

    [Fact]
    public void Attachment_has_one_subnet_a_zone_of_one_vpc()
    {
        Refuses(scene => scene.Hub.Attach("shop", scene.Edge).Subnet(scene.Shop.Subnet("edge-2", "10.0.9.0/24", "a")), ProblemKind.ZoneServedAlready, "attachment 'shop' serves zone us-east-1a by subnet 'edge' already; it has one subnet a zone", other: _ => Here());
        Refuses(scene => scene.Hub.Attach("shop", scene.Data).Subnet(scene.Tools), ProblemKind.OtherVpc, "subnet 'tools' is of VPC 'shared', attachment 'shop' of VPC 'shop'; attach the other VPC by itself");
        Assert.Equal(2, Takes(scene => scene.Hub.Attach("shop", scene.Edge).Subnet(scene.Data)).TransitGateways[0].Attachments[0].Subnets.Count);
    }

    [Fact]
    public void Attachment_has_one_table_of_its_gateway()
    {
        var topology = Refuses(scene => { var shop = scene.Hub.Attach("shop", scene.Edge); scene.Hub.RouteTable("one").Associate(shop); scene.Hub.RouteTable("two").Associate(shop); }, ProblemKind.AttachmentAssociatedAlready, "attachment 'shop' is associated with 'one' already; an attachment has one table", other: _ => Here());
        Assert.Equal("us-east-1/hub/one", topology.TransitGateways[0].Attachments[0].Association?.Path);
        Refuses(scene => scene.Virginia.TransitGateway("other").RouteTable("t").Propagate(scene.Hub.Attach("shop", scene.Edge)), ProblemKind.AttachmentOfOtherGateway, "attachment 'shop' is of transit gateway 'hub', table 't' of 'other'; use an attachment of its own gateway", other: _ => Here());
    }
}

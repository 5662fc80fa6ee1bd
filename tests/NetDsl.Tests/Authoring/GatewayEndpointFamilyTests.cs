using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

/// <summary>The families of gateway endpoints and of the services that they lead to.</summary>
public class GatewayEndpointFamilyTests
{
    [Fact]
    [Trait("Rule", "R-7.6")]
    public void A_service_has_the_ipv6_addresses_that_are_named_or_the_next_free_ones()
    {
        var topology = Takes(scene =>
        {
            scene.Virginia.Service("s3").Ipv6Cidr();
            scene.Virginia.Service("dynamodb").Ipv6Cidr().Ipv6Cidr();
            scene.Virginia.Service("sqs").Ipv6Cidr("2001:db8::/48").Ipv6Cidr("2001:db8::/48");
            scene.Virginia.Service("sns");
        });

        Assert.Equal(["3fff:b00::/64", "3fff:b00:0:1::/64", "2001:db8::/48", ""], topology.PublicServices.Select(service => service.Ipv6Prefix.ToString()));
    }

    [Fact]
    public void Addresses_of_a_service_are_public_ones() => Refuses(scene => scene.Virginia.Service("s3").Ipv6Cidr("fd00::/64"), ProblemKind.InvalidPrefix, "fd00::/64 is not of the IPv6 addresses that the internet carries, 2000::/3; a service has public ones");

    [Fact]
    public void Addresses_of_a_service_are_of_IPv6() => Refuses(scene => scene.Virginia.Service("s3").Ipv6Cidr("192.88.99.0/24"), ProblemKind.InvalidPrefix, "192.88.99.0/24 is not of the IPv6 addresses that the internet carries, 2000::/3; a service has public ones");

    [Fact]
    public void Addresses_of_a_service_are_named_once() => Refuses(scene => scene.Virginia.Service("s3").Ipv6Cidr("2001:db8::/64").Ipv6Cidr("2001:db8:1::/64"), ProblemKind.Conflict, "service 's3' has the IPv6 addresses 2001:db8::/64 already; name them where they are first asked for");

    [Fact]
    [Trait("Rule", "R-7.6")]
    public void An_endpoint_has_the_families_and_records_that_are_said()
    {
        var topology = Takes(scene =>
        {
            Storage(scene).IpAddressType(IpAddressType.Dualstack).RouteTable(Dual(scene)).DnsRecordIpType(DnsRecordIpType.Ipv6);
            scene.Shop.DnsHostnames().GatewayEndpoint("plain", scene.Virginia.Service("dynamodb")).RouteTable(scene.Shop.MainRouteTable);
        });

        Assert.Equal(
            [("s3", IpAddressType.Dualstack, DnsRecordIpType.Ipv6), ("plain", IpAddressType.Ipv4, DnsRecordIpType.ServiceDefined)],
            topology.VpcEndpoints.Select(endpoint => (endpoint.Name, endpoint.IpAddressType, endpoint.DnsRecordIpType)));
    }

    [Fact]
    public void A_dualstack_endpoint_needs_a_service_with_IPv6() => Refuses(scene => scene.Shop.GatewayEndpoint("s3", scene.Virginia.Service("s3")).IpAddressType(IpAddressType.Dualstack).RouteTable(Dual(scene)), ProblemKind.Conflict, "service 's3' has no IPv6 addresses, and endpoint 's3' is of type Dualstack; call Ipv6Cidr() on the service", other: scene => scene.Virginia.Service("s3").Origin);

    [Fact]
    public void Subnets_of_a_dualstack_endpoint_have_IPv6() => Refuses(scene => Storage(scene).IpAddressType(IpAddressType.Dualstack).RouteTable(scene.Edge.RouteTable("edge")), ProblemKind.Conflict, "endpoint 's3' is dual-stack, and subnet 'edge' of route table 'edge' has no IPv6 prefix; give it one with Ipv6Cidr()", other: scene => scene.Edge.Origin);

    [Fact]
    public void Subnets_of_a_dualstack_endpoint_have_IPv4() => Refuses(scene => Storage(scene).IpAddressType(IpAddressType.Dualstack).RouteTable(Dual(scene)).RouteTable(scene.Shop.Ipv6OnlySubnet("six", "a").RouteTable("six")), ProblemKind.Conflict, "endpoint 's3' is dual-stack, and subnet 'six' of route table 'six' has no IPv4; use IpAddressType.Ipv6 for a table of such subnets", other: scene => scene.Shop.DeclaredSubnets[^1].Origin);

    [Fact]
    public void Subnets_of_an_IPv6_endpoint_have_no_IPv4() => Refuses(scene => Storage(scene).IpAddressType(IpAddressType.Ipv6).RouteTable(Dual(scene)), ProblemKind.Conflict, "endpoint 's3' is of type Ipv6, and subnet 'edge' of route table 'edge' has IPv4; use IpAddressType.Dualstack, or a table of subnets from Ipv6OnlySubnet(…)", other: scene => scene.Edge.Origin);

    [Fact]
    [Trait("Rule", "R-7.6")]
    public void The_talk_knows_no_IPv6_of_gateway_endpoints() => Refuses(scene => { scene.Network.Profile(SemanticsProfile.Talk2018); Storage(scene).RouteTable(Dual(scene)).IpAddressType(IpAddressType.Dualstack); }, ProblemKind.NotInProfile, "IPv6 of gateway endpoint 's3' is not allowed where DualStackGatewayEndpoints is off, as in the profile Talk2018 of this network; leave it out, or set DualStackGatewayEndpoints", other: _ => Here());

    [Fact]
    public void Records_are_of_the_families() => Refuses(scene => Named(scene).DnsRecordIpType(DnsRecordIpType.Dualstack), ProblemKind.Conflict, "endpoint 's3' is of type Ipv4, and cannot have records of type Dualstack; it needs the prefix lists of the addresses that they tell");

    [Fact]
    public void Other_records_need_names_in_the_VPC() => Refuses(scene => Storage(scene).DnsRecordIpType(DnsRecordIpType.Ipv4), ProblemKind.Conflict, "endpoint 's3' changes the records of service 's3', for which VPC 'shop' needs DNS support and DNS host names; call DnsHostnames() on it", other: scene => scene.Shop.Origin);

    [Fact]
    public void Records_of_DynamoDB_stay() => Refuses(scene => scene.Shop.DnsHostnames().GatewayEndpoint("table", scene.Virginia.Service("dynamodb")).DnsRecordIpType(DnsRecordIpType.Ipv4), ProblemKind.Conflict, "the records of service 'dynamodb' cannot be changed; leave DnsRecordIpType out for endpoint 'table'", other: scene => scene.Virginia.Service("dynamodb").Origin);

    /// <summary>A table of a subnet that has both families, in a VPC with names.</summary>
    static RouteTableBuilder Dual(Scene scene)
    {
        scene.Shop.AmazonIpv6Cidr().DnsHostnames();
        return scene.Edge.Ipv6Cidr().RouteTable("edge");
    }

    static GatewayEndpointBuilder Storage(Scene scene) => scene.Shop.GatewayEndpoint("s3", scene.Virginia.Service("s3").Ipv6Cidr());

    static GatewayEndpointBuilder Named(Scene scene)
    {
        scene.Shop.DnsHostnames();
        return Storage(scene);
    }
}

using NetDsl.Addressing;
using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

/// <summary>What is told of the second of a kind is told among thousands as it is among few, with the first as the other place.</summary>
public class ManyElementsTests
{
    const int Many = 3000;

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(Many - 1)]
    public void A_second_route_to_a_prefix(int repeated) => Tells(
        scene =>
        {
            Each(number => scene.Shop.MainRouteTable.Route(Prefix(number), scene.Gateway, line: 1 + number));
            scene.Shop.MainRouteTable.Blackhole(Prefix(repeated));
        },
        ProblemKind.RouteTwice,
        $"route table 'main' routes {Prefix(repeated)} already; a table has one static route to a prefix",
        other: scene => scene.Shop.MainRouteTable.Written[repeated].Origin);

    [Fact]
    public void A_second_route_of_a_transit_gateway_to_a_prefix() => Tells(
        scene =>
        {
            var table = scene.Hub.RouteTable("table");
            Each(number => table.Blackhole(Prefix(number)));
            table.Blackhole(Prefix(2000));
        },
        ProblemKind.RouteTwice,
        $"transit gateway route table 'table' routes {Prefix(2000)} already; a table has one static route to a prefix");

    [Fact]
    public void A_second_entry_of_a_prefix_list() => Tells(
        scene =>
        {
            var list = scene.Virginia.PrefixList("list", 1000);
            for (var number = 0; number < 500; number++)
            {
                list.Entry(Prefix(number));
            }

            list.Entry(Prefix(300));
        },
        ProblemKind.PrefixListEntryTwice,
        $"prefix list 'list' has {Prefix(300)} already; an entry stands once");

    [Fact]
    public void A_second_record_of_a_zone() => Tells(
        scene =>
        {
            var zone = scene.Network.PrivateHostedZone("corp.example");
            Each(number => zone.Record($"host-{number}", "10.0.0.4"));
            zone.Record("host-2000", "10.0.0.5");
        },
        ProblemKind.Conflict,
        "zone 'corp.example' has a record 'host-2000.corp.example' already; give all of its addresses there");

    [Fact]
    public void A_second_account_of_a_number()
    {
        Tells(
            scene =>
            {
                Each(number => scene.Network.Account($"account-{number}", $"{300000000000 + number}"));
                scene.Network.Account("again", "300000002000");
            },
            ProblemKind.AccountNumberTwice,
            "account number 300000002000 is that of account 'account-2000' already; two accounts have two numbers");
        Tells(
            scene => scene.Network.Account("again", Account.UsualNumber),
            ProblemKind.AccountNumberTwice,
            $"account number {Account.UsualNumber} is that of account 'default' already; two accounts have two numbers");
    }

    [Fact]
    public void A_second_peering_of_two_vpcs_in_either_direction_while_the_first_lives()
    {
        foreach (var isForth in new[] { true, false })
        {
            Tells(
                scene =>
                {
                    var others = Vpcs(scene).ToList();
                    others.ForEach(other => scene.Network.Peer($"with-{other.Name}", scene.Shop, other));
                    var (from, to) = isForth ? (scene.Shop, others[200]) : (others[200], scene.Shop);
                    scene.Network.Peer("again", from, to);
                },
                ProblemKind.PeeredAlready,
                isForth
                    ? "VPCs 'shop' and 'vpc-200' are peered already by 'with-vpc-200'; the vendor allows one connection a pair, use that one"
                    : "VPCs 'vpc-200' and 'shop' are peered already by 'with-vpc-200'; the vendor allows one connection a pair, use that one");
        }

        Takes(scene =>
        {
            scene.Network.Peer("first", scene.Shop, scene.Archive).DeletedBy(scene.Network.DefaultAccount);
            scene.Network.Peer("second", scene.Archive, scene.Shop);
        });
    }

    [Fact]
    public void A_second_attachment_of_a_vpc() => Tells(
        scene =>
        {
            var subnets = Vpcs(scene).Select(vpc => vpc.Subnet("app", vpc.Cidr, "a")).ToList();
            subnets.ForEach(subnet => scene.Hub.Attach(subnet.Vpc.Name, subnet));
            scene.Hub.Attach("again", subnets[200]);
        },
        ProblemKind.VpcAttachedAlready,
        "VPC 'vpc-200' is attached already by 'vpc-200'; add the subnet to that attachment with Subnet(…)");

    [Fact]
    public void A_propagation_stands_once()
    {
        var topology = Takes(scene =>
        {
            var hub = scene.Virginia.TransitGateway("default-hub");
            var attachments = Vpcs(scene).Select(vpc => hub.Attach(vpc.Name, vpc.Subnet("app", vpc.Cidr, "a"))).ToList();
            var table = hub.RouteTable("table");
            attachments.ForEach(attachment => table.Propagate(attachment));
            attachments.ForEach(attachment => table.Propagate(attachment));
        });
        Assert.All(topology.TransitGateways[1].RouteTables, table => Assert.Equal(300, table.Propagations.Count));
    }

    [Fact]
    public void A_second_internet_gateway_of_a_vpc() => Tells(
        scene =>
        {
            var vpcs = Vpcs(scene).ToList();
            vpcs.ForEach(vpc => vpc.InternetGateway($"igw-{vpc.Name}"));
            scene.Virginia.InternetGateway("again").AttachTo(vpcs[200]);
        },
        ProblemKind.GatewayOfVpcAlready,
        "VPC 'vpc-200' has the internet gateway 'igw-vpc-200' already; a VPC has one");

    [Fact]
    public void An_ipv6_block_that_another_vpc_has()
    {
        Tells(
            scene =>
            {
                var number = 0;
                foreach (var vpc in Vpcs(scene))
                {
                    vpc.Ipv6Cidr($"2001:db8:{number++:x}:100::/56");
                }

                scene.Shop.Ipv6Cidr("2001:db8:c8:100::/56");
            },
            ProblemKind.NamedAlready,
            "2001:db8:c8:100::/56 overlaps 2001:db8:c8:100::/56, which a VPC has already; IPv6 addresses exist once");

        // Of several the first in the order of regions and VPCs is told.
        Tells(
            scene =>
            {
                scene.Network.Profile(SemanticsProfile.Current with { Ipv6PrefixesInSteps = true });
                scene.Archive.Ipv6Cidr("2001:db8:0:100::/56");
                scene.Shared.Ipv6Cidr("2001:db8:0:200::/56");
                scene.Shop.Ipv6Cidr("2001:db8::/48");
            },
            ProblemKind.NamedAlready,
            "2001:db8::/48 overlaps 2001:db8:0:200::/56, which a VPC has already; IPv6 addresses exist once",
            other: scene => scene.Shared.Ipv6Blocks[0].Origin);
    }

    [Fact]
    public void Blocks_that_are_given_out_do_not_overlap()
    {
        var topology = Takes(scene =>
        {
            for (var number = 0; number < 300; number++)
            {
                scene.Virginia.Vpc($"given-{number}", 24).AmazonIpv6Cidr();
            }
        });
        var given = topology.Vpcs.Where(vpc => vpc.Name.StartsWith("given", StringComparison.Ordinal)).ToList();

        Assert.Equal("10.3.0.0/24", given[0].Blocks[0].ToString());
        Assert.Equal("10.4.43.0/24", given[299].Blocks[0].ToString());
        Assert.Equal("3fff:a00::/56", given[0].Ipv6Blocks[0].ToString());
        Assert.Equal("3fff:a00:1:2b00::/56", given[299].Ipv6Blocks[0].ToString());
    }

    [Fact]
    public void Instances_are_found_by_name()
    {
        var network = new NetworkBuilder("many");
        var vpc = network.Region("us-east-1").Vpc("vpc", "10.0.0.0/16");
        var (first, second) = (vpc.Subnet("first", "10.0.0.0/20", "a"), vpc.Subnet("second", "10.0.16.0/20", "a"));
        Each(number => (number % 2 == 0 ? first : second).Instance($"host-{number}"));
        Assert.Same(second.Instances[1000], vpc.Instance("host-2001"));

        // Also what is declared behind the first look-up, and of two alike the one in the first subnet, whichever is left out.
        var late = second.Instance("late");
        Assert.Same(late, vpc.Instance("late"));
        var again = first.Instance("late");
        Assert.Same(again, vpc.Instance("late"));
        Assert.Equal(ProblemKind.DuplicateName, Assert.Single(network.Build().Problems).Kind);

        var missing = vpc.Instance("missing");
        missing.Subnet.Instance("elsewhere");
        Assert.NotSame(missing, vpc.Instance("missing"));
        vpc.Instance("elsewhere");
        vpc.Instance(null!);
        Assert.Equal(4, network.Build().Problems.Count(problem => problem.Kind == ProblemKind.UnknownName));
    }

    /// <summary>The topology has that problem, and no other.</summary>
    static void Tells(Action<Scene> add, ProblemKind kind, string text, Func<Scene, Origin>? other = null)
    {
        var scene = new Scene();
        add(scene);
        var problem = Assert.Single(scene.Network.Build().Problems);
        Assert.Equal((kind, text), (problem.Kind, problem.Text));
        if (other is not null)
        {
            Assert.Equal(other(scene), problem.Other);
        }
    }

    static IEnumerable<VpcBuilder> Vpcs(Scene scene) =>
        Enumerable.Range(0, 300).Select(number => scene.Virginia.Vpc($"vpc-{number}", $"{new Ipv4Address((172u << 24) + (16u << 16) + ((uint)number * 16))}/28"));

    static string Prefix(int number) => $"{new Ipv4Address((192u << 24) + ((uint)number * 16))}/28";

    static void Each(Action<int> declare)
    {
        for (var number = 0; number < Many; number++)
        {
            declare(number);
        }
    }
}

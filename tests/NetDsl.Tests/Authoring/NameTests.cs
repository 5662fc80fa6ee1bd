using CsCheck;
using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class NameTests
{
    const string Rule = "a name starts with a letter or digit and has letters, digits, '-', '_' and '.'";

    [Fact]
    public void Are_the_identity_within_kind_and_parent()
    {
        var topology = Takes(scene =>
        {
            scene.Shop.SecurityGroup("edge");
            scene.Shop.NetworkAcl("edge");
            scene.Shared.Subnet("edge", "10.1.9.0/24", "a");
            scene.Oregon.Vpc("shop", "10.9.0.0/16");
        });

        Assert.Equal(
            ["us-east-1/shop/edge", "us-east-1/shop/data", "us-east-1/shared/tools", "us-east-1/shared/edge", "us-west-2/archive/vault"],
            topology.Subnets.Select(subnet => subnet.Id.Path));
    }

    [Fact]
    public void May_stay_empty_nowhere()
    {
        Refuses(scene => scene.Virginia.Vpc("", "10.9.0.0/16"), ProblemKind.InvalidName, $"the name of a VPC is empty; {Rule}");
        Refuses(scene => scene.Edge.Instance(null!), ProblemKind.InvalidName, $"the name of an instance is empty; {Rule}");
    }

    [Fact]
    public void Have_at_most_127_characters()
    {
        Refuses(scene => scene.Shop.SecurityGroup(new string('x', 128)), ProblemKind.InvalidName, "the name of a security group has 128 characters; a name has at most 127", replacement: new string('x', 127));
        Takes(scene => scene.Shop.SecurityGroup(new string('x', 127)));
    }

    [Theory]
    [InlineData("two tiers", 4, "two-tiers")]
    [InlineData("-front", 1, "front")]
    [InlineData("-edge", 1, "edge-2")]
    [InlineData("../../etc/passwd", 1, "etc-passwd")]
    [InlineData("a/b", 2, "a-b")]
    [InlineData("größe", 3, "gr--e")]
    [InlineData("<script>", 1, "script")]
    [InlineData("日本", 1, null)]
    public void Have_characters_that_files_and_markup_can_carry(string name, int position, string? replacement)
    {
        var topology = Refuses(scene => scene.Shop.Subnet(name, "10.0.9.0/24", "a"), ProblemKind.InvalidName, $"'{name}' cannot be the name of a subnet: character {position} is not allowed; {Rule}", replacement);
        Assert.DoesNotContain(topology.Subnets, subnet => subnet.Prefix.ToString() == "10.0.9.0/24");
    }

    [Fact]
    public void Are_shown_in_one_line_whatever_they_hold() =>
        Refuses(scene => scene.Shop.Subnet("x\r\nShop.cs(1,1): error\u202E\0", "10.0.9.0/24", "a"), ProblemKind.InvalidName, $"'x??Shop.cs(1,1): error??' cannot be the name of a subnet: character 2 is not allowed; {Rule}", replacement: "x--Shop.cs-1-1---error");

    [Fact]
    public void Of_security_groups_do_not_look_like_identifiers()
    {
        Refuses(scene => scene.Shop.SecurityGroup("sg-web"), ProblemKind.InvalidName, "'sg-web' cannot be the name of a security group: the vendor keeps names that start with 'sg-' for identifiers", replacement: "web-2");
        Takes(scene => scene.Shop.Subnet("sg-web", "10.0.9.0/24", "a"));
    }

    [Fact]
    public void Exist_once_and_the_first_holder_is_told()
    {
        var topology = Refuses(scene => scene.Shop.Subnet("edge", "10.0.9.0/24", "a"), ProblemKind.DuplicateName, "subnet 'edge' exists already in us-east-1/shop; names tell elements apart, give this one another", replacement: "edge-2", other: scene => scene.Edge.Origin);
        Assert.Equal("10.0.0.0/24", Assert.Single(topology.Subnets, subnet => subnet.Name == "edge").Prefix.ToString());
    }

    [Fact]
    public void Of_things_that_the_vendor_gives_are_taken() =>
        Refuses(scene => scene.Shop.RouteTable("main"), ProblemKind.DuplicateName, "route table 'main' exists already in us-east-1/shop; names tell elements apart, give this one another", replacement: "main-2", other: _ => Origin.None);

    [Fact]
    public void Of_interfaces_and_instances_are_one_space()
    {
        var topology = Refuses(scene => { scene.Edge.Interface("web"); scene.Edge.Instance("web"); }, ProblemKind.DuplicateName, "network interface 'web' exists already in us-east-1/shop; names tell elements apart, give this one another", replacement: "web-2", other: scene => scene.Edge.Interfaces[0].Origin);
        Assert.Empty(topology.Instances);
        Assert.Single(topology.NetworkInterfaces);
    }

    [Fact]
    public void Are_not_asked_for_again_inside_what_is_left_out()
    {
        var topology = Refuses(scene => { var twin = scene.Virginia.Vpc("shop", "10.9.0.0/16"); twin.Subnet("edge", "10.9.0.0/24", "a").Instance("web").PublicIp(); twin.InternetGateway("igw"); }, ProblemKind.DuplicateName, "VPC 'shop' exists already in us-east-1; names tell elements apart, give this one another", replacement: "shop-2", other: scene => scene.Shop.Origin);
        Assert.Empty(topology.Instances);
    }

    [Fact]
    public void Are_still_checked_inside_what_is_left_out()
    {
        var network = new NetworkBuilder();
        network.Region("us-east-1").Vpc("shop", "10.0.0.1/16").Subnet("the edge", "10.0.0.0/24", "a");
        Assert.Equal([ProblemKind.InvalidPrefix, ProblemKind.InvalidName], network.Build().Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void That_are_proposed_are_accepted() =>
        Gen.String[Gen.Char["sg-_.a /\u202E\n"], 0, 140].Sample(name =>
        {
            foreach (var declare in new Action<Scene, string>[] { (scene, text) => scene.Shop.SecurityGroup(text), (scene, text) => scene.Virginia.TransitGateway(text) })
            {
                var scene = new Scene();
                declare(scene, name);
                declare(scene, name);
                foreach (var proposed in scene.Network.Build().Problems.Select(problem => problem.Replacement).OfType<string>().Distinct())
                {
                    var before = scene.Network.Problems.All.Count;
                    declare(scene, proposed);
                    Assert.Equal(before, scene.Network.Problems.All.Count);
                }
            }
        });

    [Fact]
    public void Of_a_security_group_are_never_proposed_as_identifiers() =>
        Refuses(scene => { scene.Shop.SecurityGroup("sg"); scene.Shop.SecurityGroup("sg"); }, ProblemKind.DuplicateName, "security group 'sg' exists already in us-east-1/shop; names tell elements apart, give this one another", replacement: "sg_2", other: scene => scene.Shop.SecurityGroups[2].Origin);

    [Fact]
    public void Of_the_longest_kind_get_another_of_the_same_length()
    {
        var longest = new string('x', 127);
        Refuses(scene => { scene.Shop.NetworkAcl(longest); scene.Shop.NetworkAcl(longest); }, ProblemKind.DuplicateName, $"network ACL '{longest}' exists already in us-east-1/shop; names tell elements apart, give this one another", replacement: new string('x', 125) + "-2", other: scene => scene.Shop.NetworkAcls[1].Origin);
    }
}

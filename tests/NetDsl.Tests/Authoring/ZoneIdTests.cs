using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

/// <summary>Which zones the names of accounts mean (foundation, section 1.2).</summary>
[Trait("Rule", "F-1.2 zone ids")]
public class ZoneIdTests
{
    [Theory]
    [InlineData("us-east-1a", "use1-az1")]
    [InlineData("us-east-1f", "use1-az6")]
    [InlineData("us-west-2b", "usw2-az2")]
    [InlineData("eu-central-1c", "euc1-az3")]
    [InlineData("ap-northeast-1d", "apne1-az4")]
    [InlineData("ap-southeast-2a", "apse2-az1")]
    [InlineData("us-gov-west-1a", "usgw1-az1")]
    [InlineData("ca-central-1z", "cac1-az26")]
    public void Names_mean_zones_in_their_order_unless_it_is_said(string zone, string id) =>
        Assert.Equal(id, AvailabilityZones.IdOf(zone, []));

    [Fact]
    public void Names_that_are_not_said_of_mean_the_zones_that_are_left()
    {
        var account = Scene.Takes(scene => scene.Partner.Zone("us-east-1a", "use1-az4").Zone("us-east-1c", "use1-az1").Zone("us-west-2a", "usw2-az2"))
            .Accounts.Single(account => account.Name == "partner");

        Assert.Equal(
            ["use1-az4", "use1-az2", "use1-az1", "use1-az3", "use1-az5", "usw2-az2", "usw2-az1", "usw2-az3"],
            new[] { "us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e", "us-west-2a", "us-west-2b", "us-west-2c" }.Select(account.ZoneIdOf));
        var all = Enumerable.Range('a', 26).Select(letter => account.ZoneIdOf($"us-east-1{(char)letter}")).ToList();
        Assert.Equal(AvailabilityZones.IdsOf("us-east-1").Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, ProblemKind, Action<object>> Refused => new()
    {
        { "'a' is not the name of a zone; write its region and a letter, such as us-east-1a", ProblemKind.InvalidZone, Do(scene => scene.Partner.Zone("a", "use1-az1")) },
        { "'us-east-1' is not the name of a zone; write its region and a letter, such as us-east-1a", ProblemKind.InvalidZone, Do(scene => scene.Partner.Zone("us-east-1", "use1-az1")) },
        { "'euw1-az1' is not the identifier of a zone of us-east-1; write one such as use1-az1", ProblemKind.InvalidZone, Do(scene => scene.Partner.Zone("us-east-1a", "euw1-az1")) },
        { "'use1-az99' is not the identifier of a zone of us-east-1; write one such as use1-az1", ProblemKind.InvalidZone, Do(scene => scene.Partner.Zone("us-east-1a", "use1-az99")) },
        { "us-east-1a means use1-az2 in account 'partner' already; a name means one zone", ProblemKind.ZoneMeaning, Do(scene => scene.Partner.Zone("us-east-1a", "use1-az2").Zone("us-east-1a", "use1-az3")) },
        { "use1-az2 is us-east-1a in account 'partner' already; a zone has one name in an account", ProblemKind.ZoneMeaning, Do(scene => scene.Partner.Zone("us-east-1a", "use1-az2").Zone("us-east-1b", "use1-az2")) },
        { "a zone of account 'partner' is compared with one of another account before it is said what it means; call Zone(…) first", ProblemKind.ZoneMeaning, Do(scene => { Endpoint(scene, scene.Tools); scene.Partner.Zone("us-east-1a", "use1-az2"); }) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_names_no_zone_is_told(string text, ProblemKind kind, Action<object> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        var scene = new Scene();
        add(scene);
        var problem = Assert.Single(scene.Network.Build().Problems);
        Assert.Equal((kind, text), (problem.Kind, problem.Text));
    }

    [Fact]
    [Trait("Rule", "R-6.20")]
    public void An_endpoint_is_offered_a_service_in_common_zones_whatever_they_are_called()
    {
        Assert.Equal(
            "endpoint service 'svc' is not offered in us-east-1a (use1-az2): none of its load balancers has a node there; choose a subnet in us-east-1a of account 'default'",
            Problems(scene =>
            {
                scene.Partner.Zone("us-east-1a", "use1-az2").Zone("us-east-1b", "use1-az1");
                Endpoint(scene, scene.Tools);
            }).First());
        Assert.Empty(Problems(scene =>
        {
            scene.Partner.Zone("us-east-1a", "use1-az2").Zone("us-east-1b", "use1-az1");
            Endpoint(scene, scene.Shared.Subnet("other", "10.1.1.0/24", "b"));
        }));
    }

    /// <summary>An endpoint of the partner's, to a service that the default account offers in us-east-1a.</summary>
    static void Endpoint(Scene scene, SubnetBuilder subnet)
    {
        var balancer = scene.Shop.NetworkLoadBalancer("lb").Internal().Subnet(scene.Edge);
        scene.Shared.InterfaceEndpoint("api", scene.Shop.EndpointService("svc", balancer).Permit(scene.Partner)).Subnet(subnet);
    }

    static Action<object> Do(Action<Scene> add) => scene => add((Scene)scene);

    static IEnumerable<string> Problems(Action<Scene> add)
    {
        var scene = new Scene();
        add(scene);
        return scene.Network.Build().Problems.Select(problem => problem.Text);
    }
}

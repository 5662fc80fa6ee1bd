using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Tests.Authoring;

/// <summary>Shared subnets: who may have what in them (interconnect, section 3).</summary>
public class SharingTests
{
    [Fact]
    [Trait("Rule", "I-3 permissions")]
    public void A_participant_has_its_own_hosts_and_groups_in_the_owners_network()
    {
        var topology = Scene.Takes(scene =>
        {
            var shared = scene.Edge.ShareWith(scene.Partner).As(scene.Partner);
            var own = shared.SecurityGroup("team").Ingress(Tcp(443), from: scene.Web);
            shared.Instance("app", own);
            shared.Interface("spare", own);
            scene.Web.Ingress(Tcp(80), from: own);
            scene.Edge.Instance("web", scene.Web);
        });
        var partner = new ElementId(ElementKind.Account, "partner");
        Assert.Equal([partner, partner, null], topology.NetworkInterfaces.Select(each => each.Participant));
        Assert.Equal(partner, topology.SecurityGroups.Single(group => group.Name == "team").Participant);
        Assert.Equal([partner], topology.Subnets[0].Participants);
        Assert.Equal(new ElementId(ElementKind.Vpc, "us-east-1/shop"), topology.SecurityGroups.Single(group => group.Name == "team").Vpc);
    }

    [Fact]
    [Trait("Rule", "I-3 groups")]
    public void A_group_of_the_owner_is_used_once_it_is_shared() => Assert.Empty(Problems(scene =>
    {
        var shared = scene.Edge.ShareWith(scene.Partner).As(scene.Partner);
        scene.Web.ShareWith(scene.Partner);
        shared.Instance("app", scene.Web);
    }));

    public static TheoryData<string, Action<object>> Refused => new()
    {
        { "account 'default' owns subnet 'edge' already; share it with another", Do(scene => scene.Edge.ShareWith(scene.Network.DefaultAccount)) },
        { "subnet 'edge' is not shared with account 'partner'; share it before, with ShareWith(…)", Do(scene => scene.Edge.As(scene.Partner)) },
        { "account 'default' owns subnet 'edge'; declare what it has on the subnet itself", Do(scene => scene.Edge.As(scene.Network.DefaultAccount)) },
        { "security group 'web' is of account 'default' and not shared with 'partner'; share it with ShareWith(…), or use a group of its own", Do(scene => Shared(scene).Instance("app", scene.Web)) },
        { "a participant never uses the default group of a shared VPC; give 'partner' a group of its own, with As(partner).SecurityGroup(…)", Do(scene => Shared(scene).Instance("app", scene.Shop.DefaultSecurityGroup)) },
        { "security group 'team' is of participant 'partner', and nobody else can use it; 'default' may reference it in rules of its own groups", Do(scene => scene.Edge.Instance("web", Shared(scene).SecurityGroup("team"))) },
        { "security group 'team' is of participant 'partner', and nobody else can use it; 'other' may reference it in rules of its own groups", Do(scene => { var other = scene.Network.Account("other", "333333333333"); scene.Edge.ShareWith(other).As(other).Instance("app", Shared(scene).SecurityGroup("team")); }) },
        { "the default group of VPC 'shop' cannot be shared; declare one for it", Do(scene => { Shared(scene); scene.Shop.DefaultSecurityGroup.ShareWith(scene.Partner); }) },
        { "security group 'team' is of participant 'partner', and only the owner of the VPC shares groups", Do(scene => { var team = Shared(scene).SecurityGroup("team"); team.ShareWith(scene.Partner); }) },
        { "no subnet of VPC 'shop' is shared with account 'partner'; share one before, with ShareWith(…)", Do(scene => scene.Web.ShareWith(scene.Partner)) },
        { "instance 'app' is of account 'partner', and subnet 'more' is not shared with it; share it before, with ShareWith(…)", Do(scene => { var team = Shared(scene).SecurityGroup("team"); scene.Edge.As(scene.Partner).Instance("app", team).Interface("eth1", scene.Shop.Subnet("more", "10.0.3.0/24", "a"), team); }) },
        { "a participant never uses the default group of a shared VPC; give the interface a group of account 'partner'", Do(scene => { var team = Shared(scene).SecurityGroup("team"); scene.Edge.As(scene.Partner).Instance("app", team).Interface("eth1", scene.Edge); }) },
    };

    [Theory]
    [Trait("Rule", "I-3 permissions")]
    [Trait("Rule", "I-3 groups")]
    [MemberData(nameof(Refused))]
    public void What_the_vendor_refuses_is_told(string text, Action<object> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        Assert.Equal([text], Problems(scene => add(scene)));
    }

    [Fact]
    public void The_talk_of_2018_shares_no_groups() => Assert.StartsWith(
        "sharing security group 'web' with account 'partner' is not allowed where GroupsSharedWithParticipants is off",
        Assert.Single(Problems(scene =>
        {
            scene.Network.Profile(SemanticsProfile.Talk2018);
            Shared(scene);
            scene.Web.ShareWith(scene.Partner);
        })),
        StringComparison.Ordinal);

    static SharedSubnetBuilder Shared(Scene scene) => scene.Edge.ShareWith(scene.Partner).As(scene.Partner);

    static Action<object> Do(Action<Scene> add) => scene => add((Scene)scene);

    static IEnumerable<string> Problems(Action<Scene> add)
    {
        var scene = new Scene();
        add(scene);
        return scene.Network.Build().Problems.Select(problem => problem.Text);
    }
}

using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

/// <summary>The rules of the vendor that a network is judged by.</summary>
public class ProfileTests
{
    [Fact]
    public void A_network_is_judged_by_the_rules_of_today_unless_it_says_otherwise()
    {
        Assert.Equal(SemanticsProfile.Current, Takes(_ => { }).Profile);
        Assert.Equal("Current", SemanticsProfile.Current.ToString());
        Assert.Equal(SemanticsProfile.Talk2018, Takes(scene => scene.Network.Profile(SemanticsProfile.Talk2018)).Profile);
        Assert.Equal("Talk2018", SemanticsProfile.Talk2018.ToString());
    }

    [Fact]
    public void Each_rule_can_be_set_alone()
    {
        var profile = SemanticsProfile.Talk2018 with { ApplianceMode = true };
        Assert.Equal(profile, Takes(scene => scene.Network.Profile(profile)).Profile);
        Assert.Equal("Custom", profile.ToString());
        Assert.Equal(SemanticsProfile.Talk2018, profile with { ApplianceMode = false });
        Assert.Equal(50, profile.Quotas.StaticRoutesPerRouteTable);
    }

    [Fact]
    public void A_network_has_one_profile_and_null_is_none()
    {
        Refuses(scene => scene.Network.Profile(SemanticsProfile.Current).Profile(SemanticsProfile.Talk2018), ProblemKind.Conflict, "the profile of the network is said already; a network is judged by one", other: _ => Here());
        Refuses(scene => scene.Network.Profile(null!), ProblemKind.InvalidData, "null is not a profile; write one such as SemanticsProfile.Talk2018");
    }

    [Fact]
    public void What_a_profile_lacks_is_a_problem_even_where_the_profile_is_said_later()
    {
        const string Text = "route 10.0.1.0/28 inside VPC 'shop' is not allowed where RoutesMoreSpecificThanLocal is off, as in the profile Talk2018 of this network; leave it out, or set RoutesMoreSpecificThanLocal";
        Refuses(scene => { scene.Shop.MainRouteTable.Route("10.0.1.0/28", scene.Edge.NatGateway("nat")); scene.Network.Profile(SemanticsProfile.Talk2018); }, ProblemKind.NotInProfile, Text, other: _ => Here());
        Refuses(scene => { scene.Network.Profile(SemanticsProfile.Talk2018); scene.Shop.MainRouteTable.Route("10.0.1.0/28", scene.Edge.NatGateway("nat")); }, ProblemKind.NotInProfile, Text, other: _ => Here());
        Takes(scene => { scene.Network.Profile(SemanticsProfile.Talk2018 with { RoutesMoreSpecificThanLocal = true }); scene.Shop.MainRouteTable.Route("10.0.1.0/28", scene.Edge.NatGateway("nat")); });
    }
}

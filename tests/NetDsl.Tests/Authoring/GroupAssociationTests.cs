using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

/// <summary>Groups of several VPCs: who may associate what, and with what (foundation, R-4.6).</summary>
[Trait("Rule", "R-4.6")]
public class GroupAssociationTests
{
    [Fact]
    public void An_interface_of_an_associated_vpc_has_the_group()
    {
        var topology = Scene.Takes(scene =>
        {
            var staging = scene.Virginia.Vpc("staging", "10.9.0.0/16");
            scene.Web.AssociateWith(staging).AssociateWith(staging).AssociateWith(scene.Shop);
            staging.Subnet("app", "10.9.0.0/24", "a").Instance("app", scene.Web);
        });

        var web = topology.SecurityGroups.Single(group => group.Name == "web");
        Assert.Equal([new ElementId(ElementKind.Vpc, "us-east-1/staging")], web.AssociatedVpcs);
        Assert.Equal([web.Id], topology.NetworkInterfaces.Single().SecurityGroups);
    }

    [Fact]
    public void A_participant_associates_its_group_with_the_shared_vpc() => Assert.Empty(Problems(scene =>
    {
        var own = scene.Shared.SecurityGroup("own");
        var shared = scene.Edge.ShareWith(scene.Partner).As(scene.Partner);
        shared.Instance("app", own.AssociateWith(scene.Shop));
    }));

    [Fact]
    public void What_the_vendor_refuses_is_told()
    {
        Assert.Equal(
            ["the default group of VPC 'shop' is of no other VPC; declare a group to associate"],
            Problems(scene => scene.Shop.DefaultSecurityGroup.AssociateWith(scene.Virginia.Vpc("staging", "10.9.0.0/16"))));
        Assert.Equal(
            ["VPC 'archive' is in us-west-2, security group 'web' in us-east-1; a group is associated with VPCs of its own region"],
            Problems(scene => scene.Web.AssociateWith(scene.Archive)));
        Assert.Equal(
            ["VPC 'shared' is of account 'partner', security group 'web' of 'default', with which no subnet of the VPC is shared; share one before, or declare a group there"],
            Problems(scene => scene.Web.AssociateWith(scene.Shared)));
        Assert.StartsWith(
            "associating security group 'web' with VPC 'staging' is not allowed where GroupsInSeveralVpcs is off",
            Assert.Single(Problems(scene =>
            {
                scene.Network.Profile(SemanticsProfile.Talk2018);
                scene.Web.AssociateWith(scene.Virginia.Vpc("staging", "10.9.0.0/16"));
            })),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_group_of_another_account_is_not_had_by_associating_it() => Assert.Equal(
        ["security group 'own' is of account 'partner' and not shared with 'default'; share it with ShareWith(…), or use a group of its own"],
        Problems(scene =>
        {
            scene.Edge.ShareWith(scene.Partner);
            scene.Edge.Instance("app", scene.Shared.SecurityGroup("own").AssociateWith(scene.Shop));
        }));

    static IEnumerable<string> Problems(Action<Scene> add)
    {
        var scene = new Scene();
        add(scene);
        return scene.Network.Build().Problems.Select(problem => problem.Text);
    }
}

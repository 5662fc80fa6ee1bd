using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

/// <summary>What becomes of a request for a peering connection.</summary>
public class PeeringLifecycleTests
{
    [Fact]
    [Trait("Rule", "I-1 handshake")]
    public void Request_is_accepted_rejected_or_expires()
    {
        var topology = Takes(scene =>
        {
            Link(scene, "b").AcceptedBy(scene.Partner).AcceptedBy(scene.Partner);
            Link(scene, "c").RejectedBy(scene.Partner);
            Link(scene, "d").Expired();
            Link(scene, "e").DeletedBy(scene.Network.DefaultAccount);
            Link(scene, "f").AcceptedBy(scene.Partner).DeletedBy(scene.Partner);
        });

        Assert.Equal(
            [PeeringStatus.Active, PeeringStatus.Rejected, PeeringStatus.Expired, PeeringStatus.Deleted, PeeringStatus.Deleted],
            topology.Peerings.Select(peering => peering.Status));
        Assert.Equal([true, false, false, false, false], topology.Peerings.Select(peering => peering.IsActive));
    }

    [Fact]
    public void Request_between_overlapping_vpcs_fails_also_when_a_secondary_block_comes_later()
    {
        var topology = Takes(scene =>
        {
            scene.Network.Peer("link", scene.Shop, scene.Archive).AcceptedBy(scene.Network.DefaultAccount);
            scene.Archive.SecondaryCidr("10.0.8.0/21");
        });

        Assert.Equal(PeeringStatus.Failed, topology.Peerings[0].Status);
    }

    [Fact]
    [Trait("Rule", "I-1 handshake")]
    public void What_is_active_is_not_rejected_and_does_not_expire()
    {
        Refuses(scene => scene.Network.Peer("link", scene.Shop, scene.Shared).AcceptedBy(scene.Partner).RejectedBy(scene.Partner), ProblemKind.NotInThisState, "peering 'link' is active and cannot be rejected any more; take one of the two calls away");
        Refuses(scene => scene.Network.Peer("link", scene.Shop, scene.Shared).AcceptedBy(scene.Partner).Expired(), ProblemKind.NotInThisState, "peering 'link' is active and cannot be expired any more; take one of the two calls away");
        Refuses(scene => scene.Network.Peer("link", scene.Shop, scene.Shared).RejectedBy(scene.Partner).AcceptedBy(scene.Partner), ProblemKind.NotInThisState, "peering 'link' is rejected and cannot be accepted any more; take one of the two calls away");
    }

    [Fact]
    [Trait("Rule", "I-1 handshake")]
    public void Owners_reject_and_delete()
    {
        Refuses(scene => scene.Network.Peer("link", scene.Shop, scene.Shared).RejectedBy(scene.Network.DefaultAccount), ProblemKind.NotForThisAccount, "account 'default' cannot reject peering 'link': the accepter VPC 'shared' is owned by 'partner'", other: scene => scene.Shared.Origin);
        Refuses(scene => scene.Network.Peer("link", scene.Shop, scene.Shared).DeletedBy(scene.Partner), ProblemKind.NotForThisAccount, "account 'partner' cannot delete peering 'link', which is not accepted; the owner of VPC 'shop' can");
        Refuses(scene => scene.Network.Peer("link", scene.Shop, scene.Shared).Expired().DeletedBy(scene.Partner), ProblemKind.NotInThisState, "peering 'link' is expired and cannot be deleted; take this call away");
    }

    [Fact]
    public void After_a_request_that_came_to_nothing_the_pair_may_be_peered_again() =>
        Takes(scene =>
        {
            scene.Network.Peer("first", scene.Shop, scene.Shared).RejectedBy(scene.Partner);
            scene.Network.Peer("second", scene.Shared, scene.Shop).AcceptedBy(scene.Network.DefaultAccount);
        });

    [Fact]
    public void Dns_option_is_one_of_each_side()
    {
        var none = Takes(scene => scene.Network.Peer("link", scene.Shop, scene.Shared).AcceptedBy(scene.Partner)).Peerings[0];
        var topology = Takes(scene => scene.Network.Peer("link", scene.Shop, scene.Shared).AcceptedBy(scene.Partner).AllowDnsResolution(scene.Shared));
        var (peering, shop, shared) = (topology.Peerings[0], topology.Vpcs[0].Id, topology.Vpcs[1].Id);

        Assert.Equal((false, false), (none.RequesterDnsResolution, none.AccepterDnsResolution));
        Assert.Equal((false, true), (peering.RequesterDnsResolution, peering.AccepterDnsResolution));
        Assert.Equal((false, true, false), (peering.AllowsDnsResolution(shop), peering.AllowsDnsResolution(shared), peering.AllowsDnsResolution(topology.Vpcs[2].Id)));
    }

    [Fact]
    public void Dns_option_is_set_once_the_connection_is_active()
    {
        Refuses(scene => scene.Network.Peer("link", scene.Shop, scene.Shared).AllowDnsResolution(scene.Shop), ProblemKind.NotInThisState, "peering 'link' is not accepted; the vendor takes the DNS option of an active connection only, accept it before with AcceptedBy");
        Refuses(scene => scene.Network.Peer("link", scene.Shop, scene.Shared).AcceptedBy(scene.Partner).AllowDnsResolution(scene.Archive), ProblemKind.NotOfThePeering, "peering 'link' joins VPCs 'shop' and 'shared', not 'archive'; name one of the two");
    }

    static PeeringBuilder Link(Scene scene, string name) =>
        scene.Network.Peer(name, scene.Shop, scene.Virginia.Vpc(name, $"10.{(int)name[0]}.0.0/16", scene.Partner));
}

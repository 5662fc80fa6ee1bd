using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <summary>What the profile of a network decides, under both of the rules that it can have.</summary>
public abstract partial class SemanticsVectors
{
    [Fact]
    [Trait("Rule", "R-4.5")]
    public void R_4_5_At_the_time_of_the_talk_no_reference_matched_over_a_transit_gateway()
    {
        var it = new ReferenceNetwork();
        it.Transit(referencing: true);
        it.ServerGroup.Ingress(Tcp(443), from: it.ClientGroup);
        AssertReachable(Ask(it.Network, it.Client, it.Server, Tcp(443)));

        it.Network.Profile(SemanticsProfile.Talk2018);
        AssertForwardBlocked(ServerDenies, Ask(it.Network, it.Client, it.Server, Tcp(443)));
    }

    [Theory]
    [Trait("Rule", "R-4.4")]
    [InlineData(GroupReferencesOverPeering.SameRegion)]
    [InlineData(GroupReferencesOverPeering.Never)]
    public void R_4_4_A_profile_may_say_that_references_never_match_over_a_peering(GroupReferencesOverPeering rule)
    {
        var it = new ReferenceNetwork();
        it.Peer();
        it.ServerGroup.Ingress(Tcp(443), from: it.ClientGroup);
        it.Network.Profile(SemanticsProfile.Talk2018 with { GroupReferencesOverPeering = rule });

        var trace = Ask(it.Network, it.Client, it.Server, Tcp(443));

        if (rule == GroupReferencesOverPeering.Never)
        {
            AssertForwardBlocked(ServerDenies, trace);
        }
        else
        {
            AssertReachable(trace);
        }
    }
}

using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A participant shares its own group.</summary>
[Topology]
public static partial class GroupOfAParticipantShared
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var partner = network.Account("partner", "222222222222");
        var audit = network.Account("audit", "333333333333");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").ShareWith(partner).ShareWith(audit);
        var group = web.As(partner).SecurityGroup("web");
        group.ShareWith(audit); // ND3066 at `audit`: Security group 'web' is of participant 'partner', and only the owner of the VPC shares groups.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class GroupOfAParticipantSharedRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var partner = network.Account("partner", "222222222222");
        var audit = network.Account("audit", "333333333333");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a").ShareWith(partner).ShareWith(audit);
        var group = web.As(partner).SecurityGroup("web");
    }
}

using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>Blocking of public access .</summary>
sealed partial class Walk
{
    /// <summary>Whether the last translator was a NAT gateway.</summary>
    bool fromNatGateway;

    bool IsBlocked(Subnet subnet, bool natGateway)
    {
        var vpc = topology.Vpc(subnet.Vpc);
        var exclusion = subnet.PublicAccessExclusion ?? vpc.PublicAccessExclusion;
        switch (topology.Regions.First(region => region.Id == vpc.Region).BlockPublicAccess)
        {
            case BlockPublicAccessMode.Bidirectional when exclusion is null:
                return true;
            case BlockPublicAccessMode.Bidirectional:
            case BlockPublicAccessMode.Ingress:
                return exclusion != PublicAccessExclusion.AllowBidirectional && !natGateway;
            default:
                return false;
        }
    }
}

using NetDsl.Model;

namespace NetDsl;

/// <content>Exclusion from the blocking of public access.</content>
public sealed partial class SubnetBuilder
{
    private PublicAccessExclusion? publicAccessExclusion;

    /// <summary>Lets the subnet do something although its region blocks public access. Source: "Block public access to VPCs and subnets", Amazon VPC User Guide.</summary>
    /// <param name="exclusion">Everything, or only what NAT gateways and egress-only internet gateways carry.</param>
    public SubnetBuilder ExcludeFromPublicAccessBlock(PublicAccessExclusion exclusion)
    {
        publicAccessExclusion = exclusion;
        return this;
    }
}

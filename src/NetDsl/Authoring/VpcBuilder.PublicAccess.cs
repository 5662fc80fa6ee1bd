using NetDsl.Model;

namespace NetDsl;

/// <content>Exclusion from the blocking of public access.</content>
public sealed partial class VpcBuilder
{
    private PublicAccessExclusion? publicAccessExclusion;

    /// <summary>Lets the VPC do something although its region blocks public access. Source: "Block public access to VPCs and subnets", Amazon VPC User Guide.</summary>
    /// <param name="exclusion">Everything, or only what NAT gateways and egress-only internet gateways carry.</param>
    public VpcBuilder ExcludeFromPublicAccessBlock(PublicAccessExclusion exclusion)
    {
        publicAccessExclusion = exclusion;
        return this;
    }
}

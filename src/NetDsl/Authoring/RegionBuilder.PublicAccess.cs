using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Blocking of public access.</content>
public sealed partial class RegionBuilder
{
    private Sourced<BlockPublicAccessMode>? blockPublicAccess;

    internal BlockPublicAccessMode PublicAccessMode => blockPublicAccess?.Value ?? BlockPublicAccessMode.Off;

    /// <summary>
    /// Blocks what goes between the VPCs of the region and the internet, whatever their routes, groups and ACLs say. A VPC or subnet is
    /// excluded by <c>ExcludeFromPublicAccessBlock</c>. Source: "BlockPublicAccessStates", Amazon EC2 API Reference.
    /// </summary>
    /// <param name="mode">Everything, or everything but what NAT gateways and egress-only internet gateways carry.</param>
    public RegionBuilder BlockPublicAccess(
        BlockPublicAccessMode mode, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (blockPublicAccess is { } first)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"region {Name} says already what it blocks; it has one setting",
                call.Origin,
                first.Origin);
            return this;
        }

        Network.Semantics.Need(
            profile => profile.BlockPublicAccess, nameof(SemanticsProfile.BlockPublicAccess), "the blocking of public access", call.Origin);
        blockPublicAccess = new Sourced<BlockPublicAccessMode>(mode, call.Origin);
        return this;
    }
}

using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Where a region blocks public access (R-2.8).</content>
internal sealed partial class PathWalk
{
    // Whether the source is the address of a NAT gateway, which lets connections out only.
    private bool isFromNatGateway;

    private Graph.DropEnd PublicAccessIsBlocked(Element gateway, Subnet subnet) => Drop(
        gateway,
        DropCode.BpaBlocked,
        $"region '{index.Vpc(subnet).Region.Name}' blocks public access of {(subnet.Id.Kind == ElementKind.Subnet ? $"subnet '{subnet.Name}'" : $"VPC '{index.Vpc(subnet).Name}'")}; exclude it with ExcludeFromPublicAccessBlock");
}

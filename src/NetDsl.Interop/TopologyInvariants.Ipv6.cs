
namespace NetDsl.Interop;

/// <content>What holds of IPv6.</content>
internal sealed partial class TopologyInvariants
{
    private void RequireIpv6()
    {
        Each("vpcs", topology.Vpcs, (path, vpc) => Each(
            $"{path}.unadvertisedIpv6Blocks",
            vpc.UnadvertisedIpv6Blocks,
            (inner, block) => Hold(inner, vpc.Ipv6Blocks.Any(own => own.Value == block), $"{block} is no IPv6 block of the VPC")));
        Each("subnets", topology.Subnets, (path, subnet) => Hold(
            $"{path}.ipv6Prefix",
            !subnet.IsIpv6Only || subnet.Ipv6Prefix?.Value == subnet.Prefix.Value,
            $"{subnet.Prefix} is an IPv6 prefix, and so has to be here too"));
        Each("egressOnlyInternetGateways", topology.EgressOnlyInternetGateways, (path, gateway) =>
        {
            Find($"{path}.vpc", gateway.Vpc);
            Hold(
                $"{path}.vpc",
                topology.EgressOnlyInternetGateways.Count(other => other.Vpc == gateway.Vpc) == 1,
                $"VPC '{gateway.Vpc}' has another egress-only internet gateway");
        });
    }
}

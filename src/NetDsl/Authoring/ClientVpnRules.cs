using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// What the vendor refuses of the addresses of Client VPN endpoints, whatever was written first. Source: "Rules and best practices for using AWS Client VPN".
/// </summary>
internal static class ClientVpnRules
{
    /// <summary>Addresses of clients that something at the gateway has too: a block of its own, an attached VPC, other clients.</summary>
    public static IEnumerable<Problem> Problems(TransitGatewayBuilder gateway)
    {
        var others = gateway.CidrBlocks.Select(block => (Taken: block, Of: $"transit gateway '{gateway.Name}'"))
            .Concat(gateway.AttachmentSubnets
                .Select(subnet => subnet.Vpc)
                .Distinct()
                .SelectMany(vpc => vpc.Blocks.Select(block => (Taken: new Sourced<IpPrefix>(block.Value, block.Origin), Of: $"VPC '{vpc.Name}', which is attached"))))
            .ToList();
        foreach (var endpoint in TopologyAssembly.Present(gateway.ClientVpns))
        {
            if (endpoint.ClientPrefix is not { } prefix)
            {
                continue;
            }

            foreach (var (taken, of) in others.Where(other => other.Taken.Value.Overlaps(prefix.Value)))
            {
                yield return Overlap(endpoint, prefix, taken, of);
            }

            others.Add((new Sourced<IpPrefix>(prefix.Value, prefix.Origin), $"the clients of Client VPN endpoint '{endpoint.Name}'"));
        }
    }

    /// <summary>Addresses of clients that their VPC has too, or that a route of the endpoint leads to, other than one for everything.</summary>
    public static IEnumerable<Problem> Problems(ClientVpnBuilder endpoint)
    {
        if (endpoint.ClientPrefix is not { } prefix)
        {
            return [];
        }

        var blocks = endpoint.Vpc is { } vpc
            ? vpc.Blocks.Select(block => (Taken: new Sourced<IpPrefix>(block.Value, block.Origin), Of: $"VPC '{vpc.Name}', whose clients they are"))
            : [];
        return blocks
            .Concat(endpoint.Destinations.Where(route => route.Value.Length > 0).Select(route => (Taken: route, Of: "a route of the endpoint")))
            .Where(other => other.Taken.Value.Overlaps(prefix.Value))
            .Select(other => Overlap(endpoint, prefix, other.Taken, other.Of));
    }

    private static Problem Overlap(ClientVpnBuilder endpoint, Sourced<Ipv4Prefix> prefix, Sourced<IpPrefix> taken, string of) => new(
        ProblemKind.ClientPrefixOverlaps, $"{prefix} of the clients of Client VPN endpoint '{endpoint.Name}' overlaps {taken} of {of}; choose another prefix", prefix.Origin)
    {
        Other = taken.Origin,
    };
}

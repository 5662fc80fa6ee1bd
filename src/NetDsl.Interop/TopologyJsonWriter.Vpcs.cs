using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>VPCs, subnets and their route tables.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteVpc(Vpc vpc)
    {
        Reference("region", vpc.Region);
        Reference("account", vpc.Account);
        Objects("blocks", vpc.Blocks, WriteSourced);
        Reference("mainRouteTable", vpc.MainRouteTable);
        Reference("defaultNetworkAcl", vpc.DefaultNetworkAcl);
        Reference("defaultSecurityGroup", vpc.DefaultSecurityGroup);
        WritePublicAccess(vpc.PublicAccessExclusion);
        if (!vpc.DnsSupport)
        {
            json.WriteBoolean("dnsSupport", false);
        }

        OptionalFlag("dnsHostnames", vpc.DnsHostnames);

        if (vpc.Ipv6Blocks.Count > 0)
        {
            Objects("ipv6Blocks", vpc.Ipv6Blocks, WriteSourced);
        }

        if (vpc.UnadvertisedIpv6Blocks.Count > 0)
        {
            Texts("unadvertisedIpv6Blocks", vpc.UnadvertisedIpv6Blocks);
        }

        WriteTags(vpc);
    }

    private void WriteSubnet(Subnet subnet)
    {
        Reference("vpc", subnet.Vpc);
        Sourced("prefix", subnet.Prefix);
        Sourced("zone", subnet.Zone);
        Reference("routeTable", subnet.RouteTable);
        Reference("networkAcl", subnet.NetworkAcl);
        WritePublicAccess(subnet.PublicAccessExclusion);
        if (subnet.NeedsInternet is { } place)
        {
            // Written also when it is nowhere: the declaration itself is what counts.
            json.WriteString("needsInternet", PlaceText(place));
        }

        if (subnet.Ipv6Prefix is { } prefix)
        {
            Sourced("ipv6Prefix", prefix);
        }

        if (subnet.Dns64)
        {
            json.WriteBoolean("dns64", true);
        }

        WriteSharing(subnet);
        WriteTags(subnet);
    }

    private void WriteRouteTable(RouteTable table)
    {
        Reference("vpc", table.Vpc);
        Objects("routes", table.Routes, route =>
        {
            Place(route.Origin);
            Sourced("destination", route.Destination);
            Sourced("target", new Sourced<string>(IdText.WriteWithKind(route.Target.Value), route.Target.Origin));
            Reference("prefixList", route.PrefixList);
        });
        OptionalObjects("propagations", table.Propagations, WriteSourced);
        OptionalObjects("routeServers", table.RouteServers, WriteSourced);
    }
}

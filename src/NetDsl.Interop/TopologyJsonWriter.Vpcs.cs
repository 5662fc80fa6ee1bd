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

        WriteSharing(subnet);
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
    }
}

using NetDsl;
using static NetDsl.Traffic;

/// <summary>
/// The branches of a company reach its VPCs through a pair of SD-WAN appliances, which speak GRE and BGP with a transit gateway: the example
/// "Connect attachments" of the transit gateway guide, with an appliance in each of two zones.
/// </summary>
[Topology]
public static partial class SdWan
{
    const string Tunnels = "10.255.0.0/24";
    const string Branches = "192.168.0.0/16";

    static readonly string[] Zones = ["a", "b"];

    static void Define(NetworkBuilder network)
    {
        var region = network.Region("eu-west-1");
        var hub = region.TransitGateway("hub", defaultRouteTable: false).CidrBlock(Tunnels);
        var forVpcs = hub.RouteTable("vpcs");
        var forBranches = hub.RouteTable("branches");

        var branches = network.Site("branches", 65010).Prefix(Branches);
        branches.Host("till", "192.168.7.10");
        branches.Host("printer", "192.168.8.20");

        var connect = AddAppliances(region, hub, branches);
        forVpcs.Propagate(connect);
        forBranches.Associate(connect);

        (string Name, int Block, int Port)[] applications = [("orders", 1, 443), ("files", 2, 445)];
        foreach (var (name, block, port) in applications)
        {
            var attachment = AddApplication(region, hub, name, block, port);
            forVpcs.Associate(attachment);
            forBranches.Propagate(attachment);
        }
    }

    /// <summary>Both appliances advertise all branches with one AS path, so that the flows spread over them.</summary>
    static TransitGatewayConnectAttachmentBuilder AddAppliances(RegionBuilder region, TransitGatewayBuilder hub, SiteBuilder branches)
    {
        var vpc = region.Vpc("edge", "10.100.0.0/16");
        vpc.MainRouteTable.Route(Tunnels, hub);
        var gre = vpc.SecurityGroup("gre").Ingress(IpProtocol(47), from: Tunnels);
        var transport = hub.Attach("edge", [.. Zones.Select((zone, index) => vpc.Subnet($"landing-{zone}", $"10.100.{16 + index}.0/28", zone))]);
        var connect = hub.AttachConnect("sd-wan", transport);
        foreach (var (index, zone) in Zones.Index())
        {
            var subnet = vpc.Subnet($"appliances-{zone}", $"10.100.{index}.0/24", zone);
            var appliance = subnet.Instance($"appliance-{zone}", gre).ForwardsTraffic();
            connect.Peer($"appliance-{zone}", branches, appliance, insideCidr: $"169.254.10.{8 * index}/29", asn: 65001);
        }

        return connect;
    }

    static TransitGatewayVpcAttachmentBuilder AddApplication(RegionBuilder region, TransitGatewayBuilder hub, string name, int block, int port)
    {
        var vpc = region.Vpc(name, $"10.{block}.0.0/16");
        vpc.MainRouteTable.Route(Branches, hub);
        var servers = vpc.SecurityGroup("servers").Ingress(Tcp(port), from: Branches).Ingress(Tcp(port), from: "10.0.0.0/8");
        var subnets = new List<SubnetBuilder>();
        foreach (var (index, zone) in Zones.Index())
        {
            var subnet = vpc.Subnet($"servers-{zone}", $"10.{block}.{index}.0/24", zone);
            subnet.Instance($"{name}-{zone}", servers);
            subnets.Add(subnet);
        }

        return hub.Attach(name, subnets);
    }

    /// <summary>Attaches a VPC by one subnet in each zone.</summary>
    static TransitGatewayVpcAttachmentBuilder Attach(this TransitGatewayBuilder hub, string name, List<SubnetBuilder> subnets)
    {
        var attachment = hub.Attach(name, subnets[0]);
        foreach (var subnet in subnets.Skip(1))
        {
            attachment.Subnet(subnet);
        }

        return attachment;
    }
}

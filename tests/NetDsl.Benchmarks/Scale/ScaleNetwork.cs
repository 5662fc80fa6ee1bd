using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Benchmarks.Scale;

/// <summary>Networks whose size is chosen: as many VPCs, hosts and routes as are asked for, on one transit gateway.</summary>
internal static class ScaleNetwork
{
    private const uint FirstAddress = 10u << 24;
    private const uint AddressesOfVpc = 2048;
    private const uint AddressesOfSubnet = 256;
    private const uint FirstRoute = (172u << 24) | (16u << 16);

    private static readonly string[] Zones = ["a", "b"];

    /// <summary>VPCs of two subnets, each of which reaches all others; half of the hosts of a VPC in each subnet.</summary>
    /// <param name="vpcs">How many.</param>
    /// <param name="hosts">How many hosts a VPC has.</param>
    public static Topology OfVpcs(int vpcs, int hosts)
    {
        var network = new NetworkBuilder("Scale");
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        for (var number = 0; number < vpcs; number++)
        {
            var first = FirstAddress + ((uint)number * AddressesOfVpc);
            var vpc = region.Vpc($"vpc-{number}", $"{new Ipv4Address(first)}/21");
            vpc.MainRouteTable.Route("10.0.0.0/8", hub);
            var group = vpc.SecurityGroup("app").Ingress(Traffic.Tcp(443), from: "10.0.0.0/8");
            TransitGatewayVpcAttachmentBuilder? attachment = null;
            foreach (var (index, zone) in Zones.Index())
            {
                var subnet = vpc.Subnet($"app-{zone}", $"{new Ipv4Address(first + ((uint)index * AddressesOfSubnet))}/24", zone);
                for (var host = index; host < hosts; host += Zones.Length)
                {
                    subnet.Instance($"host-{host}", group);
                }

                attachment = attachment is null ? hub.Attach(vpc.Name, subnet) : attachment.Subnet(subnet);
            }
        }

        return network.Build();
    }

    /// <summary>Two VPCs; the table of one has that many routes to the gateway beside those that lead to the other.</summary>
    /// <param name="routes">How many.</param>
    /// <param name="hosts">How many hosts a VPC has.</param>
    public static Topology OfRoutes(int routes, int hosts)
    {
        var network = new NetworkBuilder("Scale");
        var region = network.Region("us-east-1");
        var hub = region.TransitGateway("hub");
        for (var number = 0; number < 2; number++)
        {
            var vpc = region.Vpc($"vpc-{number}", $"10.{number}.0.0/16");
            var subnet = vpc.Subnet("app", $"10.{number}.0.0/20", "a");
            var table = subnet.RouteTable("app").Route($"10.{1 - number}.0.0/16", hub);
            for (var route = 0; number == 0 && route < routes; route++)
            {
                table.Route($"{new Ipv4Address(FirstRoute + ((uint)route * 32))}/28", hub);
            }

            var group = vpc.SecurityGroup("app").Ingress(Traffic.Tcp(443), from: "10.0.0.0/8");
            for (var host = 0; host < hosts; host++)
            {
                subnet.Instance($"host-{host}", group);
            }

            hub.Attach(vpc.Name, subnet);
        }

        return network.Build();
    }
}

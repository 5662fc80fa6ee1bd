using NetDsl;
using static NetDsl.Traffic;

/// <summary>
/// An enterprise in two regions: in each a transit gateway joins fifteen VPCs of business units, shared services, a firewall that sees
/// every flow between them, and one way out to the internet. The headquarters reaches the shared services of both regions by Direct Connect, and by VPN when that fails.
/// </summary>
[Topology]
public static partial class HybridEnterprise
{
    const string Enterprise = "10.0.0.0/8";
    const string Premises = "192.168.0.0/16";

    static readonly string[] Zones = ["a", "b"];
    static readonly string[] Units = ["orders", "billing", "reports", "search", "mobile"];
    static readonly string[] Stages = ["dev", "test", "prod"];

    static void Define(NetworkBuilder network)
    {
        // The enterprise has asked the vendor for more than 5.
        network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { VpcsPerRegion = 20 } });
        var virginia = new Hub(network.Region("us-east-1"), first: 0);
        var frankfurt = new Hub(network.Region("eu-central-1"), first: 64);
        var headquarters = new Headquarters(network);
        foreach (var hub in new[] { virginia, frankfurt })
        {
            headquarters.Join(hub.ToPremises);
            foreach (var (number, unit) in Units.Index())
            {
                foreach (var (step, stage) in Stages.Index())
                {
                    hub.AddSpoke($"{unit}-{stage}", (Stages.Length * number) + step);
                }
            }
        }
    }

    /// <summary>
    /// A region: its addresses are 10.first.0.0/10, and a VPC has a /16 of them. Whatever comes to the transit gateway goes by the
    /// table <c>arriving</c> to the firewall, and from it by the table <c>inspected</c> to where it belongs.
    /// </summary>
    sealed class Hub
    {
        const int SharedNumber = 48;
        const int EgressNumber = 49;
        const int InspectionNumber = 50;

        readonly RegionBuilder region;
        readonly int first;
        readonly TransitGatewayBuilder gateway;
        readonly TransitGatewayRouteTableBuilder arriving;
        readonly TransitGatewayRouteTableBuilder inspected;

        public Hub(RegionBuilder region, int first)
        {
            this.region = region;
            this.first = first;
            gateway = region.TransitGateway("hub", defaultRouteTable: false);
            arriving = gateway.RouteTable("arriving");
            inspected = gateway.RouteTable("inspected");
            AddInspection();
            AddEgress();
            ToPremises = AddSharedServices();
        }

        /// <summary>What joins the shared services with premises.</summary>
        public VpnGatewayBuilder ToPremises { get; }

        /// <summary>A VPC of a business unit: whatever is not its own goes to the transit gateway.</summary>
        public void AddSpoke(string name, int number)
        {
            var vpc = NewVpc(name, number);
            vpc.MainRouteTable.Route(AnyIpv4, gateway);
            var group = vpc.SecurityGroup("app").Ingress(Tcp(443), from: Enterprise);
            var subnet = vpc.Subnet("app", Prefix(number, 0), "a", each => each.NeedsInternet());
            subnet.Instance(name, group);
            Arrives(gateway.Attach(name, subnet));
        }

        /// <summary>The directory, in both zones, that everybody asks, also the headquarters.</summary>
        VpnGatewayBuilder AddSharedServices()
        {
            var vpc = NewVpc("shared", SharedNumber);
            vpc.MainRouteTable.Route(AnyIpv4, gateway);
            var directory = vpc.SecurityGroup("directory").Ingress(Tcp(636), from: Enterprise).Ingress(Tcp(636), from: Premises);
            var subnets = Zones.Index().Select(zone => vpc.Subnet($"services-{zone.Item}", Prefix(SharedNumber, zone.Index), zone.Item)).ToList();
            foreach (var (index, zone) in Zones.Index())
            {
                subnets[index].Instance($"directory-{zone}", directory);
            }

            Arrives(gateway.Attach("shared", subnets[0]).Subnet(subnets[1]));
            var toPremises = vpc.VpnGateway("to-premises");
            vpc.MainRouteTable.Propagate(toPremises);
            return toPremises;
        }

        /// <summary>A firewall in one zone, so that it sees both directions of a flow, whatever zones these come from.</summary>
        void AddInspection()
        {
            var vpc = NewVpc("inspection", InspectionNumber);
            var group = vpc.SecurityGroup("firewall").Ingress(AllTraffic, from: AnyIpv4);
            var behind = vpc.Subnet("firewall", Prefix(InspectionNumber, 0), "a");
            behind.RouteTable("firewall").Route(AnyIpv4, gateway);
            var firewall = behind.Instance("firewall", group).SourceDestinationCheck(false).ForwardsTraffic(stateful: true);
            var landing = vpc.Subnet("landing", Prefix(InspectionNumber, 16), "a");
            landing.RouteTable("landing").Route(AnyIpv4, firewall);
            var attachment = gateway.Attach("inspection", landing);
            arriving.Route(AnyIpv4, attachment);
            inspected.Associate(attachment);
        }

        /// <summary>The one way to the internet: a NAT gateway in each zone.</summary>
        void AddEgress()
        {
            var vpc = NewVpc("egress", EgressNumber);
            var internet = vpc.InternetGateway("igw");
            var front = vpc.RouteTable("front").Route(AnyIpv4, internet).Route(Enterprise, gateway);
            var landings = new List<SubnetBuilder>();
            foreach (var (index, zone) in Zones.Index())
            {
                var nat = vpc.Subnet($"front-{zone}", Prefix(EgressNumber, index), zone).Associate(front).NatGateway($"nat-{zone}");
                var landing = vpc.Subnet($"landing-{zone}", Prefix(EgressNumber, 16 + index), zone);
                landing.RouteTable($"landing-{zone}").Route(AnyIpv4, nat);
                landings.Add(landing);
            }

            var attachment = gateway.Attach("egress", landings[0]).Subnet(landings[1]);
            arriving.Associate(attachment);
            inspected.Route(AnyIpv4, attachment).Blackhole(Premises);
        }

        /// <summary>What comes over the attachment is inspected first, and what is inspected finds its VPC.</summary>
        void Arrives(TransitGatewayVpcAttachmentBuilder attachment)
        {
            arriving.Associate(attachment);
            inspected.Propagate(attachment);
        }

        VpcBuilder NewVpc(string name, int number) => region.Vpc(name, $"10.{first + number}.0.0/16");

        string Prefix(int number, int index) => $"10.{first + number}.{index}.0/24";
    }

    /// <summary>Two circuits at two locations to one Direct Connect gateway, and two devices for VPN.</summary>
    sealed class Headquarters
    {
        readonly CustomerGatewayBuilder[] devices;
        readonly DirectConnectGatewayBuilder gateway;

        public Headquarters(NetworkBuilder network)
        {
            var site = network.Site("headquarters", asn: 65010).Prefix(Premises);
            site.Host("mainframe", "192.168.1.10");
            devices = [site.CustomerGateway("edge-1"), site.CustomerGateway("edge-2")];
            gateway = network.DirectConnectGateway("circuits", asn: 64600);
            foreach (var (number, location) in new[] { "EqDC2", "EqNY5" }.Index())
            {
                site.DirectConnect($"circuit-{location}", location, network.Region("us-east-1"), gbps: 10)
                    .PrivateVirtualInterface($"private-{location}", 101 + number, gateway);
            }
        }

        /// <summary>Direct Connect carries what there is; the VPN connections tell the same prefixes and stand by.</summary>
        public void Join(VpnGatewayBuilder vpc)
        {
            gateway.Associate(vpc);
            foreach (var (number, device) in devices.Index())
            {
                vpc.VpnConnection($"{vpc.Region.Name}-{number}", device);
            }
        }
    }
}

using CsCheck;

namespace NetDsl.Tests.Authoring;

public class TopologyReferenceTests
{
    static readonly Gen<string> Names = Pick("web", "web", "db", "edge", "main", "default", "sg-x", "a/b", "", "x y");
    static readonly Gen<string> Cidrs = Pick("10.0.0.0/16", "10.0.0.0/24", "10.0.1.0/28", "10.0.1.0/28", "10.0.0.1/24", "10.0.0.0/8", "", "x");
    static readonly Gen<string> Places = Pick("a", "a", "b", "us-east-1a", "1", "");
    static readonly Gen<(int Act, int Left, int Right, string Name, string Cidr, string Place)> Steps =
        Gen.Select(Gen.Int[0, 28], Gen.Int[0, 9], Gen.Int[0, 9], Names, Cidrs, Places);

    [Fact]
    public void No_program_of_builder_calls_throws_or_leaves_an_element_that_speaks_of_one_that_is_not_there() =>
        Steps.Array[0, 60].Sample(steps =>
        {
            var program = new Program();
            foreach (var (act, left, right, name, cidr, place) in steps)
            {
                program.Do(act, left, right, name, cidr, place);
            }

            References.AssertClosed(program.Network.Build());
        });

    static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>Calls builders on whatever was built before, without asking whether that is sensible.</summary>
    sealed class Program
    {
        readonly List<AccountBuilder> accounts = [];
        readonly List<RegionBuilder> regions = [];
        readonly List<VpcBuilder> vpcs = [];
        readonly List<SubnetBuilder> subnets = [];
        readonly List<RouteTableBuilder> tables = [];
        readonly List<SecurityGroupBuilder> groups = [];
        readonly List<NetworkAclBuilder> acls = [];
        readonly List<InternetGatewayBuilder> internetGateways = [];
        readonly List<NatGatewayBuilder> natGateways = [];
        readonly List<ElasticIpBuilder> elasticIps = [];
        readonly List<InstanceBuilder> instances = [];
        readonly List<InterfaceBuilder> interfaces = [];
        readonly List<PeeringBuilder> peerings = [];
        readonly List<TransitGatewayBuilder> hubs = [];
        readonly List<TransitGatewayVpcAttachmentBuilder> attachments = [];
        readonly List<TransitGatewayRouteTableBuilder> hubTables = [];
        readonly List<LoadBalancerBuilder> balancers = [];
        readonly List<TargetGroupBuilder> targetGroups = [];
        readonly List<AcceleratorEndpointGroupBuilder> groupsOfEndpoints = [];

        public Program()
        {
            accounts.AddRange([Network.DefaultAccount, Network.Account("partner", "210987654321")]);
            regions.AddRange([Network.Region("us-east-1"), Network.Region("us-west-2"), Network.Region("nowhere")]);
            vpcs.Add(regions[0].Vpc("first", "10.0.0.0/16"));
            subnets.Add(vpcs[0].Subnet("first", "10.0.9.0/28", "a"));
            tables.Add(vpcs[0].MainRouteTable);
            groups.Add(vpcs[0].DefaultSecurityGroup);
            acls.Add(vpcs[0].DefaultNetworkAcl);
            internetGateways.Add(regions[0].InternetGateway("first"));
            natGateways.Add(subnets[0].NatGateway("first"));
            elasticIps.Add(regions[0].ElasticIp("first"));
            instances.Add(subnets[0].Instance("first"));
            interfaces.Add(instances[0].Primary);
            vpcs.Add(regions[1].Vpc("second", "10.0.0.0/16"));
            peerings.Add(Network.Peer("first", vpcs[0], vpcs[1]));
            hubs.Add(regions[0].TransitGateway("first"));
            attachments.Add(hubs[0].Attach("first", subnets[0]));
            hubTables.Add(hubs[0].RouteTable("first"));
            balancers.Add(vpcs[0].NetworkLoadBalancer("first").Subnet(subnets[0]));
            targetGroups.Add(vpcs[0].TargetGroup("first", ListenerProtocol.Tcp, 80));
            groupsOfEndpoints.Add(Network.Accelerator("first").Listener(Traffic.Tcp(80)).EndpointGroup(regions[0]));
        }

        public NetworkBuilder Network { get; } = new();

        public void Do(int act, int left, int right, string name, string cidr, string place)
        {
            switch (act)
            {
                case 0: accounts.Add(Network.Account(name, left < 5 ? $"00000000000{right}" : name)); break;
                case 1: vpcs.Add(At(regions, left).Vpc(name, cidr, At(accounts, right))); break;
                case 2: subnets.Add(At(vpcs, left).Subnet(name, cidr, place)); break;
                case 3: tables.Add(At(subnets, left).RouteTable(name)); break;
                case 4: groups.Add(At(vpcs, left).SecurityGroup(name)); break;
                case 5: acls.Add(At(vpcs, left).NetworkAcl(name)); break;
                case 6: internetGateways.Add(left < 5 ? At(regions, left).InternetGateway(name) : At(vpcs, right).InternetGateway(name)); break;
                case 7: natGateways.Add(At(subnets, left).NatGateway(name)); break;
                case 8: elasticIps.Add(At(regions, left).ElasticIp(name, right < 5 ? null : $"203.0.113.{right}")); break;
                case 9: instances.Add(At(subnets, left).Instance(name, At(groups, right))); break;
                case 10: interfaces.Add(At(instances, left).Interface(name, At(subnets, right), At(groups, left))); break;
                case 11: peerings.Add(Network.Peer(name, At(vpcs, left), At(vpcs, right))); break;
                case 12: hubs.Add(At(regions, left).TransitGateway(name, right < 5)); break;
                case 13: attachments.Add(At(hubs, left).Attach(name, At(subnets, right))); break;
                case 14: hubTables.Add(At(hubs, left).RouteTable(name)); break;
                case 15: At(tables, left).Route(cidr, Targets().ElementAt(right)); break;
                case 16: At(groups, left).Ingress(Traffic.Tcp(80), At(groups, right)).Egress(Traffic.Udp(left * 10000), cidr); break;
                case 17: At(subnets, left).Associate(At(tables, right)).Associate(At(acls, left)); break;
                case 18: At(internetGateways, left).AttachTo(At(vpcs, right)); break;
                case 19: At(natGateways, left).ElasticIp(At(elasticIps, right)).PrivateIp($"10.0.0.{right}"); break;
                case 20: At(interfaces, left).ElasticIp(At(elasticIps, right)).SecurityGroup(At(groups, left)).PublicIp(); break;
                case 21: At(hubTables, left).Associate(At(attachments, right)).Propagate(At(attachments, left)).Route(cidr, At(attachments, right)); break;
                case 22: At(attachments, left).Subnet(At(subnets, right)); At(peerings, left).AcceptedBy(At(accounts, right)); At(vpcs, left).Instance(name).PrivateIp(place); break;
                case 23: balancers.Add(At(vpcs, left).NetworkLoadBalancer(name)); targetGroups.Add(At(vpcs, right).TargetGroup(name, (ListenerProtocol)(left % 4), right * 10, (TargetKind)(left % 2))); break;
                case 24: At(balancers, left).Subnet(At(subnets, right), right < 3 ? At(elasticIps, left) : null).SecurityGroup(At(groups, right)).Listener((ListenerProtocol)(left % 4), right, At(targetGroups, left)); break;
                case 25: At(targetGroups, left).Target(At(instances, right)).Target($"10.0.0.{right}").Unhealthy(At(instances, left)).Targets(At(vpcs, left).AutoScalingGroup(name, [At(subnets, right)], left)); break;
                case 26: groupsOfEndpoints.Add(Network.Accelerator(name, At(accounts, left)).Listener(Traffic.Tcp(right * 10000)).EndpointGroup(At(regions, left), right * 20)); Network.InternetClient(name, At(regions, right), place); break;
                case 27: At(groupsOfEndpoints, left).Endpoint(At(balancers, right)).Endpoint(At(instances, left), right * 50).Endpoint(At(elasticIps, right)).PortOverride(left, right); break;
                case 28: Network.CustomRoutingAccelerator(name, At(accounts, left)).Listener(5000, 5000 + (right * 100)).EndpointGroup(At(regions, left), 80, 80).Subnet(At(subnets, right), left == 1).AllowTraffic(At(instances, left)).AllowTraffic(place); break;
            }

            IEnumerable<IRouteTarget> Targets() =>
                Enumerable.Repeat<IRouteTarget[]>([At(internetGateways, left), At(natGateways, left), At(peerings, left), At(hubs, left)], 4).SelectMany(each => each);
        }

        static T At<T>(List<T> built, int index) => built[^(1 + (index % built.Count))];
    }
}

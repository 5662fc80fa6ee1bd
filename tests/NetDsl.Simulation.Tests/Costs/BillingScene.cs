using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using static NetDsl.Traffic;

namespace NetDsl.Simulation.Tests.Costs;

/// <summary>A VPC of the default account, and what is put into it; then what transfers through the network cost.</summary>
sealed class BillingScene
{
    public const string Owner = "123456789012";
    public const string Partner = "210987654321";

    readonly Dictionary<VpcBuilder, SecurityGroupBuilder> open = [];
    readonly Dictionary<string, NatGatewayBuilder> natGateways = [];
    InternetGatewayBuilder? internet;
    Topology? topology;
    CompiledNetwork? network;

    public BillingScene()
    {
        Region = Network.Region("us-east-1");
        Vpc = Region.Vpc("vpc", "10.0.0.0/16");
    }

    public NetworkBuilder Network { get; } = new("Billed");

    public RegionBuilder Region { get; }

    public VpcBuilder Vpc { get; }

    /// <summary>The internet gateway of the VPC.</summary>
    public InternetGatewayBuilder Internet => internet ??= Vpc.InternetGateway("igw");

    public static Endpoint At(ElementBuilder element) => Endpoint.Of(element.Id);

    /// <summary>A group of a VPC that lets everything pass.</summary>
    public SecurityGroupBuilder Open(VpcBuilder vpc) => open.TryGetValue(vpc, out var known) ? known : open[vpc] = vpc.SecurityGroup("open").Ingress(AllTraffic, from: AnyIpv4);

    /// <summary>A host in a subnet of its own name.</summary>
    public InstanceBuilder Host(VpcBuilder vpc, string name, string prefix, string zone) => vpc.Subnet(name, prefix, zone).Instance(name, Open(vpc));

    public InstanceBuilder Host(string name, string prefix, string zone) => Host(Vpc, name, prefix, zone);

    /// <summary>A host whose subnet leads to the internet by the NAT gateway of a zone.</summary>
    public InstanceBuilder HostBehindNat(string name, string prefix, string zone, string natZone)
    {
        var host = Host(name, prefix, zone);
        host.Subnet.RouteTable(name).Route("0.0.0.0/0", NatGateway(natZone));
        return host;
    }

    /// <summary>The NAT gateway of a zone.</summary>
    public NatGatewayBuilder NatGateway(string zone)
    {
        if (!natGateways.TryGetValue(zone, out var gateway))
        {
            var edge = Vpc.Subnet($"edge-{zone}", $"10.0.{100 + zone[0]}.0/24", zone);
            edge.RouteTable($"edge-{zone}").Route("0.0.0.0/0", Internet);
            gateway = natGateways[zone] = edge.NatGateway($"nat-{zone}");
        }

        return gateway;
    }

    /// <summary>The bill of a month.</summary>
    public Bill Month(params Transfer[] transfers) => Month(Prices.List, transfers);

    public Bill Month(Prices prices, params Transfer[] transfers)
    {
        Build();
        return Billing.OfMonth(topology!, network!.Graph, Transfer.Drive(network, transfers), prices);
    }

    /// <summary>The bill of what a transfer sends, whatever becomes of it.</summary>
    public Bill Unanswered(Transfer transfer)
    {
        Build();
        var (dataplane, meter) = (new Dataplane(network!), new TrafficMeter());
        var (sender, opening) = network!.Opening(transfer.From, transfer.To, transfer.Traffic);
        dataplane.Send(sender, opening, TimeSpan.Zero, TcpFlags.Syn);
        meter.Add(dataplane.Way, (long)(transfer.Gigabytes * Bill.BytesOfGigabyte));
        return Billing.OfMonth(topology!, network.Graph, meter);
    }

    /// <summary>What traffic costs, in cents, as <c>item owner|partner amount</c>.</summary>
    public static IEnumerable<string> Traffic(Bill bill) =>
        from item in PricedItem.All
        from account in bill.Lines.Where(line => line.Path is not null && line.Item == item).GroupBy(line => line.Account).OrderBy(account => account.Key, StringComparer.Ordinal)
        select FormattableString.Invariant($"{item.Name} {(account.Key == Owner ? "owner" : "partner")} {account.Sum(line => line.Amount) * 100:0.###}");

    /// <summary>What exists by the hour, as <c>item count</c>.</summary>
    public static IEnumerable<string> Standing(Bill bill) =>
        from item in PricedItem.All
        let hours = bill.Lines.Where(line => line.Path is null && line.Item == item).Sum(line => line.Quantity)
        where hours > 0
        select FormattableString.Invariant($"{item.Name} {hours / bill.Hours:0.###}");

    void Build()
    {
        if (topology is null)
        {
            topology = Network.Build();
            Assert.Empty(topology.Problems);
            network = new CompiledNetwork(TopologyLowering.Lower(topology));
        }
    }
}

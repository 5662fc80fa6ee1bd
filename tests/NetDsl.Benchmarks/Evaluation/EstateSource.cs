using System.Globalization;
using System.Text;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>How the source says what a VPC is to have.</summary>
internal enum Plans
{
    /// <summary>Records and an enumeration, as people would write them.</summary>
    Records,

    /// <summary>Named tuples and constants: the same for an evaluator that takes no types of the program.</summary>
    Tuples,
}

/// <summary>
/// The source of a large network, as a company would write it: business units with a file each, that list most of their VPCs
/// in a plan and describe some by hand, over shared helpers. The same units give the same text.
/// </summary>
/// <remarks>
/// Each unit has 25 VPCs in a /16 of its own, on a transit gateway of its own: paths would grow with the square of VPCs on one gateway, and nobody
/// compiles a mesh of a thousand.
/// </remarks>
internal sealed class EstateSource(int units, Plans plans)
{
    /// <summary>The topology class.</summary>
    public const string ClassName = "Estate";

    /// <summary>How many VPCs a unit has.</summary>
    public const int VpcsOfUnit = Planned + ByHand;

    private const int Planned = 20;
    private const int ByHand = 5;

    private static readonly string[] UnitNames =
    [
        "Payments", "Checkout", "Catalog", "Search", "Pricing", "Orders", "Billing", "Ledger", "Treasury", "Fraud",
        "Identity", "Accounts", "Loyalty", "Marketing", "Campaigns", "Insights", "Reporting", "Warehouse", "Shipping", "Returns",
        "Suppliers", "Sourcing", "Stores", "Kiosks", "Mobile", "Web", "Partners", "Wholesale", "Support", "Telephony",
        "Messaging", "Media", "Learning", "People", "Payroll", "Facilities", "Security", "Platform", "Research", "Archive",
    ];

    private static readonly string[] Regions =
        ["eu-central-1", "eu-west-1", "us-east-1", "us-west-2", "ap-south-1", "ap-southeast-2", "sa-east-1", "ca-central-1"];

    private static readonly string[] PlannedNames =
    [
        "gateway", "portal", "api", "admin", "events", "queue", "cache", "worker", "scheduler", "notifier",
        "exporter", "importer", "profiles", "rules", "audit", "metrics", "tracing", "batch", "staging", "sandbox",
    ];

    private static readonly string[] HandNames = ["core", "vault", "replica", "legacy", "lab"];

    private static readonly int[] Ports = [8080, 8443, 9000, 5432, 6379, 9092];

    /// <summary>The most units that there are names for.</summary>
    public static int MostUnits => UnitNames.Length;

    /// <summary>Files by name: one of the class, its plans and helpers, and one a unit.</summary>
    public IReadOnlyList<(string Name, string Text)> Files() =>
    [
        ($"{ClassName}.cs", Usings + Part("[Topology]\n", Definition() + "\n" + Helpers)),
        ("Plans.cs", PlanTypes()),
        .. Enumerable.Range(0, units).Select(unit => ($"{ClassName}.{UnitNames[unit]}.cs", Usings + Part("", Unit(unit)))),
    ];

    /// <summary>The same with the class in one file.</summary>
    public IReadOnlyList<(string Name, string Text)> OneFile() =>
    [
        ($"{ClassName}.cs", Usings + Part("[Topology]\n", string.Join('\n', Enumerable.Range(0, units).Select(Unit).Prepend(Helpers).Prepend(Definition())))),
        ("Plans.cs", PlanTypes()),
    ];

    /// <summary>A file that has nothing to do with networks, as most files of an application.</summary>
    public static (string Name, string Text) Unrelated(int number)
    {
        var text = new StringBuilder("namespace Application;\n\n");
        text.Append(CultureInfo.InvariantCulture, $"/// <summary>Orders of channel {number}.</summary>\npublic sealed class Channel{number}\n{{\n");
        text.Append("    private readonly Dictionary<string, decimal> totals = [];\n");
        for (var method = 1; method <= 12; method++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""

                    public decimal Rate{{method}}(string customer, IReadOnlyList<decimal> amounts)
                    {
                        var sum = amounts.Where(amount => amount > {{method}}m).Sum();
                        if (totals.TryGetValue(customer, out var before) && before > {{method * 100}}m)
                        {
                            sum *= 0.9{{number % 10}}m;
                        }

                        totals[customer] = before + sum;
                        return Math.Round(sum, 2);
                    }

                """);
        }

        return ($"Channel{number}.cs", text.Append("}\n").ToString());
    }

    private string Open => plans == Plans.Records ? "new(" : "(";

    private const string Usings = """
        using NetDsl;
        using static NetDsl.Traffic;


        """;

    private static string Part(string mark, string members) => $"{mark}public static partial class {ClassName}\n{{\n{members}}}\n";

    private string PlanTypes() => plans == Plans.Records
        ? """
            /// <summary>What the VPCs of a unit have in common.</summary>
            public sealed record UnitPlan(string Name, string Region, int Octet);

            /// <summary>What is particular to a VPC.</summary>
            public sealed record VpcPlan(string Name, int Block, Tier Tier, int Zones, int Hosts, int Port);

            /// <summary>Who reaches a VPC.</summary>
            public enum Tier
            {
                Public,
                Private,
                Data,
            }

            """
        : """
            global using UnitPlan = (string Name, string Region, int Octet);
            global using VpcPlan = (string Name, int Block, int Tier, int Zones, int Hosts, int Port);

            /// <summary>Who reaches a VPC.</summary>
            public static class Tier
            {
                public const int Public = 0;
                public const int Private = 1;
                public const int Data = 2;
            }

            """;

    private string Definition()
    {
        var text = new StringBuilder("""
                static readonly string[] Zones = ["a", "b", "c"];

                static void Define(NetworkBuilder network)
                {

            """);
        foreach (var name in UnitNames.Take(units))
        {
            text.Append(CultureInfo.InvariantCulture, $"        {name}(network);\n");
        }

        return text.Append("    }\n").ToString();
    }

    private const string Helpers = """
            /// <summary>A VPC of a plan: a service in each zone, and what its tier adds.</summary>
            static VpcBuilder AddVpc(RegionBuilder region, TransitGatewayBuilder hub, UnitPlan unit, VpcPlan plan)
            {
                var company = $"10.{unit.Octet}.0.0/16";
                var vpc = region.Vpc($"{unit.Name}-{plan.Name}", $"10.{unit.Octet}.{plan.Block}.0/21");
                vpc.MainRouteTable.Route(company, hub);
                var zones = Zones.Take(plan.Zones).ToList();
                var service = vpc.SecurityGroup("service").Ingress(Tcp(plan.Port), from: company);
                var services = new List<SubnetBuilder>();
                foreach (var (index, zone) in zones.Index())
                {
                    var subnet = vpc.Subnet($"service-{zone}", $"10.{unit.Octet}.{plan.Block + index}.0/24", zone);
                    foreach (var host in Enumerable.Range(1, plan.Hosts))
                    {
                        subnet.Instance($"{plan.Name}-{zone}-{host}", service);
                    }

                    services.Add(subnet);
                }

                switch (plan.Tier)
                {
                    case Tier.Public:
                        AddFront(vpc, unit, plan, service);
                        break;
                    case Tier.Data:
                        service.Ingress(Tcp(5432), from: service).Egress(AllTraffic, to: company);
                        services[0].Interface($"{plan.Name}-endpoint", service);
                        break;
                }

                Attach(hub, vpc.Name, services);
                return vpc;
            }

            /// <summary>A public subnet with a balancer, through which the services reach the internet too.</summary>
            static void AddFront(VpcBuilder vpc, UnitPlan unit, VpcPlan plan, SecurityGroupBuilder service)
            {
                var internet = vpc.InternetGateway($"{vpc.Name}-igw");
                var balancer = vpc.SecurityGroup("balancer").Ingress(Tcp(443), from: AnyIpv4).Ingress(Tcp(80), from: AnyIpv4);
                service.Ingress(Tcp(plan.Port), from: balancer);
                var front = vpc.Subnet("front", $"10.{unit.Octet}.{plan.Block + 7}.0/24", Zones[0]);
                front.RouteTable("front").Route(AnyIpv4, internet);
                front.Instance("balancer", balancer).PublicIp();
                vpc.MainRouteTable.Route(AnyIpv4, front.NatGateway("nat"));
            }

            /// <summary>Attaches a VPC by one subnet in each zone.</summary>
            static void Attach(TransitGatewayBuilder hub, string name, List<SubnetBuilder> subnets)
            {
                var attachment = hub.Attach(name, subnets[0]);
                foreach (var subnet in subnets.Skip(1))
                {
                    attachment.Subnet(subnet);
                }
            }

            /// <summary>A direct way between two VPCs, past the transit gateway.</summary>
            static void Join(NetworkBuilder network, VpcBuilder one, VpcBuilder other)
            {
                var peering = network.Peer($"{one.Name}-to-{other.Name}", one, other);
                one.MainRouteTable.Route(other.Cidr, peering);
                other.MainRouteTable.Route(one.Cidr, peering);
            }

        """;

    private string Unit(int unit)
    {
        var name = UnitNames[unit];
        var lower = name.ToLowerInvariant();
        var octet = 10 + unit;
        var region = Regions[unit % Regions.Length];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
                /// <summary>{{name}}: {{VpcsOfUnit}} VPCs in {{region}}.</summary>
                static void {{name}}(NetworkBuilder network)
                {
                    UnitPlan unit = {{Open}}"{{lower}}", "{{region}}", {{octet}});
                    var region = network.Region(unit.Region);
                    var hub = region.TransitGateway($"{unit.Name}-hub");
                    VpcPlan[] plans =
                    [

            """);
        for (var index = 0; index < Planned; index++)
        {
            var tier = ((unit + index) % 5) switch { 0 or 3 => "Public", 1 or 2 => "Private", _ => "Data" };
            text.Append(
                CultureInfo.InvariantCulture,
                $"            {Open}\"{PlannedNames[index]}\", {index * 8}, Tier.{tier}, {Label("Zones")}{2 + (index % 5 == 0 ? 1 : 0)}, {Label("Hosts")}{1 + ((unit + (index * 3)) % 3)}, {Label("Port")}{Ports[(unit + index) % Ports.Length]}),\n");
        }

        text.Append(CultureInfo.InvariantCulture, $$"""
                    ];

                    var vpcs = plans.Select(plan => AddVpc(region, hub, unit, plan)).ToDictionary(vpc => vpc.Name);

            """);
        foreach (var hand in HandNames)
        {
            text.Append(CultureInfo.InvariantCulture, $"        var {hand} = {name}{Capital(hand)}(region, hub);\n");
        }

        text.Append('\n');
        for (var peer = 0; peer < Planned; peer++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"        Join(network, {HandNames[peer % 3]}, vpcs[\"{lower}-{PlannedNames[(peer + unit) % Planned]}\"]);\n");
        }

        text.Append("        Join(network, core, vault);\n    }\n");
        for (var index = 0; index < ByHand; index++)
        {
            text.Append('\n').Append(VpcByHand(name, HandNames[index], octet, (Planned + index) * 8, Ports[(unit + index) % Ports.Length]));
        }

        return text.ToString();
    }

    private string Label(string name) => plans == Plans.Records ? $"{name}: " : "";

    private static string VpcByHand(string unit, string name, int octet, int block, int port) => string.Create(CultureInfo.InvariantCulture, $$"""
            static VpcBuilder {{unit}}{{Capital(name)}}(RegionBuilder region, TransitGatewayBuilder hub)
            {
                var vpc = region.Vpc("{{unit.ToLowerInvariant()}}-{{name}}", "10.{{octet}}.{{block}}.0/21");
                var internet = vpc.InternetGateway("{{unit.ToLowerInvariant()}}-{{name}}-igw");
                vpc.MainRouteTable.Route("10.{{octet}}.0.0/16", hub);

                var edge = vpc.Subnet("edge", "10.{{octet}}.{{block}}.0/24", "a");
                edge.RouteTable("edge").Route(AnyIpv4, internet);
                var nat = edge.NatGateway("nat");

                var left = vpc.Subnet("left", "10.{{octet}}.{{block + 1}}.0/24", "a");
                var right = vpc.Subnet("right", "10.{{octet}}.{{block + 2}}.0/24", "b");
                var inner = vpc.RouteTable("inner").Route("10.{{octet}}.0.0/16", hub).Route(AnyIpv4, nat);
                left.Associate(inner);
                right.Associate(inner);

                var balancer = vpc.SecurityGroup("balancer").Ingress(Tcp(443), from: AnyIpv4);
                var application = vpc.SecurityGroup("application").Ingress(Tcp({{port}}), from: balancer);
                edge.Instance("balancer", balancer).PublicIp();
                left.Instance("application-1", application);
                right.Instance("application-2", application);

                Attach(hub, vpc.Name, [left, right]);
                return vpc;
            }

        """);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

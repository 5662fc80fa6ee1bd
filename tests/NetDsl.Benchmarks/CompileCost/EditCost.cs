using NetDsl.Addressing;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;

namespace NetDsl.Benchmarks.CompileCost;

/// <summary>What one edit costs the lowering that remembers the one before, beside one that walks every path: in networks of a hundred and of a thousand VPCs.</summary>
internal static class EditCost
{
    private const string Full = "lower all of it";
    private const string First = "lower all of it, and remember";

    private const int SmallUnits = 4;

    public static void Print()
    {
        Print(SmallUnits, warmUps: 5, rounds: 21);
        Print(EstateSource.MostUnits, warmUps: 1, rounds: 5);
    }

    private static void Print(int units, int warmUps, int rounds)
    {
        var files = new EstateSource(units, Plans.Records).Files();
        var before = new EstateProgram(files).Verify();
        var edits = Edits(files, before).Select(edit => new Edit(edit.Name, edit.Before, edit.After)).ToList();
        var measured = Rounds.Measure(
            warmUps,
            rounds,
            [
                new Contender(Full, () => () => TopologyLowering.Lower(before with { })),
                new Contender(First, () =>
                {
                    var lowering = new IncrementalLowering();
                    lowering.Lower(before with { });
                    return () => lowering.Lower(before with { });
                }),
                .. edits.Select(edit => new Contender(edit.Name, edit.Prepare)),
            ]);
        var table = new ReportTable(
            $"Edits of {before.Vpcs.Count:N0} VPCs",
            $"{EstateProgram.ElementsOf(before):N0} elements; {rounds} rounds, after {warmUps} that do not count.").Base(measured, Full).Row(measured, First, Full);
        edits.ForEach(edit => table.Row(measured, edit.Name, Full));
        table.Print();
        Console.WriteLine("\n| Edit | Paths walked | Taken over |\n| --- | ---: | ---: |");
        edits.ForEach(edit => Console.WriteLine(FormattableString.Invariant($"| {edit.Name} | {edit.Walks.Walked:N0} | {edit.Walks.TakenOver:N0} |")));
    }

    /// <summary>What people change, mostly. Adding is what leads back from a network that has less.</summary>
    private static IEnumerable<(string Name, Topology Before, Topology After)> Edits(IReadOnlyList<(string Name, string Text)> files, Topology network)
    {
        yield return ("nothing", network, network with { });
        yield return ("a line at the top of every file", network, new EstateProgram(files.Select(file => (file.Name, "\n" + file.Text))).Load()());
        yield return ("a rule of a security group", network, network with
        {
            SecurityGroups = WithOne(network.SecurityGroups, group => group.Ingress.Count > 0, group => group with { Ingress = [.. group.Ingress.Skip(1)] }),
        });
        yield return ("an entry of a network ACL", network, network with
        {
            NetworkAcls = WithOne(network.NetworkAcls, acl => acl.Inbound.Count > 0, acl => acl with { Inbound = [.. acl.Inbound.Skip(1)] }),
        });

        var routed = network.RouteTables.First(table => table.Routes.Any(IsDefault) && network.Subnets.Any(subnet => subnet.RouteTable == table.Id));
        yield return ("the target of a route", network, network with
        {
            RouteTables = WithOne(network.RouteTables, table => table.Id == routed.Id, table => table with
            {
                Routes = [.. table.Routes.Select(route => IsDefault(route) ? route with { Target = new Sourced<ElementId>(table.Id, route.Target.Origin) } : route)],
            }),
        });
        yield return ("one route more", network, network with
        {
            RouteTables = WithOne(network.RouteTables, table => table.Id == routed.Id, table => table with
            {
                Routes = [.. table.Routes, routed.Routes.First(IsDefault) with { Destination = new Sourced<IpPrefix>(IpPrefix.Parse("203.0.113.0/24"), Origin.None) }],
            }),
        });
        yield return ("a route of a transit gateway", network, network with
        {
            TransitGateways = WithOne(network.TransitGateways, _ => true, gateway => gateway with
            {
                RouteTables = WithOne(gateway.RouteTables, _ => true, table => table with
                {
                    Routes = [.. table.Routes, new TransitGatewayRoute(new Sourced<IpPrefix>(IpPrefix.Parse("203.0.113.0/24"), Origin.None), null, Origin.None)],
                }),
            }),
        });

        var host = network.Instances[network.Instances.Count / 2];
        var without = network with
        {
            Instances = [.. network.Instances.Where(each => each.Id != host.Id)],
            NetworkInterfaces = [.. network.NetworkInterfaces.Where(each => each.Instance != host.Id)],
            Intents = [],
        };
        yield return ("one instance less", network, without);
        yield return ("one instance more", without, network);

        var subnet = network.Subnets.First(subnet => network.NetworkInterfaces.Any(each => each.Subnet == subnet.Id));
        var vpc = network.Vpcs.First(vpc => vpc.Id == subnet.Vpc);
        yield return ("one subnet more, that is empty", network, network with
        {
            Subnets = [.. network.Subnets, subnet with { Id = new ElementId(ElementKind.Subnet, $"{vpc.Id.Path}/one-more"), Prefix = new Sourced<IpPrefix>(LastOf(vpc), Origin.None) }],
        });
    }

    private static bool IsDefault(Route route) => route.Destination.Value.Length == 0 && route.Destination.Value.IsIpv4;

    /// <summary>The last sixteen addresses of a VPC.</summary>
    private static IpPrefix LastOf(Vpc vpc) => IpPrefix.Containing(((IpPrefix)vpc.Primary.Value).Last, 28);

    private static EquatableArray<T> WithOne<T>(EquatableArray<T> items, Func<T, bool> isIt, Func<T, T> edit)
    {
        var isFound = false;
        return [.. items.Select(item => !isFound && isIt(item) && (isFound = true) ? edit(item) : item)];
    }

    /// <summary>An edit, after the network before it was lowered.</summary>
    private sealed class Edit(string name, Topology before, Topology after)
    {
        private readonly IncrementalLowering lowering = new();
        private bool isFirst = true;

        public string Name => name;

        public (int Walked, int TakenOver) Walks { get; private set; }

        public Func<object?> Prepare()
        {
            if (isFirst)
            {
                // It remembers from the second time on.
                lowering.Lower(before with { });
                isFirst = false;
            }

            lowering.Lower(before with { });
            return () =>
            {
                var graph = lowering.Lower(after with { });
                Walks = lowering.LastWalks;
                return graph;
            };
        }
    }
}

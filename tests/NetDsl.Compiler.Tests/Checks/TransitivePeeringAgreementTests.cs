using NetDsl.Addressing;
using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Compiler.Tests.Checks;

/// <summary>
/// The rule of transitive peering looks at prefixes only; that is exact: a route is told where its packets to somebody, or to the internet, end at the peering in the lowered
/// network, and nowhere else.
/// </summary>
public class TransitivePeeringAgreementTests
{
    const int Networks = 300;

    [Fact]
    public void A_route_is_told_where_its_packets_end_at_the_peering()
    {
        var (told, silent) = (0, 0);
        for (var seed = 0; seed < Networks; seed++)
        {
            var topology = RandomNetwork.CreateSmall(seed);
            var (asked, ending) = Ending(topology);
            var findings = TopologyChecks.RunWithoutProofs(topology).Where(finding => finding.Rule == TransitivePeering.Rule).Select(finding => finding.Message).ToList();
            var names = new NetworkIndex(topology);
            foreach (var table in topology.RouteTables)
            {
                foreach (var route in table.Routes.Where(route => route.Target.Value.Kind == ElementKind.Peering))
                {
                    var dead = ending.Where(each => each.Table == table.Id.Path && each.Route == route.Destination.Value).ToList();
                    var ends = dead.Where(each => each.Code == DropCode.PcxRequiresAddressInVpcCidr && IsSomebodys(topology, table.Id.Path, each.First, each.Last)).ToList();
                    var isTold = findings.Exists(message => message.StartsWith($"{Sentence.Start(names.Text(table))} sends {route.Destination.Value} to ", StringComparison.Ordinal));
                    var isOnly = table.Routes.Count(other => other.Destination.Value == route.Destination.Value) == 1;
                    Assert.False(
                        isTold && isOnly && dead.Count == 0 && asked.Contains((table.Id.Path, route.Destination.Value)),
                        $"seed {seed}: {table.Id} {route.Destination} is told, and nothing ends at the peering");
                    Assert.True(
                        ends.Count == 0 || isTold,
                        $"seed {seed}: {table.Id} {route.Destination} ends at the peering for {string.Join(", ", ends.Select(each => each.First))}, and is not told");
                    _ = isTold ? told++ : silent++;
                }
            }
        }

        // Or the comparison would compare little.
        Assert.InRange(told, 10, int.MaxValue);
        Assert.InRange(silent, 10, int.MaxValue);
    }

    /// <summary>The routes that packets of hosts take first, and those of them that end at the peering.</summary>
    static (HashSet<(string Table, IpPrefix Route)> Asked, List<(string Table, IpPrefix Route, IpAddress First, IpAddress Last, DropCode Code)> Ending) Ending(Topology topology)
    {
        var plan = new NetworkLowering(topology);
        var (asked, ending) = (new HashSet<(string, IpPrefix)>(), new List<(string, IpPrefix, IpAddress, IpAddress, DropCode)>());
        foreach (var (first, last, index) in plan.Holders.Where(holder => !holder.Translates).Select(holder => holder.Source).Distinct().SelectMany(plan.RangesOf).Where(range => range.Program >= 0))
        {
            var program = plan.Program(index);
            var routes = program.Steps.OfType<RouteStep>().ToList();
            if (routes is [{ Target: >= 0 } route, ..])
            {
                asked.Add((plan.Node(route.Node).Path, route.Destination));
                if (routes.Count == 1 && program.End is DropEnd drop && drop.Node == route.Target)
                {
                    ending.Add((plan.Node(route.Node).Path, route.Destination, first, last, drop.Code));
                }
            }
        }

        return (asked, ending);
    }

    /// <summary>Whether another VPC has addresses of the range, or the internet.</summary>
    static bool IsSomebodys(Topology topology, string table, IpAddress first, IpAddress last) =>
        topology.Vpcs.Any(vpc => !table.StartsWith(vpc.Id.Path + "/", StringComparison.Ordinal) && vpc.AllBlocks.Any(block => block.Value.First <= last && first <= block.Value.Last))
        || (first.IsIpv4 && InternetRanges.Carries(first));
}

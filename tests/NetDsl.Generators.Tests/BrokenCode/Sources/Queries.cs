using NetDsl;
using static NetDsl.Traffic;

[Topology]
static partial class Queries
{
    static readonly Dictionary<string, int> Weights = new() { ["a"] = 1, ["b"] = 2, ["c"] = 3 };

    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("eu-west-1").Vpc("data", "10.0.0.0/16");
        var plans = from weight in Weights
                    where weight.Value % 2 == 1
                    let block = $"10.0.{weight.Value}.0/24"
                    from copy in Enumerable.Range(0, weight.Value)
                    orderby weight.Key descending, copy
                    select new { Zone = weight.Key, Block = block, Copy = copy };
        int made = 0;
        Func<string, SecurityGroupBuilder> group = Remember((string name) => { made += 1; return vpc.SecurityGroup(name); });
        foreach (var zone in plans.GroupBy(plan => plan.Zone, (key, items) => (Key: key, Items: items.ToList())))
        {
            var subnet = vpc.Subnet($"zone-{zone.Key}", zone.Items[0].Block, zone.Key);
            zone.Items.ForEach(plan => subnet.Instance($"{plan.Zone}{plan.Copy:00}", group("all")));
        }

        int[] ports = [22, .. Odd(80, 90).Take(3), .. made > 0 ? new[] { 443 } : []];
        var total = ports.Aggregate(0, (sum, port) => checked(sum + port));
        foreach (var port in ports.Where(port => port < total).Distinct().OrderBy(static port => -port))
            group("all").Ingress(Tcp(port), from: "10.0.0.0/8");

        static Func<string, T> Remember<T>(Func<string, T> make) where T : class
        {
            var known = new Dictionary<string, T>();
            return key => known.TryGetValue(key, out var value) ? value : known[key] = make(key);
        }
    }

    static IEnumerable<int> Odd(int from, int to)
    {
        for (var number = from; ; number++)
        {
            if (number > to) yield break;
            if ((number & 1) == 1) yield return number;
        }
    }
}

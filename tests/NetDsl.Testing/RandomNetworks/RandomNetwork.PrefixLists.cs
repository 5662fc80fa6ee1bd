using NetDsl.Addressing;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    readonly List<(PrefixListBuilder Builder, List<Ipv4Prefix> Entries)> prefixLists = [];

    void DrawPrefixLists(RegionBuilder region)
    {
        for (var index = dice.Chance(35) ? dice.Between(1, 3) : 0; index > 0; index--)
        {
            var list = (Builder: region.PrefixList($"pl{index}", 8), Entries: new List<Ipv4Prefix>());
            prefixLists.Add(list);
            for (var entries = dice.Between(0, 4); entries > 0; entries--)
            {
                var prefix = dice.Chance(40) ? dice.Pick(dice.Pick(vpcs).Blocks) : dice.Chance(20) ? Ipv4Prefix.All : Prefix();
                if (!list.Entries.Contains(prefix))
                {
                    list.Entries.Add(prefix);
                    list.Builder.Entry(prefix.ToString());
                }
            }
        }
    }

    /// <summary>Routes to lists, two of which may have the same entry.</summary>
    void DrawPrefixListRoutes(DrawnVpc vpc)
    {
        foreach (var table in vpc.Tables)
        {
            foreach (var (list, _) in prefixLists.Where(list => list.Builder.Region == vpc.Builder.Region && dice.Chance(tidy ? 6 : 18)))
            {
                table.Builder.Route(list, AnyTarget(vpc, GatewaysOf(vpc)));
            }
        }
    }
}

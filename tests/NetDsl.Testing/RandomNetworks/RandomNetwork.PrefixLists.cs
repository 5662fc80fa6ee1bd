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

    /// <summary>References in tables of transit gateways, some of which drop; with dice of their own, so that they leave the rest of the network of a seed as it was.</summary>
    void DrawPrefixListReferences(Dice own)
    {
        foreach (var gateway in transitGateways)
        {
            foreach (var (table, _) in gateway.Tables)
            {
                foreach (var (list, _) in prefixLists.Where(list => list.Builder.Region == gateway.Builder.Region && own.Chance(30)))
                {
                    _ = gateway.Attachments.Count == 0 || own.Chance(15) ? table.Blackhole(list) : table.Route(list, own.Pick(gateway.Attachments));
                }
            }
        }
    }
}

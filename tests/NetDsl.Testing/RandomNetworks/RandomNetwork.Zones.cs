using NetDsl.Addressing;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    const int LocalLength = 28;

    /// <summary>Names of zones are an account's own: half of the other accounts have the first two the other way round.</summary>
    void DrawZones(AccountBuilder account)
    {
        if (associationDice.Chance(50))
        {
            swapped.Add(account);
            account.Zone("us-east-1a", "use1-az2").Zone("us-east-1b", "use1-az1").Zone("eu-west-1a", "euw1-az2");
        }
    }

    /// <summary>Subnets in Local Zones, with dice of their own: by the tables of others, so that what is there takes all their ways.</summary>
    void DrawLocalZones(int seed)
    {
        var own = new Dice(unchecked(seed * 8191) ^ 0x10CA);
        if (!own.Chance(40))
        {
            return;
        }

        foreach (var vpc in vpcs.Where(_ => own.Chance(60)))
        {
            var region = vpc.Builder.Region;
            var zone = region.Name == RegionNames[0] ? "us-east-1-bos-1a" : "eu-west-1-ldn-1a";
            region.LocalZone(zone, region.Name == RegionNames[0] ? "use1-az1" : "euw1-az2");
            if (PrefixAllocation.NextFree(vpc.Blocks, vpc.Subnets.Select(each => each.Prefix), LocalLength) is not { } prefix)
            {
                continue;
            }

            var table = own.Pick(vpc.Subnets).Table;
            var subnet = vpc.Builder.Subnet("local", prefix.ToString(), zone);

            // What a gateway endpoint of both families serves has both.
            if (dual.Exists(each => each.Drawn == vpc))
            {
                subnet.AssignIpv6();
            }

            if (table != vpc.Tables[0])
            {
                subnet.Associate(table.Builder);
            }

            var host = subnet.Instance("local-host");
            foreach (var group in vpc.Groups.Where(_ => own.Chance(70)))
            {
                host.SecurityGroup(group);
            }

            if (vpc.Gateway is not null && own.Chance(50))
            {
                host.ElasticIp(region.ElasticIp($"local-{vpc.Builder.Name}", networkBorderGroup: zone[..^1]));
            }
        }
    }

    /// <summary>The letter that the default account has for a zone of another.</summary>
    string CommonZone(VpcBuilder vpc, string letter) => !swapped.Contains(vpc.Account) ? letter : letter switch
    {
        "a" => "b",
        "b" => "a",
        _ => letter,
    };
}

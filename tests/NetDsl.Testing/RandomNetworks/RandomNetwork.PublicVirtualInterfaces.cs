using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    /// <summary>Public virtual interfaces of sites: with dice of its own, so that the rest of a seed's network stays as it is.</summary>
    void DrawPublicVirtualInterfaces(int seed)
    {
        var own = new Dice(unchecked(seed * 7127) ^ 0x1F3D);
        foreach (var (site, index) in sitesDrawn.Select((site, index) => (site, index)))
        {
            if (!own.Chance(40))
            {
                continue;
            }

            var prefix = $"203.0.{112 + (2 * index)}.0/23";
            site.Prefix(prefix);
            site.Host("public", $"203.0.{112 + (2 * index)}.10");
            site.Host("unregistered", $"203.0.{113 + (2 * index)}.10");
            for (var number = 0; number < own.Between(1, 2); number++)
            {
                var line = site.DirectConnect($"public{number}-{site.Name}", "EqDC2", network.Region(own.Pick(RegionNames)));
                var added = line.PublicVirtualInterface($"public{number}", 301, own.Chance(25) ? prefix : prefix.Replace("/23", "/24", StringComparison.Ordinal));
                _ = own.Chance(40) ? added.Scope(own.Pick(Enum.GetValues<AdvertisementScope>())) : added;
                _ = own.Chance(20) ? added.Prepend(1) : added;
                _ = own.Chance(15) ? added.Advertise(own.Pick(new[] { $"203.0.{112 + (2 * index)}.0/25", "198.51.100.0/24" })) : added;
                _ = own.Chance(8) ? added.Down() : added;
            }
        }
    }
}

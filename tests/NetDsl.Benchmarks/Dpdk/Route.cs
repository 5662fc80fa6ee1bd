using System.Runtime.InteropServices;

namespace NetDsl.Benchmarks.Dpdk;

/// <summary>A route, laid out as the harness in C reads it.</summary>
/// <param name="Prefix">The address of its prefix.</param>
/// <param name="Length">The length of its prefix.</param>
/// <param name="NextHop">Where it leads; above 0.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Route(uint Prefix, uint Length, uint NextHop)
{
    private const int MostNextHops = 250;

    // Of the internet: how many of a hundred routes have which length, from what route collectors publish.
    private static readonly (int Length, int Weight)[] Internet = [(12, 1), (14, 1), (16, 2), (18, 2), (19, 3), (20, 5), (21, 5), (22, 12), (23, 10), (24, 58), (28, 1)];

    /// <summary>Prefixes as VPCs have them.</summary>
    public static Route[] DrawSmall(int count) => Draw(count, random =>
    {
        var length = random.Next(16, 29);
        return ((0xAC100000u | (uint)random.NextInt64(1 << 20)) & (uint.MaxValue << (32 - length)), length);
    });

    /// <summary>Prefixes as routers of the internet have them.</summary>
    public static Route[] DrawLarge(int count) => Draw(count, random =>
    {
        var (drawn, length) = (random.Next(100), 0);
        foreach (var (candidate, weight) in Internet)
        {
            length = candidate;
            if ((drawn -= weight) < 0)
            {
                break;
            }
        }

        return ((uint)random.NextInt64(0x01000000, 0xE0000000) & (uint.MaxValue << (32 - length)), length);
    });

    private static Route[] Draw(int count, Func<Random, (uint Prefix, int Length)> draw)
    {
        var random = new Random(count);
        var routes = new Dictionary<(uint, int), Route>();
        while (routes.Count < count)
        {
            var (prefix, length) = draw(random);
            routes[(prefix, length)] = new Route(prefix, (uint)length, (uint)(routes.Count % MostNextHops) + 1);
        }

        return [.. routes.Values];
    }
}

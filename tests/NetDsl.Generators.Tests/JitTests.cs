using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using NetDsl.Testing;

namespace NetDsl.Generators.Tests;

/// <summary>The runtime's compiler optimises generated methods in full: one that is too large stays as slow as it was written, whatever its code says.</summary>
public class JitTests
{
    // Behind so many bytes of code the compiler gives up; it also does behind 2,000 blocks between jumps, of which a range is two.
    const int MostBytes = 60_000;

    [Theory]
    [InlineData("Shop", "ShopGraph")]
    [InlineData("HubAndSpoke", "HubAndSpokeGraph")]
    [InlineData("Names", "NamesGraph")]
    public void Generated_methods_are_optimised_in_full(string topology, string type)
    {
        using var tiers = new JitTiers();
        var methods = Switches(TopologyProject.Of(SnapshotTests.Source(topology)).Generate().Load(), type);

        Assert.NotEmpty(methods);
        foreach (var method in methods)
        {
            var classify = method.CreateDelegate<Func<uint, int>>();
            Assert.InRange(method.GetMethodBody()!.GetILAsByteArray()!.Length, 1, MostBytes / 10);
            Assert.Equal(JitTier.Full, tiers.After(() => Call(classify), method.DeclaringType!.FullName!, method.Name));
        }
    }

    [Fact]
    public void The_largest_method_that_may_be_generated_is_optimised_in_full() =>
        Assert.Equal(JitTier.Full, TierOfSwitch(Emission.DestinationSwitch.MostRanges, spread: 977));

    [Fact]
    public void A_huge_method_would_be_told() => Assert.Equal(JitTier.GivenUp, TierOfSwitch(ranges: 20_000, spread: 7));

    /// <summary>The tier of a method as the generator writes them, of that many ranges.</summary>
    static JitTier TierOfSwitch(int ranges, int spread)
    {
        var code = new StringBuilder($"public static class Generated{ranges} {{ public static int From(uint destination) => destination switch {{");
        for (var range = 1; range < ranges; range++)
        {
            code.Append(System.Globalization.CultureInfo.InvariantCulture, $"< {(uint)range * 200_000}u => {range * spread % 1000},");
        }

        code.Append("_ => 0 }; }");
        var compilation = TopologyProject.Of(code.ToString()).Compilation();
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        using var tiers = new JitTiers();
        var classify = new AssemblyLoadContext(null).LoadFromStream(image).GetType($"Generated{ranges}")!.GetMethod("From")!.CreateDelegate<Func<uint, int>>();
        return tiers.After(() => Call(classify), $"Generated{ranges}", "From");
    }

    static void Call(Func<uint, int> classify)
    {
        for (uint address = 0; address < 100; address++)
        {
            classify(address * 40_000_000);
        }
    }

    static List<MethodInfo> Switches(Assembly assembly, string type) => [.. assembly.GetTypes()
        .Single(each => each.Name.EndsWith(type, StringComparison.Ordinal))
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
        .Where(method => method.Name.StartsWith("From", StringComparison.Ordinal))];
}

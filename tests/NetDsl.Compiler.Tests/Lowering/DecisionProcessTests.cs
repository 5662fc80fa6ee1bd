using CsCheck;
using NetDsl.Addressing;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Tests.Lowering;

/// <summary>How a device chooses among paths: interconnect §7.2, step by step.</summary>
public sealed class DecisionProcessTests
{
    static readonly DecisionOptions All = new() { PrefersOldest = true };

    static readonly CandidatePath Path = new([65001, 65002])
    {
        Weight = 10,
        Origin = BgpOrigin.Egp,
        Med = 50,
        IgpCost = 20,
        HeardAt = TimeSpan.FromSeconds(20),
        RouterId = Ipv4Address.Parse("10.0.0.5"),
        Peer = IpAddress.Parse("169.254.6.5"),
    };

    // One of a pair that is better by one step only, and worse by every later one.
    static readonly CandidatePath Worst = Path with
    {
        AsPath = [65001, 65002, 65003],
        Origin = BgpOrigin.Incomplete,
        Med = 90,
        IsInternal = true,
        IgpCost = 90,
        HeardAt = TimeSpan.FromSeconds(90),
        RouterId = Ipv4Address.Parse("10.0.0.9"),
        Peer = IpAddress.Parse("169.254.6.9"),
    };

    public static TheoryData<DecisionStep> Steps => [.. Enum.GetValues<DecisionStep>().Where(step => step != DecisionStep.Multipath)];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Each_step_decides_before_all_later_ones(DecisionStep step)
    {
        var (better, worse) = Pair(step);
        var process = new DecisionProcess(All);
        Assert.Equal(new PathComparison(-1, step), process.Compare(better, worse));
        Assert.Equal(new PathComparison(1, step), process.Compare(worse, better));
        var choice = process.Choose([worse, better]);
        Assert.Equal((1, step, (EquatableArray<int>)[1]), (choice.Best, choice.DecidedBy, choice.Used));
        Assert.Equal((EquatableArray<DecisionStep?>)[step, null], choice.LostAt);
        Assert.Equal([1, 0], process.Rank([worse, better]));
    }

    [Fact]
    public void Nothing_is_chosen_where_no_next_hop_can_be_reached()
    {
        var choice = new DecisionProcess(All).Choose([Path with { IsNextHopResolvable = false }]);
        Assert.Equal((null, DecisionStep.NextHop, 0), (choice.Best, choice.DecidedBy, choice.Used.Count));
        Assert.Null(new DecisionProcess(All).Choose([]).Best);
    }

    [Fact]
    public void What_nothing_tells_apart_is_decided_by_no_step() => Assert.Equal(new PathComparison(0, null), new DecisionProcess(All).Compare(Path, Path with { }));

    [Fact]
    public void Discriminators_of_different_neighbours_are_not_compared_unless_all_are()
    {
        var other = Path with { AsPath = [65009, 65002], Med = 1, RouterId = Ipv4Address.Parse("10.0.0.9") };
        Assert.Equal(DecisionStep.RouterId, new DecisionProcess(new DecisionOptions()).Compare(Path, other).Step);
        Assert.Equal(new PathComparison(1, DecisionStep.Med), new DecisionProcess(new DecisionOptions { ComparesAllMeds = true }).Compare(Path, other));
    }

    [Fact]
    public void No_discriminator_is_the_lowest() => Assert.Equal(new PathComparison(-1, DecisionStep.Med), new DecisionProcess(All).Compare(Path with { Med = null }, Path with { Med = 1 }));

    [Fact]
    public void Age_counts_only_where_the_device_looks_at_it() =>
        Assert.Equal(DecisionStep.RouterId, new DecisionProcess(new DecisionOptions()).Compare(Path, Path with { HeardAt = TimeSpan.Zero, RouterId = Ipv4Address.Parse("10.0.0.9") }).Step);

    [Fact]
    public void Multipath_uses_all_that_are_equal_up_to_the_cost_and_tells_of_one()
    {
        var twin = Path with { HeardAt = TimeSpan.FromSeconds(90), RouterId = Ipv4Address.Parse("10.0.0.9"), Peer = IpAddress.Parse("169.254.6.9") };
        var choice = new DecisionProcess(All with { UsesMultipath = true }).Choose([twin, Path, Path with { IgpCost = 21 }]);
        Assert.Equal((1, (EquatableArray<int>)[0, 1]), (choice.Best, choice.Used));
        Assert.Equal((EquatableArray<DecisionStep?>)[DecisionStep.Oldest, null, DecisionStep.IgpCost], choice.LostAt);
    }

    /// <summary>Of these each beats the next one in pairs; the choice among all three is still one, in whatever order they stand.</summary>
    [Fact]
    public void Discriminators_that_go_in_a_circle_are_decided_within_all_paths()
    {
        var one = Path with { AsPath = [65001, 65002], Med = 20, IgpCost = 10 };
        var two = Path with { AsPath = [65001, 65002], Med = 10, IgpCost = 30 };
        var three = Path with { AsPath = [65009, 65002], Med = 50, IgpCost = 20 };
        var process = new DecisionProcess(new DecisionOptions());
        Assert.True(process.Compare(one, three).Order < 0 && process.Compare(three, two).Order < 0 && process.Compare(two, one).Order < 0);
        foreach (var paths in new CandidatePath[][] { [one, two, three], [two, three, one], [three, one, two], [three, two, one] })
        {
            Assert.Same(three, paths[process.Choose(paths).Best!.Value]);
            Assert.Equal([three, two, one], process.Rank(paths).Select(place => paths[place]));
        }
    }

    static readonly Gen<CandidatePath> Paths =
        from reachable in Gen.Int[0, 5]
        from small in Gen.UInt[0, 1].Array[6]
        from neighbour in Gen.UInt[1, 3]
        from length in Gen.Int[0, 2]
        from med in Gen.UInt[0, 2]
        from origin in Gen.Int[0, 2]
        select new CandidatePath([.. Enumerable.Repeat(65000 + neighbour, length)])
        {
            IsNextHopResolvable = reachable > 0,
            Weight = small[0],
            LocalPreference = 100 + small[1],
            IsLocallyOriginated = small[2] == 1,
            Origin = (BgpOrigin)origin,
            Med = med == 2 ? null : med,
            IsInternal = small[3] == 1,
            IgpCost = small[4],
            HeardAt = TimeSpan.FromSeconds(small[5]),
            RouterId = new Ipv4Address(small[0] ^ small[1]),
        };

    /// <summary>A speaker tells one path, so that all have different addresses.</summary>
    static readonly Gen<(CandidatePath[] Paths, int[] Order)> Lists =
        Paths.Array[1, 6].SelectMany(
            paths => Gen.Shuffle(Enumerable.Range(0, paths.Length).ToArray()),
            (paths, order) => (paths.Select((path, place) => path with { Peer = new Ipv4Address((uint)place + 1) }).ToArray(), order));

    /// <summary>The order in which paths come decides nothing, and of two paths the choice is what the comparison says.</summary>
    [Fact]
    public void A_choice_does_not_depend_on_the_order_of_paths() => Lists.Sample(sample =>
    {
        var (paths, order) = sample;
        CandidatePath[] shuffled = [.. order.Select(place => paths[place])];
        foreach (var process in Processes())
        {
            var (first, second) = (process.Choose(paths), process.Choose(shuffled));
            Assert.Equal(first.Best, second.Best is { } best ? order[best] : null);
            Assert.Equal(first.Used.Order(), second.Used.Select(place => order[place]).Order());
            Assert.Equal(order.Select(place => first.LostAt[place]), second.LostAt);
            Assert.Equal(process.Rank(paths), process.Rank(shuffled).Select(place => order[place]));
            Assert.Equal(first.Best is null, paths.All(path => !path.IsNextHopResolvable));
            Assert.True(first.Best is not { } chosen || chosen == process.Rank(paths)[0]);
        }
    });

    /// <summary>Where discriminators are compared among all, the comparison is a total order, and choosing is sorting by it.</summary>
    [Fact]
    public void Comparing_is_a_total_order_where_all_discriminators_are_compared() => Lists.Sample(sample =>
    {
        var paths = sample.Paths;
        var process = new DecisionProcess(new DecisionOptions { ComparesAllMeds = true, PrefersOldest = true });
        foreach (var one in paths)
        {
            foreach (var other in paths)
            {
                Assert.Equal(process.Compare(one, other).Order, -process.Compare(other, one).Order);
                Assert.Equal(ReferenceEquals(one, other), process.Compare(one, other).Order == 0);
                foreach (var third in paths)
                {
                    Assert.False(process.Compare(one, other).Order < 0 && process.Compare(other, third).Order < 0 && process.Compare(one, third).Order >= 0);
                }
            }
        }

        Assert.Equal(
            Enumerable.Range(0, paths.Length).Order(Comparer<int>.Create((one, other) => process.Compare(paths[one], paths[other]).Order)),
            process.Rank(paths));
    });

    static IEnumerable<DecisionProcess> Processes() =>
        from number in Enumerable.Range(0, 8)
        select new DecisionProcess(new DecisionOptions { UsesMultipath = (number & 1) != 0, PrefersOldest = (number & 2) != 0, ComparesAllMeds = (number & 4) != 0 });

    static (CandidatePath Better, CandidatePath Worse) Pair(DecisionStep step) => step switch
    {
        DecisionStep.NextHop => (Worst with { Weight = 0, LocalPreference = 1 }, Path with { IsNextHopResolvable = false, IsLocallyOriginated = true }),
        DecisionStep.Weight => (Worst with { Weight = 11, LocalPreference = 1 }, Path with { IsLocallyOriginated = true }),
        DecisionStep.LocalPreference => (Worst with { LocalPreference = 101 }, Path with { IsLocallyOriginated = true }),
        DecisionStep.LocallyOriginated => (Worst with { IsLocallyOriginated = true }, Path),
        DecisionStep.AsPathLength => (Worst with { AsPath = [65001] }, Path),
        DecisionStep.Origin => (Worst with { AsPath = Path.AsPath, Origin = BgpOrigin.Igp }, Path),
        DecisionStep.Med => (Worst with { AsPath = Path.AsPath, Origin = Path.Origin, Med = 49 }, Path),
        DecisionStep.External => (Path with { IgpCost = 90, HeardAt = Worst.HeardAt, RouterId = Worst.RouterId, Peer = Worst.Peer }, Path with { IsInternal = true }),
        DecisionStep.IgpCost => (Path with { IgpCost = 19, HeardAt = Worst.HeardAt, RouterId = Worst.RouterId, Peer = Worst.Peer }, Path),
        DecisionStep.Oldest => (Path with { HeardAt = TimeSpan.Zero, RouterId = Worst.RouterId, Peer = Worst.Peer }, Path),
        DecisionStep.RouterId => (Path with { RouterId = Ipv4Address.Parse("10.0.0.4"), Peer = Worst.Peer }, Path),
        _ => (Path with { Peer = IpAddress.Parse("169.254.6.4") }, Path),
    };
}

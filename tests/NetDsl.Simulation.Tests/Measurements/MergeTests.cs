using CsCheck;

namespace NetDsl.Simulation.Tests.Measurements;

/// <summary>Runs can be cut into parts: what is measured in them adds up, in any order.</summary>
public class MergeTests
{
    static readonly DropCode?[] Codes = [null, null, DropCode.EniSgRulesMismatch, DropCode.NoRouteToDestination];

    static readonly Gen<MeasuredEvent> Events =
        from at in Gen.Int[0, 9_999]
        from client in Gen.Int[-1, 3]
        from target in Gen.Int[-1, 3]
        from fromClient in Gen.Bool
        from code in Gen.Int[0, 3].Select(number => Codes[number])
        select new MeasuredEvent(at, client, target, fromClient, code, target < 0 ? Outcome.Exits : Outcome.Delivered);

    static readonly Gen<MeasuredEvent[]> Runs = Events.Array[0, 40].Select(events => events.OrderBy(told => told.At).ToArray());

    [Fact]
    public void Merging_is_associative() => Gen.Select(Runs, Runs, Runs).Sample(
        (one, two, three) =>
        {
            var (first, second, third) = (MeasuredEvent.Measured(one), MeasuredEvent.Measured(two), MeasuredEvent.Measured(three));
            Assert.Equal(first.Merge(second).Merge(third), first.Merge(second.Merge(third)));
        },
        iter: 40);

    [Fact]
    public void Merging_is_commutative() => Gen.Select(Runs, Runs).Sample(
        (one, two) => Assert.Equal(MeasuredEvent.Measured(one).Merge(MeasuredEvent.Measured(two)), MeasuredEvent.Measured(two).Merge(MeasuredEvent.Measured(one))),
        iter: 40);

    [Fact]
    public void The_parts_of_a_run_by_pairs_give_the_whole() => Runs.Sample(
        events =>
        {
            var whole = MeasuredEvent.Measured(events);
            var parts = events.GroupBy(told => (told.Client, told.Target)).Select(MeasuredEvent.Measured).DefaultIfEmpty(MeasuredEvent.Measured([])).Aggregate((one, other) => one.Merge(other));

            // The gateways of this test are in every part.
            Assert.Equal(whole, parts with { NatGateways = whole.NatGateways });
        },
        iter: 40);

    [Fact]
    public void Runs_of_different_length_are_not_parts_of_one()
    {
        var measured = MeasuredEvent.Measured([]);
        var other = measured with { Duration = TimeSpan.FromSeconds(11) };
        Assert.Contains("merge parts of one run", Assert.Throws<ArgumentException>(() => measured.Merge(other)).Message, StringComparison.Ordinal);
    }
}

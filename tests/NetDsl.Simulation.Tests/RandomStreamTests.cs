using NetDsl.Runtime.Randomness;

namespace NetDsl.Simulation.Tests;

public class RandomStreamTests
{
    [Fact]
    public void Gives_the_published_numbers_of_SplitMix64()
    {
        // Reference output for seed 1234567 (Vigna, prng.di.unimi.it; Rosetta Code "Pseudo-random numbers/Splitmix64").
        var stream = RandomStream.From(1234567);
        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => stream.Next()).ToArray());
    }

    [Fact]
    public void Streams_of_other_keys_and_seeds_are_others()
    {
        var firsts = from seed in Enumerable.Range(0, 50)
                     from key in Enumerable.Range(0, 50)
                     select First((ulong)seed, (ulong)key);
        Assert.Equal(2500, firsts.Distinct().Count());

        static ulong First(ulong seed, ulong key)
        {
            var stream = RandomStream.Of(seed, key);
            return stream.Next();
        }
    }

    [Fact]
    public void Numbers_below_a_bound_are_spread_evenly()
    {
        var stream = RandomStream.Of(1, 1);
        var counts = new int[7];
        for (var draw = 0; draw < 70_000; draw++)
        {
            counts[stream.Below(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
    }
}

using NetDsl.Runtime.Batches;

namespace NetDsl.Runtime.Tests.Batches;

public class DecidedKeysTests
{
    private const int Count = 1003;

    /// <summary>Senders with an address of their own, with another's source, and the internet.</summary>
    [Fact]
    public void Many_keys_at_once_are_those_made_one_by_one()
    {
        uint[] owns = [0, 0x0A000001, 0x0A000002, 0xFFFFFFFF];
        var random = new Random(7);
        int[] senders = [.. Enumerable.Range(0, Count).Select(_ => random.Next(-2, owns.Length - 1))];
        uint[] sources = [.. senders.Select(sender => random.Next(4) == 0 ? (uint)random.NextInt64() : owns[Math.Max(sender, -1) + 1])];
        uint[] destinations = [.. senders.Select(_ => (uint)random.NextInt64())];
        byte[] protocols = [.. senders.Select(_ => (byte)random.Next(256))];
        ushort[] sourcePorts = [.. senders.Select(_ => (ushort)random.Next(1 << 16))];
        ushort[] destinationPorts = [.. senders.Select(_ => (ushort)random.Next(1 << 16))];
        var keys = new DecidedKey[Count];
        var hashes = new uint[Count];
        new DecidedKeys(owns).Make(
            new PacketColumns
            {
                Senders = senders,
                Sources = sources,
                Destinations = destinations,
                Protocols = protocols,
                SourcePorts = sourcePorts,
                DestinationPorts = destinationPorts,
            },
            keys,
            hashes);

        var taken = 0;
        for (var index = 0; index < Count; index++)
        {
            var expected = DecidedKey.Of(
                senders[index],
                owns[Math.Max(senders[index], -1) + 1],
                sources[index],
                destinations[index],
                protocols[index],
                ((uint)sourcePorts[index] << 16) | destinationPorts[index]);
            Assert.Equal(expected, keys[index]);
            Assert.Equal(expected.Hash, hashes[index]);
            taken += expected.IsTaken ? 1 : 0;
        }

        Assert.InRange(taken, 1, Count - 1);
    }

    /// <summary>Among eight at once, and among those that are left.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    public void A_sender_that_there_is_not_is_refused(int at)
    {
        const int Packets = 10;
        foreach (var sender in (int[])[3, int.MaxValue])
        {
            var senders = new int[Packets];
            senders[at] = sender;
            Assert.Throws<IndexOutOfRangeException>(() => Make(senders));
        }

        // Whatever is below 0 is the internet.
        var internet = new int[Packets];
        internet[at] = int.MinValue;
        Make(internet);

        static void Make(int[] senders) => new DecidedKeys([0, 1, 2, 3]).Make(
            new PacketColumns
            {
                Senders = senders,
                Sources = new uint[Packets],
                Destinations = new uint[Packets],
                Protocols = new byte[Packets],
                SourcePorts = new ushort[Packets],
                DestinationPorts = new ushort[Packets],
            },
            new DecidedKey[Packets],
            new uint[Packets]);
    }

    [Fact]
    public void Hashes_of_keys_that_differ_in_one_small_number_spread()
    {
        const int Buckets = 1 << 10;
        foreach (var word in Enumerable.Range(0, 4))
        {
            var used = Enumerable.Range(0, Buckets)
                .Select(number => Enumerable.Range(0, 4).Select(each => each == word ? (uint)number : 0x0A010203u).ToArray())
                .Select(words => DecidedHash.Of(words[0], words[1], words[2], words[3]))
                .ToList();

            // As many as chance hits of as many: 63 in a hundred.
            Assert.InRange(used.Select(hash => hash % Buckets).Distinct().Count(), Buckets * 58 / 100, Buckets * 68 / 100);
            Assert.InRange(used.Select(hash => DecidedHash.Elsewhere(hash) % Buckets).Distinct().Count(), Buckets * 58 / 100, Buckets * 68 / 100);
        }
    }

    [Fact]
    public void A_decision_comes_back_from_its_number()
    {
        BatchDecision[] all =
        [
            .. Enum.GetValues<DropCode>().Select(code => new BatchDecision(Outcome.Dropped, BatchDecision.None, code)),
            new BatchDecision(Outcome.Exits, -1, null),
            .. Enumerable.Range(-1, 50).Select(holder => new BatchDecision(Outcome.Delivered, holder, null)),
            new BatchDecision(Outcome.Delivered, 1_000_000, null),
        ];
        var numbers = all.Select(decision => DecisionNumber.Of(decision, (1 << 21) - 1)).ToArray();
        Assert.DoesNotContain(-1, numbers);
        var decisions = new BatchDecision[all.Length];
        DecisionNumber.Decisions([.. numbers.Select(number => number + 1)], decisions);
        Assert.Equal(all, decisions);

        // Where there is no number, what is there stays.
        for (var index = 0; index < all.Length; index += 3)
        {
            (all[index], decisions[index], numbers[index]) = (new BatchDecision(Outcome.Delivered, 77, null), new BatchDecision(Outcome.Delivered, 77, null), -1);
        }

        DecisionNumber.Decisions([.. numbers.Select(number => number + 1)], decisions);
        Assert.Equal(all, decisions);
    }
}

using System.Runtime.Intrinsics.X86;
using NetDsl.Benchmarks.Dpdk;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Benchmarks.Sets;

namespace NetDsl.Benchmarks.Classification;

/// <summary>Classification by DPDK's <c>rte_acl</c>, by each of its algorithms that the processor has, in bursts.</summary>
internal sealed unsafe class DpdkRules
{
    private static readonly (string Name, int Number, bool IsSupported)[] Algorithms =
    [
        ("scalar", 1, true), ("SSE", 2, true), ("AVX2", 3, Avx2.IsSupported), ("AVX-512, 16 at once", 6, Avx512BW.IsSupported), ("AVX-512, 32 at once", 7, Avx512BW.IsSupported),
    ];

    private readonly delegate* unmanaged<int, uint*, int, int, int> classify;
    private readonly int algorithm;
    private readonly int burst;

    /// <summary>Makes the table ready, one at a time, and finds the algorithm that is fastest for these packets.</summary>
    /// <exception cref="InvalidOperationException">It does not take the rules.</exception>
    public DpdkRules(DpdkLibrary library, ListRule[] rules, HeldPacket[] packets)
    {
        classify = (delegate* unmanaged<int, uint*, int, int, int>)library["acl_classify"];
        fixed (ListRule* firstRule = rules)
        fixed (HeldPacket* firstPacket = packets)
        {
            if (((delegate* unmanaged<ListRule*, int, nuint, double>)library["acl_build"])(firstRule, rules.Length, 0) < 0)
            {
                throw new InvalidOperationException("rte_acl does not take the rules; it says why above.");
            }

            ((delegate* unmanaged<HeldPacket*, int, void>)library["acl_packets"])(firstPacket, packets.Length);
        }

        var found = new int[packets.Length];
        var candidates = Algorithms.Where(each => each.IsSupported)
            .SelectMany(each => new[] { 32, 256 }.Select(count => (Name: FormattableString.Invariant($"rte_acl, {each.Name}, bursts of {count}"), each.Number, Burst: count)))
            .ToArray();
        var measured = Rounds.Measure(2, 5, [.. candidates.Select(each => new Contender(each.Name, () => () => Find(each.Number, each.Burst, found)))]);
        (Name, algorithm, burst) = candidates.MinBy(each => measured.Time(each.Name).Median);
    }

    /// <summary>What it is called in tables.</summary>
    public string Name { get; }

    /// <summary>The rules that packets match, from 1 on; 0 for none.</summary>
    public void Find(int[] found) => Find(algorithm, burst, found);

    private object? Find(int algorithm, int burst, int[] found)
    {
        fixed (int* first = found)
        {
            return classify(algorithm, (uint*)first, found.Length, burst) == 0 ? null : throw new InvalidOperationException($"rte_acl does not classify by algorithm {algorithm}.");
        }
    }
}

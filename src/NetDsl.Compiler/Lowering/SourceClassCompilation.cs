using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Walks the paths of one source, or from one junction, to all destinations, and joins neighbours that take one path.</summary>
internal static class SourceClassCompilation
{
    /// <summary>A source class.</summary>
    /// <param name="node">Where packets enter.</param>
    /// <param name="ranges">The ranges of destinations.</param>
    /// <param name="programTo">Walks to an address, says in the scope how far the path is that to others, and answers its program.</param>
    public static SourceClass Compile(int node, RangeLists ranges, Func<IpAddress, DestinationScope, int> programTo)
    {
        var (starts, taken) = Walk(ranges.Ipv4);
        var (ipv6Starts, ipv6Taken) = Walk(ranges.Ipv6);
        return new SourceClass(node, starts.Select(start => start.AsIpv4!.Value.Value).ToEquatableArray(), taken.ToEquatableArray())
        {
            Ipv6Starts = ipv6Starts.ToEquatableArray(),
            Ipv6Programs = ipv6Taken.ToEquatableArray(),
        };

        (List<IpAddress> Starts, List<int> Programs) Walk(RangeList all)
        {
            var first = new List<IpAddress>();
            var chosen = new List<int>();
            for (var range = 0; range < all.Count;)
            {
                var scope = all.Around(range);
                var start = all[range].First;
                var program = programTo(start, scope);
                if (chosen.Count == 0 || chosen[chosen.Count - 1] != program)
                {
                    first.Add(start);
                    chosen.Add(program);
                }

                // What the path to one range told of those that follow, no walk needs to find out again.
                range = all.IndexOf(scope.Last) + 1;
            }

            return (first, chosen);
        }
    }
}

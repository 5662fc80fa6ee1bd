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
        return Of(node, starts, taken, ipv6Starts, ipv6Taken);

        (List<IpAddress> Starts, List<int> Programs) Walk(RangeList all)
        {
            var first = new List<IpAddress>();
            var chosen = new List<int>();
            for (var range = 0; range < all.Count;)
            {
                var scope = all.Around(range);
                var start = all[range].First;
                var program = programTo(start, scope);
                Append(first, chosen, start, program);

                // What the path to one range told of those that follow, no walk needs to find out again.
                range = all.IndexOf(scope.Last) + 1;
            }

            return (first, chosen);
        }
    }

    /// <summary>A source class of ranges that are known.</summary>
    public static SourceClass Of(
        int node, IReadOnlyList<IpAddress> starts, IReadOnlyList<int> programs, IReadOnlyList<IpAddress> ipv6Starts, IReadOnlyList<int> ipv6Programs) =>
        new(node, starts.Select(start => start.AsIpv4!.Value.Value).ToEquatableArray(), programs.ToEquatableArray())
        {
            Ipv6Starts = ipv6Starts.ToEquatableArray(),
            Ipv6Programs = ipv6Programs.ToEquatableArray(),
        };

    /// <summary>Adds a range, unless the one before it takes the same path.</summary>
    public static void Append(List<IpAddress> starts, List<int> programs, IpAddress start, int program)
    {
        if (programs.Count == 0 || programs[programs.Count - 1] != program)
        {
            starts.Add(start);
            programs.Add(program);
        }
    }
}

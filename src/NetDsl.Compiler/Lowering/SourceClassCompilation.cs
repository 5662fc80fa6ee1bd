using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Walks the path of one source to every range, and joins neighbours that take one path.</summary>
internal static class SourceClassCompilation
{
    public static SourceClass Compile(
        Source source,
        (IReadOnlyList<IpAddress> Ipv4, IReadOnlyList<IpAddress> Ipv6) ranges,
        Func<Source, IpAddress, PathProgram> walk,
        InternedTable<PathProgram> programs)
    {
        var (starts, taken) = Walk(ranges.Ipv4);
        var (ipv6Starts, ipv6Taken) = Walk(ranges.Ipv6);
        return new SourceClass(
            source.Node, starts.Select(start => start.AsIpv4!.Value.Value).ToEquatableArray(), taken.ToEquatableArray())
        {
            Ipv6Starts = ipv6Starts.ToEquatableArray(),
            Ipv6Programs = ipv6Taken.ToEquatableArray(),
        };

        (List<IpAddress> Starts, List<int> Programs) Walk(IReadOnlyList<IpAddress> all)
        {
            var first = new List<IpAddress>();
            var chosen = new List<int>();
            foreach (var start in all)
            {
                var program = programs.IndexOf(walk(source, start));
                if (chosen.Count == 0 || chosen[chosen.Count - 1] != program)
                {
                    first.Add(start);
                    chosen.Add(program);
                }
            }

            return (first, chosen);
        }
    }
}

using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Walks the path of one source to every range, and joins neighbours that take one path.</summary>
internal static class SourceClassCompilation
{
    public static SourceClass Compile(
        Source source,
        IReadOnlyList<uint> ranges,
        Func<Source, Ipv4Address, PathProgram> walk,
        InternedTable<PathProgram> programs)
    {
        var starts = new List<uint>();
        var taken = new List<int>();
        foreach (var start in ranges)
        {
            var program = programs.IndexOf(walk(source, new Ipv4Address(start)));
            if (taken.Count == 0 || taken[taken.Count - 1] != program)
            {
                starts.Add(start);
                taken.Add(program);
            }
        }

        return new SourceClass(source.Node, starts.ToEquatableArray(), taken.ToEquatableArray());
    }
}

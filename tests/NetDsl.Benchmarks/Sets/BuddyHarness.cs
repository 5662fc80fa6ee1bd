using System.Runtime.InteropServices;

namespace NetDsl.Benchmarks.Sets;

/// <summary>Binary decision diagrams in C: BuDDy (Debian's <c>libbdd-dev</c>) behind one function, built for this run.</summary>
internal sealed unsafe class BuddyHarness
{
    private const string Source = "bddanchor.c";

    private readonly delegate* unmanaged<ListRule*, int, int*, double*, double> allowed;

    private BuddyHarness(nint library) =>
        allowed = (delegate* unmanaged<ListRule*, int, int*, double*, double>)NativeLibrary.GetExport(library, "buddy_acl");

    /// <summary>Builds and loads it; nothing, and words about it, when that does not work.</summary>
    /// <param name="folder">Where the source is.</param>
    /// <param name="scratch">Where the library may be written.</param>
    public static BuddyHarness? Build(string folder, string scratch)
    {
        var library = Path.Combine(scratch, "libbddanchor.so");
        var built = Testing.Command.Run(
            scratch, "gcc", "-O3", "-march=native", "-fPIC", "-shared", "-o", library, Path.GetFullPath(Path.Combine(folder, Source)), "-lbdd", "-lm");
        if (built.ExitCode == 0)
        {
            return new BuddyHarness(NativeLibrary.Load(library));
        }

        Console.Error.WriteLine($"{Source} cannot be built. It needs gcc and libbdd-dev, and its folder as argument.\n{built}");
        return null;
    }

    /// <summary>Makes the set of packets that a list allows.</summary>
    /// <param name="rules">The list.</param>
    /// <param name="nodes">The nodes of its diagram.</param>
    /// <param name="packets">How many packets it has, as a logarithm to base 2.</param>
    /// <returns>Milliseconds, without those that take making the tables ready.</returns>
    public double Time(ListRule[] rules, out int nodes, out double packets)
    {
        fixed (ListRule* first = rules)
        fixed (int* count = &nodes)
        fixed (double* logarithm = &packets)
        {
            return allowed(first, rules.Length, count, logarithm);
        }
    }
}

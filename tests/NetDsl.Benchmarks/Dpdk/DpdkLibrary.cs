using System.Runtime.InteropServices;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Dpdk;

/// <summary>
/// DPDK (Debian's <c>libdpdk-dev</c>) behind the flat functions of the harness in <c>shared/bench</c>, built for this run. One in a process: it starts once.
/// </summary>
internal sealed unsafe class DpdkLibrary
{
    private const string Source = "anchors.c";
    private const int MemoryMegabytes = 1536;
    private readonly nint library;

    private DpdkLibrary(nint library)
    {
        this.library = library;
        if (((delegate* unmanaged<int, int, int>)this["anc_init"])(MemoryMegabytes, 1) != 0)
        {
            throw new InvalidOperationException("DPDK does not start; it says why above.");
        }
    }

    /// <summary>The address of a function.</summary>
    public nint this[string name] => NativeLibrary.GetExport(library, name);

    /// <summary>Where the harness usually is.</summary>
    public static string UsualFolder => Path.Combine(Repository.Root, "..", "shared", "bench", "c");

    /// <summary>Builds and loads it; nothing, and words about it, when that does not work.</summary>
    /// <param name="folder">Where the source is.</param>
    /// <param name="scratch">Where the library may be written.</param>
    public static DpdkLibrary? Build(string folder, string scratch)
    {
        var library = Path.Combine(scratch, "libanchors.so");
        var source = Path.GetFullPath(Path.Combine(folder, Source));

        // One function that nobody calls here is written for processors with AVX-512, and others do not take it as it is.
        var forAnyProcessor = $"sed 's/^double mem_probe/__attribute__((target(\"avx512f\"))) &/' {source} | ";
        var built = Command.Run(
            scratch,
            "sh",
            "-c",
            $"{forAnyProcessor}gcc -O3 -march=native -fPIC -w $(pkg-config --cflags libdpdk | sed 's/-march=[^ ]*//') -shared -o {library} -x c - -lrte_lpm -lrte_fib -lrte_rib -lrte_acl -lrte_hash -lrte_ring -lrte_rcu -lrte_eal");
        if (built.ExitCode == 0)
        {
            return new DpdkLibrary(NativeLibrary.Load(library));
        }

        Console.Error.WriteLine($"{Source} cannot be built. It needs gcc, pkg-config and libdpdk-dev, and its folder as argument.\n{built}");
        return null;
    }
}

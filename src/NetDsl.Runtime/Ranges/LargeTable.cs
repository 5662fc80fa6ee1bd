using System.Runtime.InteropServices;

namespace NetDsl.Runtime.Ranges;

/// <summary>
/// A table outside of the garbage collector's heap; one of many megabytes on large pages where the system has them ready: looking up addresses at random, pages of 4 KiB cost a second read
/// for each.
/// </summary>
internal sealed unsafe partial class LargeTable
{
    private const nuint PageBytes = 2 << 20;
    private const nuint LineBytes = 64;
    private const int UseHugePages = 14;
    private readonly nuint whole;

    /// <summary>Takes memory, all zero; given back when nobody has the table any more.</summary>
    /// <param name="bytes">How much.</param>
    /// <exception cref="OutOfMemoryException">There is not so much.</exception>
    public LargeTable(nuint bytes)
    {
        // Of small tables a page each would be waste, and all would begin in the same lines of the cache.
        var alignment = bytes < PageBytes / 2 ? LineBytes : PageBytes;
        whole = (bytes + alignment - 1) & ~(alignment - 1);
        Memory = NativeMemory.AlignedAlloc(whole, alignment);
        if (alignment == PageBytes && OperatingSystem.IsLinux())
        {
            // A wish: what comes of it is the same memory.
            _ = Advise(Memory, whole, UseHugePages);
        }

        NativeMemory.Clear(Memory, whole);

        // The collector sees a small object otherwise, and takes its time.
        GC.AddMemoryPressure((long)whole);
    }

    ~LargeTable()
    {
        NativeMemory.AlignedFree(Memory);
        GC.RemoveMemoryPressure((long)whole);
    }

    /// <summary>The memory; only while somebody has the table.</summary>
    public void* Memory { get; }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* memory, nuint length, int advice);
}

using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>What comes of a walk.</summary>
/// <param name="Program">Its program, in the table of programs.</param>
/// <param name="EndOrigin">What the origin of its end is of.</param>
/// <param name="Assumed">From a junction: what it takes for granted of sources; see <see cref="JunctionTail"/>.</param>
/// <param name="IsForAll">From a junction: whether it is that of any source.</param>
internal sealed record Way(int Program, EndOrigin EndOrigin, IReadOnlyCollection<ElementId> Assumed, bool IsForAll);

/// <summary>A walk that was made, and what it takes to know that it would come out the same.</summary>
/// <param name="Start">The address that it was made to.</param>
/// <param name="First">The first address that it speaks for.</param>
/// <param name="Last">The last one.</param>
/// <param name="Facts">What it asked.</param>
/// <param name="Named">What it named, in order.</param>
/// <param name="Program">Its program.</param>
/// <param name="Assumed">See <see cref="Way"/>.</param>
/// <param name="IsForAll">See <see cref="Way"/>.</param>
internal sealed record WalkRecord(
    IpAddress Start, IpAddress First, IpAddress Last, Fact[] Facts, object[] Named, KnownProgram Program, IReadOnlyCollection<ElementId> Assumed, bool IsForAll);

/// <summary>A program that is remembered. Walks hold it, and not a number: so that they stay as they are where numbers change.</summary>
/// <param name="program">The program, in the numbers of the lowering that is remembered.</param>
/// <param name="endOrigin">What the origin of its end is of: of two paths with one program the ends may move apart.</param>
internal sealed class KnownProgram(PathProgram program, EndOrigin endOrigin)
{
    public EndOrigin EndOrigin => endOrigin;

    /// <summary>The program, in the numbers of the lowering that is remembered.</summary>
    public PathProgram Remembered { get; set; } = program;

    /// <summary>Its number in the lowering that is under way, if that has met it; -1 when it cannot be put into its numbers.</summary>
    public int Number { get; set; }

    /// <summary>The lowering that met it last.</summary>
    public int MetIn { get; set; }
}

/// <summary>What the origin of a path's end is of: of paths that stay, origins move all the same.</summary>
internal enum EndOrigin
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The element that drops.</summary>
    Element,

    /// <summary>The last route that was taken.</summary>
    Route,
}

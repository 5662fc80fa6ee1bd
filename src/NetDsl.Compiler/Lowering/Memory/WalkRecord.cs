using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>A walk that was made, and what it takes to know that it would come out the same.</summary>
/// <param name="Start">The address that it was made to.</param>
/// <param name="First">The first address that it speaks for.</param>
/// <param name="Last">The last one.</param>
/// <param name="Facts">What it asked.</param>
/// <param name="Named">What it named, in order.</param>
/// <param name="Way">What came out, by the numbers of its lowering.</param>
internal sealed record WalkRecord(IpAddress Start, IpAddress First, IpAddress Last, Fact[] Facts, object[] Named, Way Way);

/// <summary>What comes of a walk.</summary>
/// <param name="Program">Its program, in the table of programs.</param>
/// <param name="EndOrigin">What the origin of its end is of.</param>
/// <param name="Assumed">From a junction: what it takes for granted of sources; see <see cref="JunctionTail"/>.</param>
/// <param name="IsForAll">From a junction: whether it is that of any source.</param>
internal sealed record Way(int Program, EndOrigin EndOrigin, IReadOnlyCollection<ElementId> Assumed, bool IsForAll);

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

using System.Collections;
using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>One or several ends of an intent: <c>web</c>, <c>[web, Internet, "10.9.0.0/16"]</c>, or <c>[.. hosts]</c>.</summary>
[CollectionBuilder(typeof(IntentEnds), nameof(Create))]
public sealed class IntentEnds : IReadOnlyList<IntentEnd>
{
    private readonly IntentEnd[] ends;

    private IntentEnds(IntentEnd[] ends) => this.ends = ends;

    /// <inheritdoc/>
    public int Count => ends.Length;

    /// <inheritdoc/>
    public IntentEnd this[int index] => ends[index];

    /// <summary>One end.</summary>
    public static implicit operator IntentEnds(IntentEnd end) => new([end]);

    /// <summary>An element.</summary>
    public static implicit operator IntentEnds(ElementBuilder element) => new([element]);

    /// <summary>A prefix in CIDR notation.</summary>
    public static implicit operator IntentEnds(string cidr) => new([cidr]);

    /// <summary>The internet.</summary>
    public static implicit operator IntentEnds(Endpoint endpoint) => new([endpoint]);

    /// <summary>Holds the ends in their order.</summary>
    public static IntentEnds Create(params IntentEnd[] ends) => new([.. ends]);

    /// <summary>Holds the ends in their order.</summary>
    public static IntentEnds Create(ReadOnlySpan<IntentEnd> ends) => new(ends.ToArray());

    /// <inheritdoc/>
    public IEnumerator<IntentEnd> GetEnumerator() => ends.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

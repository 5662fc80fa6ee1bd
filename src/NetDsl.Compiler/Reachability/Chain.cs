using System.Collections;

namespace NetDsl.Compiler.Reachability;

/// <summary>What was noted on the way, the last first. Branches of a walk share what they had in common.</summary>
internal sealed class Chain<T> : IEnumerable<T>
{
    private readonly T item = default!;
    private readonly Chain<T>? before;

    private Chain()
    {
    }

    private Chain(T item, Chain<T> before)
    {
        this.item = item;
        this.before = before;
    }

    /// <summary>Nothing was noted.</summary>
    public static Chain<T> Empty { get; } = new();

    /// <summary>The same with one more.</summary>
    public Chain<T> With(T added) => new(added, this);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var each = this; each.before is not null; each = each.before)
        {
            yield return each.item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

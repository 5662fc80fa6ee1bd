namespace NetDsl.Evaluation.Interpretation;

/// <summary>The value of a variable that a statement would have assigned that could not be evaluated.</summary>
internal sealed class Unknown
{
    public static readonly object Value = new Unknown();
}

/// <summary>Variables that functions capture. Each pass through a block or loop that declares some makes others.</summary>
internal sealed class Scope(int variables, Scope? outer)
{
    public object?[] Values { get; } = new object?[variables];

    public Scope? Outer { get; } = outer;

    /// <summary>What lambdas became that were evaluated for these variables; nothing where there were none.</summary>
    public ScopedFunction? Functions { get; set; }
}

/// <summary>A lambda that captures variables of a scope, as it was evaluated first.</summary>
/// <param name="Code">The lambda.</param>
/// <param name="Value">The delegate.</param>
/// <param name="Next">Others of the scope.</param>
internal sealed record ScopedFunction(Code Code, Delegate Value, ScopedFunction? Next);

/// <summary>One call of a function.</summary>
/// <param name="slots">The arguments, and room for variables.</param>
/// <param name="scope">The variables around it that it captures.</param>
/// <param name="self">What <c>this</c> means; of a struct, the place that it is in.</param>
internal sealed class Frame(object?[] slots, Scope? scope, object? self)
{
    private readonly Place? place = self as Place;
    private object? self = self;

    /// <summary>Parameters, and then the variables and intermediate values that no other function sees.</summary>
    public object?[] Slots { get; } = slots;

    /// <summary>The innermost variables that other functions see too.</summary>
    public Scope? Scope { get; set; } = scope;

    /// <summary>What <c>this</c> means; of a struct that is in a place, its present value there.</summary>
    public object? Self
    {
        get => place is null ? self : place.Value;
        set
        {
            if (place is null)
            {
                self = value;
            }
            else
            {
                place.Value = value;
            }
        }
    }

    /// <summary>What a <c>return</c> gave.</summary>
    public object? Result { get; set; }

    /// <summary>How the last statement ended that gives elements of a sequence.</summary>
    public Completion Completion { get; set; }

    /// <summary>Where a <c>goto</c> goes.</summary>
    public Microsoft.CodeAnalysis.ILabelSymbol? Target { get; set; }

    /// <summary>The exception that the innermost <c>catch</c> handles.</summary>
    public Exception? Caught { get; set; }
}

/// <summary>How a statement ended.</summary>
internal enum Completion
{
    Normal,
    Break,
    Continue,
    Return,
    Goto,
}

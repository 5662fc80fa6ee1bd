using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>Gives the value of an expression.</summary>
internal delegate object? Value(Frame frame);

/// <summary>Finds what an expression stands for, evaluating what leads there once.</summary>
internal delegate Place Locator(Frame frame);

/// <summary>
/// A function of the program, made ready to run: its operations are walked once, when it is called first, and become delegates that do
/// what they say. Type parameters are filled in, so that the same method with other type arguments is other code.
/// </summary>
internal sealed class Code(string name)
{
    public string Name { get; } = name;

    /// <summary>The text of a function that is a value.</summary>
    public SyntaxNode? Syntax { get; set; }

    /// <summary>Parameters and variables of a frame.</summary>
    public int Slots { get; set; }

    /// <summary>The variables of the function itself that others capture; nothing where there are none.</summary>
    public ScopeLayout? Scope { get; set; }

    /// <summary>Parameters that are captured, with their places in the scope.</summary>
    public List<(int Slot, int Variable)> CapturedParameters { get; } = [];

    /// <summary>Parameters that read a variable of the caller where there is one, and else a value that nobody else has.</summary>
    public List<int> ReadOnlyReferences { get; } = [];

    public Statement? Body { get; set; }

    /// <summary>What the compiler of C# writes by itself: the accessors of automatic properties, the members of records.</summary>
    public Func<object?, object?[], object?>? Intrinsic { get; init; }

    /// <summary>What the setter of an automatic property does: it gives the object afterwards, of a struct another one.</summary>
    public Func<object?, object?[], object?>? SelfIntrinsic { get; init; }

    /// <summary>Makes the sequence that an iterator gives; nothing for other functions.</summary>
    public Func<Code, object?, object?[], Scope?, object>? Sequence { get; set; }

    public Frame Frame(object?[] slots, Scope? closure, object? self)
    {
        foreach (var slot in ReadOnlyReferences)
        {
            slots[slot] = slots[slot] as Place ?? new Copied(slots[slot]);
        }

        if (Scope is null)
        {
            return new Frame(slots, closure, self);
        }

        var scope = new Scope(Scope.Count, closure);
        foreach (var (slot, variable) in CapturedParameters)
        {
            scope.Values[variable] = slots[slot];
        }

        return new Frame(slots, scope, self);
    }
}

/// <summary>How many variables a scope has; it grows while the function is made ready.</summary>
/// <param name="depth">How many scopes are around it.</param>
/// <param name="syntax">What declares the variables.</param>
internal sealed class ScopeLayout(int depth, SyntaxNode syntax)
{
    public SyntaxNode Syntax => syntax;

    /// <summary>How many scopes are around it.</summary>
    public int Depth { get; } = depth;

    public int Count { get; set; }
}

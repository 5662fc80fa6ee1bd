using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Translation;

/// <summary>Where a variable is kept: in its frame, or, when other functions capture it, in a scope that they share.</summary>
internal sealed class Variable
{
    public required ISymbol Symbol { get; init; }

    public int Slot { get; init; }

    public ScopeLayout? Scope { get; init; }

    /// <summary>Whether it holds the place of another variable.</summary>
    public bool IsReference { get; init; }
}

/// <summary>How a variable is read and written from where the function stands.</summary>
internal static class VariableAccess
{
    public static Value Read(Variable variable, ScopeLayout? from)
    {
        var read = ReadDirectly(variable, from);
        return variable.IsReference ? frame => read(frame) is Place place ? place.Value : Unknown.Value : read;
    }

    /// <summary>Reads what a variable itself holds: the place, of one that stands for another.</summary>
    public static Value ReadDirectly(Variable variable, ScopeLayout? from)
    {
        var slot = variable.Slot;
        if (variable.Scope is not { } scope)
        {
            return frame => frame.Slots[slot];
        }

        switch (from!.Depth - scope.Depth)
        {
            case 0:
                return frame => frame.Scope!.Values[slot];
            case 1:
                return frame => frame.Scope!.Outer!.Values[slot];
            case var hops:
                return frame => Find(frame, hops).Values[slot];
        }
    }

    public static Action<Frame, object?> Write(Variable variable, ScopeLayout? from)
    {
        var write = WriteDirectly(variable, from);
        if (!variable.IsReference)
        {
            return write;
        }

        var read = ReadDirectly(variable, from);
        return (frame, value) =>
        {
            if (read(frame) is Place place)
            {
                place.Value = value;
            }
        };
    }

    public static Action<Frame, object?> WriteDirectly(Variable variable, ScopeLayout? from)
    {
        var slot = variable.Slot;
        if (variable.Scope is not { } scope)
        {
            return (frame, value) => frame.Slots[slot] = value;
        }

        var hops = from!.Depth - scope.Depth;
        return hops == 0
            ? (frame, value) => frame.Scope!.Values[slot] = value
            : (frame, value) => Find(frame, hops).Values[slot] = value;
    }

    public static Locator Locate(Variable variable, ScopeLayout? from)
    {
        var slot = variable.Slot;
        if (variable.IsReference)
        {
            var read = ReadDirectly(variable, from);
            return frame => (Place)read(frame)!;
        }

        if (variable.Scope is not { } scope)
        {
            return frame => new VariablePlace(frame.Slots, slot);
        }

        var hops = from!.Depth - scope.Depth;
        return frame => new VariablePlace(Find(frame, hops).Values, slot);
    }

    public static Scope Find(Frame frame, int hops)
    {
        var scope = frame.Scope!;
        for (; hops > 0; hops--)
        {
            scope = scope.Outer!;
        }

        return scope;
    }
}

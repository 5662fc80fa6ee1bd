using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>Something that can be assigned to, and that a <c>ref</c> can stand for: found once, then read and written.</summary>
internal abstract class Place
{
    public abstract object? Value { get; set; }

    /// <summary>What C# does where it takes a reference: it looks whether there is something to refer to.</summary>
    public virtual void Refer()
    {
    }
}

/// <summary>An element of an array of ours: a variable.</summary>
internal sealed class VariablePlace(object?[] variables, int index) : Place
{
    public override object? Value
    {
        get => variables[index];
        set => variables[index] = value;
    }
}

/// <summary>What <c>this</c> of a struct is.</summary>
internal sealed class SelfPlace(Frame frame) : Place
{
    public override object? Value
    {
        get => frame.Self;
        set => frame.Self = value;
    }
}

/// <summary>A value that nothing can be assigned to, where a place is asked for: what is written is lost, as with C#'s copies.</summary>
internal sealed class Copied(object? value) : Place
{
    public override object? Value { get; set; } = value;
}

/// <summary>A field of an object of the program.</summary>
internal sealed class FieldPlace(object?[] fields, int index) : Place
{
    public override object? Value
    {
        get => fields[index];
        set => fields[index] = value;
    }
}

/// <summary>A field of a struct of the program, which is in a place of its own: a changed copy goes there.</summary>
internal sealed class StructFieldPlace(Place holder, UserType type, int index) : Place
{
    public override object? Value
    {
        get => ReferenceEquals(holder.Value, Unknown.Value) ? Unknown.Value : type.FieldsOf(holder.Value!)[index];
        set
        {
            if (ReferenceEquals(holder.Value, Unknown.Value))
            {
                return;
            }

            var copy = type.Copy(holder.Value!);
            type.FieldsOf(copy)[index] = value;
            holder.Value = copy;
        }
    }
}

/// <summary>An element of a tuple, which is in a place of its own: a changed copy goes there.</summary>
internal sealed class TupleElementPlace(Place holder, int index) : Place
{
    public override object? Value
    {
        get => ReferenceEquals(holder.Value, Unknown.Value) ? Unknown.Value : Tuples.Item(holder.Value!, index);
        set
        {
            if (ReferenceEquals(holder.Value, Unknown.Value))
            {
                return;
            }

            var items = Tuples.Items(holder.Value!);
            items[index] = value;
            holder.Value = Tuples.Create(holder.Value!.GetType(), items);
        }
    }
}

/// <summary>A struct of the program in a box, which is changed in the box.</summary>
internal sealed class BoxPlace(object box) : Place
{
    public override object? Value
    {
        get => box;
        set => ((IShell)box).State = ((IShell)value!).State;
    }
}

/// <summary>An element of an array of the program.</summary>
/// <param name="interpreter">Who is told where elements are read and written.</param>
/// <param name="array">The array.</param>
/// <param name="positions">The index in each dimension.</param>
/// <param name="exactly">The type that the elements of the array must be declared with, where something else may be written; nothing where not.</param>
/// <param name="at">The expression.</param>
internal sealed class ElementPlace(Interpreter interpreter, Array array, long[] positions, Type? exactly, SyntaxNode at) : Place
{
    public override object? Value
    {
        get
        {
            interpreter.At = at;
            return Elements.Get(array, positions);
        }

        set
        {
            interpreter.At = at;
            interpreter.KeepShared(array, at);
            Elements.Set(array, positions, value);
        }
    }

    public override void Refer()
    {
        _ = Value;
        if (exactly is { IsValueType: false } && array.GetType().GetElementType() != exactly)
        {
            throw interpreter.Throw(at, new ArrayTypeMismatchException());
        }
    }
}

/// <summary>Anything else: how it is read and written.</summary>
internal sealed class ComputedPlace(Func<object?> read, Action<object?> write) : Place
{
    public override object? Value
    {
        get => read();
        set => write(value);
    }
}

/// <summary>
/// A member or an element of nothing. C# finds that out when it reads or writes there, behind what is evaluated in between, such as
/// the value that is assigned.
/// </summary>
internal sealed class NullPlace(Func<Exception> thrown) : Place
{
    public override object? Value
    {
        get => throw thrown();
        set => throw thrown();
    }

    public override void Refer() => throw thrown();
}

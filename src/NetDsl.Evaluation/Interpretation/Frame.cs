using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>A variable. Functions that capture it share it.</summary>
internal sealed class Variable
{
    public object? Value { get; set; } = Unknown.Value;
}

/// <summary>The value of a variable that a statement would have assigned that could not be evaluated.</summary>
internal sealed class Unknown
{
    public static readonly object Value = new Unknown();
}

/// <summary>The variables of one call of a function, and of the functions around it.</summary>
internal sealed class Frame(
    ISymbol function, Frame? outer, IReadOnlyDictionary<ITypeParameterSymbol, Type> typeArguments)
{
    public static readonly IReadOnlyDictionary<ITypeParameterSymbol, Type> NoTypeArguments =
        new Dictionary<ITypeParameterSymbol, Type>(SymbolEqualityComparer.Default);

    private readonly Dictionary<ISymbol, Variable> variables = new(SymbolEqualityComparer.Default);

    private Frame(Frame copied)
        : this(copied.Function, copied.Outer?.Capture(), copied.TypeArguments)
    {
        foreach (var variable in copied.variables)
        {
            variables.Add(variable.Key, variable.Value);
        }

        Receivers.AddRange(copied.Receivers);
    }

    public ISymbol Function { get; } = function;

    public Frame? Outer { get; } = outer;

    public IReadOnlyDictionary<ITypeParameterSymbol, Type> TypeArguments { get; } = typeArguments;

    /// <summary>What a <c>return</c> gave.</summary>
    public object? Result { get; set; }

    /// <summary>The objects that initialisers, conditional accesses and implicit indexes speak of, innermost last.</summary>
    public List<object?> Receivers { get; } = [];

    /// <summary>A new variable, in place of one of an earlier pass through a loop.</summary>
    public Variable Declare(ISymbol symbol) => variables[symbol] = new Variable();

    public void Alias(ISymbol symbol, Variable variable) => variables[symbol] = variable;

    /// <summary>The variable; a new, unknown one where nothing was assigned so far.</summary>
    public Variable Find(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.variables.TryGetValue(symbol, out var variable))
            {
                return variable;
            }
        }

        return Declare(symbol);
    }

    /// <summary>
    /// What a function captures that is made now: these very variables, and those of the functions around, also when the next pass
    /// through a loop declares others in their place.
    /// </summary>
    public Frame Capture() => new(this);

    /// <summary>The frame of the function that a local function or lambda stands in.</summary>
    public Frame? Of(ISymbol function)
    {
        var frame = this;
        while (frame is not null && !SymbolEqualityComparer.Default.Equals(frame.Function, function))
        {
            frame = frame.Outer;
        }

        return frame;
    }
}

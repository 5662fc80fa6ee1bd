using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Statics of the program.</content>
internal sealed partial class Interpreter
{
    private readonly Dictionary<ISymbol, object?> statics = new(SymbolEqualityComparer.Default);
    private readonly StaticOrder staticOrder = new();
    private readonly SharedObjects shared = new();

    /// <summary>A static of the program: evaluated at its first use. Only those that never change have one value to speak of.</summary>
    private object? ReadStatic(ISymbol symbol, bool isReadOnly, IOperation at)
    {
        if (!isReadOnly)
        {
            throw Refuse(at, $"'{symbol.Name}' can change, so its value is not known at compile time; make it 'const' or 'static readonly', or pass it as a parameter");
        }

        if (staticOrder.WhyNot(symbol) is { } why)
        {
            throw Refuse(at, why);
        }

        if (statics.TryGetValue(symbol, out var known))
        {
            return ReferenceEquals(known, Unknown.Value) ? throw Abandon() : known;
        }

        if (symbol.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared))
        {
            throw Refuse(at, $"'{symbol.ContainingType.Name}' has a static constructor, which is not evaluated at compile time; initialise '{symbol.Name}' where it is declared");
        }

        var initialiser = bodies.OfInitialiser(symbol) as ISymbolInitializerOperation
            ?? throw Refuse(at, $"'{symbol.Name}' is not initialised where it is declared; give it a value there");
        object? value = Unknown.Value;
        staticOrder.Enter(symbol);
        try
        {
            value = Evaluate(initialiser.Value, new Frame(symbol, null, Frame.NoTypeArguments));
        }
        finally
        {
            staticOrder.Leave();
            statics[symbol] = value;
            shared.Add(value);
        }

        return value;
    }

    /// <summary>
    /// Refuses what would change the object of a static: the next topology that is built in the same process would find it changed.
    /// </summary>
    private void KeepShared(object? changed, IOperation at)
    {
        if (shared.Contains(changed))
        {
            throw Refuse(at, "this changes a collection of a static, which the next definition would find changed; change a copy of it, such as [..items]");
        }
    }
}

using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Translation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Statics of the program.</content>
internal sealed partial class Interpreter
{
    private readonly Dictionary<(ISymbol, TypeEnvironment), object?> statics = new(MemberComparer.Instance);
    private readonly HashSet<(ISymbol, TypeEnvironment)> constructed = new(MemberComparer.Instance);
    private readonly List<object?> constructedValues = [];
    private int constructing;
    private readonly StaticOrder staticOrder = new();
    private readonly SharedObjects shared = new();

    /// <summary>A static of the program: evaluated at its first use. Only those that never change have one value to speak of.</summary>
    public object? ReadStatic(ISymbol symbol, bool isReadOnly, TypeEnvironment environment, SyntaxNode at)
    {
        if (!isReadOnly)
        {
            throw Refuse(at, $"'{symbol.Name}' can change, so its value is not known at compile time; make it 'const' or 'static readonly', or pass it as a parameter");
        }

        if (staticOrder.WhyNot(symbol) is { } why)
        {
            throw Refuse(at, why);
        }

        if (staticOrder.IsEarly(symbol))
        {
            return Zero(symbol, environment);
        }

        if (symbol.ContainingType.StaticConstructors.FirstOrDefault(constructor => !constructor.IsImplicitlyDeclared) is { } constructor)
        {
            Construct(constructor, environment, at);
        }

        var key = (symbol, environment);
        if (!statics.TryGetValue(key, out var known))
        {
            known = Initialise(symbol, environment, at);
        }

        return ReferenceEquals(known, Unknown.Value) ? throw Abandon() : known;
    }

    /// <summary>Gives a static its value, in the static constructor of its type.</summary>
    public void WriteStatic(ISymbol symbol, TypeEnvironment environment, object? value)
    {
        statics[(symbol, environment)] = value;
        if (constructing > 0)
        {
            // The constructor may still fill it.
            constructedValues.Add(value);
        }
        else
        {
            shared.Add(value);
        }
    }

    /// <summary>
    /// Refuses what would change the object of a static: the next topology that is built in the same process would find it changed.
    /// </summary>
    public void KeepShared(object? changed, SyntaxNode at)
    {
        if (shared.Contains(changed))
        {
            throw Refuse(at, changed is IShell
                ? "this changes an object of a static, which the next definition would find changed; change a copy of it"
                : "this changes a collection of a static, which the next definition would find changed; change a copy of it, such as [..items]");
        }
    }

    private object? Initialise(ISymbol symbol, TypeEnvironment environment, SyntaxNode at)
    {
        object? value = Unknown.Value;
        staticOrder.Enter(symbol);
        try
        {
            value = Translator.StaticInitialiser(this, symbol, environment) is { } initialiser
                ? initialiser.Evaluate()
                : symbol.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared)
                    ? Zero(symbol, environment)
                    : throw Refuse(at, $"'{symbol.Name}' is not initialised where it is declared; give it a value there");
        }
        catch (Exception exception) when (Signals.Within(exception) is null && !IsOurs(exception))
        {
            var thrown = exception is ProgramException program ? program.Thrown : exception;
            throw new ProgramException(new TypeInitializationException(symbol.ContainingType.Name, thrown));
        }
        finally
        {
            staticOrder.Leave();
            WriteStatic(symbol, environment, value);
        }

        return value;
    }

    private object? Zero(ISymbol symbol, TypeEnvironment environment)
    {
        var type = symbol switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return Types.Find(type, environment) is { } known ? Types.Zero(known) : null;
    }

    /// <summary>Runs the static constructor of a type, once, behind the initialisers of its statics.</summary>
    private void Construct(IMethodSymbol constructor, TypeEnvironment environment, SyntaxNode at)
    {
        if (!constructed.Add((constructor, environment)))
        {
            return;
        }

        constructing++;
        foreach (var member in constructor.ContainingType.GetMembers().Where(member => member is { IsStatic: true } and (IFieldSymbol or IPropertySymbol) && Bodies.OfInitialiser(member) is not null))
        {
            Initialise(member, environment, at);
        }

        var code = CodeOf(constructor, environment, at);
        Call(code, new object?[code.Slots], null, null, at);
        if (--constructing == 0)
        {
            constructedValues.ForEach(shared.Add);
            constructedValues.Clear();
        }
    }
}

using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Translation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Statics of the program.</content>
internal sealed partial class Interpreter
{
    private readonly Dictionary<(ISymbol, TypeEnvironment), object?> statics = new(MemberComparer.Instance);
    private readonly Dictionary<(ISymbol, TypeEnvironment), DeferredFindings> untold = new(MemberComparer.Instance);
    private readonly Dictionary<(ISymbol, TypeEnvironment), TypeStart> started = new(MemberComparer.Instance);
    private readonly List<object?> constructedValues = [];
    private int constructing;
    private int thrown;
    private readonly StaticOrder staticOrder = new();
    private readonly SharedObjects shared = new();
    private readonly ConditionalWeakTable<object, object> lookedAt = new();
    private bool isLookedAt;

    /// <summary>
    /// A static of the program: initialised with its type, before the first of them is read. Only those that never change have one value to
    /// speak of.
    /// </summary>
    public object? ReadStatic(ISymbol symbol, TypeEnvironment environment, SyntaxNode at)
    {
        if (symbol is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { IsInitOnly: true } }))
        {
            throw Refuse(at, $"'{symbol.Name}' can change, so its value is not known at compile time; make it 'const' or 'static readonly', or pass it as a parameter");
        }

        if (staticOrder.WhyNot(symbol) is { } why)
        {
            throw Refuse(at, why);
        }

        var key = (symbol, environment);
        if (!statics.TryGetValue(key, out var known))
        {
            Start(symbol.ContainingType, environment, at);
            known = statics.TryGetValue(key, out var initialised) ? initialised
                : Bodies.OfInitialiser(symbol) is null && UserType.StaticConstructor(symbol.ContainingType) is null && !IsBehindGetter(symbol)
                    ? throw Refuse(at, $"'{symbol.Name}' is not initialised where it is declared; give it a value there")
                    : Zero(symbol, environment);
        }

        if (untold.Count > 0 && untold.TryGetValue(key, out var deferred))
        {
            HasGaps = true;
            findings.TellAgain(deferred);
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

    /// <summary>Remembers that a span shows a part of an array, for which a copy of the part stands: the array must stay as it is.</summary>
    public void KeepAsItIs(Array array)
    {
        isLookedAt = true;
        lookedAt.GetOrCreateValue(array);
    }

    /// <summary>
    /// Refuses what would change the object of a static: the next topology that is built in the same process would find it changed.
    /// </summary>
    public void KeepShared(object? changed, SyntaxNode at)
    {
        if (isLookedAt && changed is Array && lookedAt.TryGetValue(changed, out _))
        {
            throw Refuse(at, "this changes an array of which a span shows a part, which cannot be evaluated at compile time; take the part as an array of its own, such as array[1..3]");
        }

        if (shared.Contains(changed))
        {
            throw Refuse(at, changed is IShell
                ? "this changes an object of a static, which the next definition would find changed; change a copy of it"
                : "this changes a collection of a static, which the next definition would find changed; change a copy of it, such as [..items]");
        }
    }

    /// <summary>
    /// Initialises the statics of a type, once, before one of them is read first; where the type has a static constructor, also before a
    /// static method of it or a constructor runs. When that throws, so does whoever comes later, and the very same exception.
    /// </summary>
    public void Start(INamedTypeSymbol type, TypeEnvironment environment, SyntaxNode at)
    {
        var key = (type.OriginalDefinition, environment);
        if (!started.TryGetValue(key, out var start))
        {
            started.Add(key, start = new TypeStart());
            Initialise(type.OriginalDefinition, environment, start, at);
        }

        if (start.Failure is { } failure)
        {
            throw Throw(at, failure);
        }

        if (start.IsUnknown)
        {
            throw Abandon();
        }
    }

    private void Initialise(INamedTypeSymbol type, TypeEnvironment environment, TypeStart start, SyntaxNode at)
    {
        var constructor = UserType.StaticConstructor(type)?.OriginalDefinition;
        var told = thrown;
        constructing += constructor is null ? 0 : 1;
        try
        {
            // Whoever catches outside catches what the runtime makes of an exception.
            start.Failure = Caught(() =>
            {
                foreach (var member in type.GetMembers().Where(IsInitialised))
                {
                    Initialise(member, environment);
                }

                if (constructor is not null)
                {
                    var code = CodeOf(constructor, environment, at);
                    Call(code, new object?[code.Slots], null, null, at);
                }
            }) is { } cause ? new TypeInitializationException(RuntimeName(type), cause) : null;
            start.IsUnknown = thrown != told;
        }
        finally
        {
            constructing -= constructor is null ? 0 : 1;
            if (constructing == 0)
            {
                constructedValues.ForEach(shared.Add);
                constructedValues.Clear();
            }

            if (start.Failure is not null || start.IsUnknown)
            {
                foreach (var key in statics.Keys.Where(key => SymbolEqualityComparer.Default.Equals(key.Item1.ContainingType, type) && key.Item2.Equals(environment)).ToList())
                {
                    statics.Remove(key);
                }
            }
        }
    }

    private bool IsInitialised(ISymbol member) =>
        member is { IsStatic: true } and (IFieldSymbol { IsConst: false, AssociatedSymbol: null } or IPropertySymbol) && Bodies.OfInitialiser(member) is Microsoft.CodeAnalysis.Operations.ISymbolInitializerOperation;

    /// <summary>
    /// Evaluates what a static starts with. That it cannot be evaluated matters to those that read it: they are told.
    /// </summary>
    private void Initialise(ISymbol symbol, TypeEnvironment environment)
    {
        object? value = Unknown.Value;
        var (since, hadGaps) = (findings.Mark(), HasGaps);
        staticOrder.Enter(symbol);
        try
        {
            value = Translator.StaticInitialiser(this, symbol, environment)!.Evaluate();
        }
        catch (StatementAbandonedException)
        {
            // Why was told, and is for those to know that read it.
        }
        finally
        {
            staticOrder.Leave();
            WriteStatic(symbol, environment, value);
        }

        if (HasGaps != hadGaps || findings.HasMoreThan(since))
        {
            untold[(symbol, environment)] = findings.TakeBack(since);
            HasGaps = hadGaps || findings.HasMoreThan(since);
        }
    }

    /// <summary>A type as the runtime names it where its initialiser throws: without the types around it.</summary>
    private static string RuntimeName(INamedTypeSymbol type) => type is { ContainingType: null, ContainingNamespace: { IsGlobalNamespace: false } space }
        ? $"{space.ToDisplayString()}.{type.MetadataName}"
        : type.MetadataName;

    /// <summary>Whether it is what <c>field</c> means in a property, which need not have a value of its own to begin with.</summary>
    private bool IsBehindGetter(ISymbol symbol) =>
        symbol is IPropertySymbol { GetMethod: { } getter } && Bodies.OfMethod(getter.OriginalDefinition) is not null;

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

    /// <summary>What became of the statics of a type.</summary>
    private sealed class TypeStart
    {
        public TypeInitializationException? Failure { get; set; }

        /// <summary>Whether it threw, which was told.</summary>
        public bool IsUnknown { get; set; }
    }
}

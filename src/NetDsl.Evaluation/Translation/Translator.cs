using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Compiler.Checks;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Translation;

/// <summary>
/// Makes the operations of one function ready to run: names become places, types become real types, members are looked up, and what is
/// left of each operation is a delegate. What cannot be evaluated becomes a delegate that says so, so that code that never runs is never
/// refused.
/// </summary>
/// <remarks>The parts of this class: functions, statements, calls, objects, variables, operators, patterns, collections, text.</remarks>
internal sealed partial class Translator : OperationVisitor<object?, Value>
{
    private readonly Interpreter interpreter;
    private readonly TypeEnvironment environment;
    private readonly Translator? outer;
    private readonly Dictionary<ISymbol, Variable> variables = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> captured;

    /// <summary>What <c>this</c> is declared in; nothing in static functions.</summary>
    private readonly INamedTypeSymbol? containing;

    private int slots;
    private int weight;
    private ScopeLayout? root;
    private ScopeLayout? scope;
    private List<Variable> assigned = [];

    private Translator(
        Interpreter interpreter, TypeEnvironment environment, Translator? outer, HashSet<ISymbol> captured, INamedTypeSymbol? containing)
    {
        this.interpreter = interpreter;
        this.environment = environment;
        this.outer = outer;
        this.captured = captured;
        this.containing = containing;
        scope = outer?.scope;
    }

    private UserTypes Types => interpreter.Types;

    /// <summary>An expression.</summary>
    private Value Translate(IOperation operation)
    {
        weight++;
        interpreter.At = operation.Syntax;
        interpreter.Budget.Stack();
        try
        {
            return operation.ConstantValue is { HasValue: true, Value: var value } ? Constant(operation, value) : operation.Accept(this, null) ?? DefaultVisit(operation, null);
        }
        catch (NotTranslatableException refused)
        {
            return _ => throw refused.Tell();
        }
    }

    public override Value DefaultVisit(IOperation operation, object? argument) => _ => throw (IsBroken(operation) ? interpreter.Abandon() : interpreter.Refuse(operation));

    /// <summary>Whether the compiler has no operation for what is written because it is wrong, such as the name of a method that is not called.</summary>
    private static bool IsBroken(IOperation operation) => operation.Kind == OperationKind.None
        && (operation.Syntax.FirstAncestorOrSelf<StatementSyntax>()?.ContainsDiagnostics == true
            || operation.SemanticModel?.GetDiagnostics(operation.Syntax.Span).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) == true);

    public override Value VisitInvalid(IInvalidOperation operation, object? argument) => _ => throw interpreter.Abandon();

    public override Value VisitParenthesized(IParenthesizedOperation operation, object? argument) => Translate(operation.Operand);

    /// <summary>Whether there is what a name is asked of: it is a constant all the same.</summary>
    private static bool Exists(IOperation named) =>
        named.SemanticModel?.GetSymbolInfo(named.Syntax) is { Symbol: not null } or { CandidateSymbols.IsEmpty: false };

    private Value Constant(IOperation operation, object? value)
    {
        if (operation.Type is null or { TypeKind: TypeKind.Error })
        {
            return value is null ? static _ => null : throw Abandoned();
        }

        if (operation is not ILiteralOperation && operation.DescendantsAndSelf().Any(part => part is IInvalidOperation || (part is INameOfOperation name && !Exists(name.Argument))))
        {
            throw Abandoned();
        }

        var type = value is null ? null : TypeOf(operation.Type, operation);
        var own = type is { IsEnum: true }
            ? Enum.ToObject(type, value!)
            : interpreter.Provenance.Mark(value, ConstantText(operation) ?? operation.Syntax);
        return _ => own;
    }

    private SyntaxNode? ConstantText(IOperation operation) => operation switch
    {
        IConversionOperation conversion => ConstantText(conversion.Operand),
        ILocalReferenceOperation local => interpreter.Bodies.ConstantText(local.Local),
        IFieldReferenceOperation field => interpreter.Bodies.ConstantText(field.Field),
        _ => null,
    };

    /// <summary>The real type of an expression.</summary>
    private Type TypeOf(ITypeSymbol? type, IOperation at) => TypeOf(type, at.Syntax);

    private Type TypeOf(ITypeSymbol? type, SyntaxNode at) => Types.Find(type, environment) ?? throw (
        type is null or { TypeKind: TypeKind.Error }
            ? Abandoned()
            : Refused(at, Refusals.Type(type)));

    private NotTranslatableException Abandoned() => new(interpreter.Abandon);

    private NotTranslatableException Refused(IOperation at) => new(() => interpreter.Refuse(at));

    private NotTranslatableException Refused(SyntaxNode at, string why) => new(() => interpreter.Refuse(at, why));

    private NotTranslatableException Told(Rule rule, SyntaxNode at, string message) => new(() => interpreter.Tell(rule, at, message));

    /// <summary>The expression that the user wrote, without conversions that the compiler added.</summary>
    private static IOperation Written(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? Written(conversion.Operand) : operation;

    private int NewSlot() => slots++;
}

/// <summary>Ends the translation of an expression whose evaluation, should it come to that, is told instead.</summary>
internal sealed class NotTranslatableException(Func<StatementAbandonedException> tell) : Exception
{
    public StatementAbandonedException Tell() => tell();
}

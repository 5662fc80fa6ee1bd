using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Compiler.Checks;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Source;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// Runs the operations of a definition. Values are real objects of real types; builders and the admitted members of the base
/// library are called for real; only the user's own code is walked. What it cannot do, it tells at that very
/// operation and goes on behind the statement, so that one fault does not hide the next.
/// </summary>
/// <remarks>The parts of this class: statements, calls, variables, operators, patterns, collections, and what is refused.</remarks>
internal sealed partial class Interpreter(
    SourceBodies bodies, FindingLog findings, EvaluationLimits limits, CancellationToken cancellation)
    : OperationVisitor<Frame, object?>
{
    // So that a loop of statements that all fail ends soon.
    private const int StepsOfAFailure = 500;
    private readonly Budget budget = new(limits, cancellation);
    private readonly Provenance provenance = new();
    private readonly Dictionary<IOperation, object?> constants = [];
    private readonly HostMembers members = new();
    private IOperation? innermostLoopOrCall;

    /// <summary>Whether some statement could not be evaluated, whoever tells why.</summary>
    public bool HasGaps { get; private set; }

    /// <summary>Whether another machine might come further.</summary>
    public bool EndedByMachine => budget.EndedByMachine;

    /// <summary>Runs a <c>Define</c> with a builder of ours.</summary>
    public void Run(IMethodSymbol define, NetworkBuilder network)
    {
        var body = bodies.OfMethod(define);
        if (body is null)
        {
            HasGaps = true;
            return;
        }

        var frame = new Frame(define, null, Frame.NoTypeArguments);
        frame.Declare(SourceBodies.Definition(define).Parameters[0]).Value = network;
        try
        {
            ExecuteBody(body, frame);
        }
        catch (EvaluationStoppedException)
        {
            HasGaps = true;
        }
    }

    private object? Evaluate(IOperation operation, Frame frame)
    {
        Spend(operation);
        return operation.ConstantValue is { HasValue: true, Value: var value } ? Constant(operation, value, frame) : Visit(operation, frame);
    }

    private T Evaluate<T>(IOperation operation, Frame frame) => (T)Evaluate(operation, frame)!;

    public override object? DefaultVisit(IOperation operation, Frame frame) => throw Refuse(operation);

    public override object? VisitInvalid(IInvalidOperation operation, Frame frame) => throw Abandon();

    /// <summary>The real type of an expression.</summary>
    private Type TypeOf(ITypeSymbol? type, IOperation at, Frame frame)
    {
        if (HostTypes.Find(type, frame.TypeArguments) is { } found)
        {
            return found;
        }

        throw type is null or { TypeKind: TypeKind.Error } ? Abandon() : Refusals.Type(type) is var why
            ? Tell(EvaluationRules.UnsupportedConstruct, at, why)
            : Abandon();
    }

    private object? Constant(IOperation operation, object? value, Frame frame)
    {
        if (constants.TryGetValue(operation, out var known))
        {
            return known;
        }

        var own = operation.Type is { TypeKind: TypeKind.Enum } && value is not null
            ? Enum.ToObject(TypeOf(operation.Type, operation, frame), value)
            : provenance.Mark(value, ConstantText(operation) ?? operation.Syntax);
        constants.Add(operation, own);
        return own;
    }

    private SyntaxNode? ConstantText(IOperation operation) => operation switch
    {
        IConversionOperation conversion => ConstantText(conversion.Operand),
        ILocalReferenceOperation local => bodies.ConstantText(local.Local),
        IFieldReferenceOperation field => bodies.ConstantText(field.Field),
        _ => null,
    };

    private void Spend(IOperation operation, int steps = 1)
    {
        try
        {
            budget.Step(steps);
        }
        catch (BudgetExceededException exceeded)
        {
            throw Stop(innermostLoopOrCall ?? operation, exceeded.Message);
        }

        try
        {
            budget.Stack();
        }
        catch (BudgetExceededException exceeded)
        {
            throw Stop(operation, exceeded.Message);
        }
    }

    /// <summary>Does what the user's own program would do here; its exceptions are findings.</summary>
    private T Guard<T>(IOperation at, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception thrown) when (!IsSignal(thrown))
        {
            while (thrown is TargetInvocationException { InnerException: { } inner })
            {
                thrown = inner;
            }

            if (thrown is RefusedException refused)
            {
                throw Refuse(at, refused.Message);
            }

            if (thrown is BudgetExceededException exceeded)
            {
                throw Stop(at, exceeded.Message);
            }

            if (IsSignal(thrown))
            {
                ExceptionDispatchInfo.Capture(thrown).Throw();
            }

            throw Thrown(at, thrown);
        }
    }

    private static bool IsSignal(Exception exception) =>
        exception is StatementAbandonedException or EvaluationStoppedException or OperationCanceledException;

    private StatementAbandonedException Thrown(IOperation at, Exception exception) => Thrown(
        at, $"{exception.GetType().Name}: {exception.Message.Split('\r', '\n')[0].TrimEnd('.')}");

    private StatementAbandonedException Null(IOperation at) => Thrown(at, "NullReferenceException: the value is null");

    private StatementAbandonedException Thrown(IOperation at, string what) => Tell(
        EvaluationRules.DefinitionThrows, at, $"this throws {what}; the definition has to run to its end");

    private StatementAbandonedException Refuse(IOperation at) => Refusals.Of(at) is { } why
        ? Tell(EvaluationRules.UnsupportedConstruct, at, why)
        : Tell(
            EvaluationRules.EvaluatorFault,
            at,
            $"this version of NetDsl does not know the operation '{at.Kind}' of the compiler; write it in another way, or update NetDsl");

    private StatementAbandonedException Refuse(IOperation at, string why) => Tell(EvaluationRules.UnsupportedConstruct, at, why);

    private StatementAbandonedException Tell(Rule rule, IOperation at, string message) => Tell(rule, at.Syntax, message);

    private StatementAbandonedException Tell(Rule rule, SyntaxNode at, string message)
    {
        // Where C# itself has something to say, that comes first.
        if (!bodies.IsErroneous(at))
        {
            findings.Add(rule, at, message);
        }

        return Abandon();
    }

    private EvaluationStoppedException Stop(IOperation at, string message) => Stop(at.Syntax, message);

    private EvaluationStoppedException Stop(SyntaxNode at, string message)
    {
        findings.Add(EvaluationRules.BoundExceeded, at, message);
        return new EvaluationStoppedException();
    }

    private StatementAbandonedException Abandon()
    {
        HasGaps = true;
        return new StatementAbandonedException();
    }

    private StatementAbandonedException Fault(IOperation at, Exception exception) => Tell(
        EvaluationRules.EvaluatorFault,
        at,
        $"NetDsl failed here with {exception.GetType().Name}: {exception.Message.Split('\r', '\n')[0]}; this is a fault of NetDsl, please report it");
}

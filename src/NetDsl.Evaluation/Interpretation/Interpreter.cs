using System.Reflection;
using Microsoft.CodeAnalysis;
using NetDsl.Authoring.Data;
using NetDsl.Compiler.Checks;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Source;
using NetDsl.Evaluation.Translation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// Runs a definition. Values are real objects of real types; builders and the admitted members of the base library are called for
/// real; only the user's own code is interpreted. What it cannot do, it tells at that very operation and goes on behind the
/// statement, so that one fault does not hide the next.
/// </summary>
/// <remarks>The parts of this class: statements, calls, objects of the program, statics, and what is told.</remarks>
internal sealed partial class Interpreter
{
    // So that a loop of statements that all fail ends soon.
    private const int StepsOfAFailure = 500;
    private readonly FindingLog findings;
    private SyntaxNode? innermostLoopOrCall;

    public Interpreter(Compilation compilation, SourceBodies bodies, FindingLog findings, EvaluationLimits limits, CancellationToken cancellation)
    {
        Bodies = bodies;
        this.findings = findings;
        Budget = new Budget(limits, cancellation);
        Types = new UserTypes(compilation);
        Members = new HostMembers(Types);
    }

    public SourceBodies Bodies { get; }

    public Budget Budget { get; }

    public UserTypes Types { get; }

    public HostMembers Members { get; }

    public Provenance Provenance { get; } = new();

    /// <summary>The <c>try</c> statements that are being executed and can catch, innermost last.</summary>
    public List<Handler> Handlers { get; } = [];

    /// <summary>How many <c>try</c> statements are being executed that do something at last.</summary>
    public int Finallys { get; set; }

    /// <summary>The operation in progress: an exception of the base library is told there.</summary>
    public SyntaxNode? At { get; set; }

    /// <summary>Whether some statement could not be evaluated, whoever tells why.</summary>
    public bool HasGaps { get; private set; }

    /// <summary>Where the definition finds data files.</summary>
    public required IDataSource Data { get; init; }

    /// <summary>Whether a data file gave no value, which is a problem of the network.</summary>
    public bool LacksData { get; private set; }

    /// <summary>Whether another machine might come further.</summary>
    public bool EndedByMachine => Budget.EndedByMachine;

    /// <summary>Runs a <c>Define</c> with a builder of ours.</summary>
    public void Run(IMethodSymbol define, NetworkBuilder network)
    {
        var outer = ShellCalls.Enter(this);
        try
        {
            var code = CodeOf(SourceBodies.Definition(define), TypeEnvironment.Empty);
            if (code?.Body is null)
            {
                HasGaps = true;
                return;
            }

            var slots = new object?[code.Slots];
            slots[0] = network;
            if (UserType.StaticConstructor(define.ContainingType) is not null)
            {
                StartTopologyClass(define);
            }

            Execute(code, code.Frame(slots, null, null));
        }
        catch (EvaluationStoppedException)
        {
            HasGaps = true;
        }
        catch (Exception exception) when (Signals.Within(exception) is null)
        {
            // A mistake of ours before there is a statement to tell it at.
            Fault(At ?? define.DeclaringSyntaxReferences[0].GetSyntax(), exception);
        }
        finally
        {
            ShellCalls.Enter(outer);
        }
    }

    /// <summary>Its initialiser runs before there is a statement to leave out: what is abandoned of it is told already, and the rest goes on.</summary>
    private void StartTopologyClass(IMethodSymbol define)
    {
        try
        {
            Start(define.ContainingType, TypeEnvironment.Empty, define.DeclaringSyntaxReferences[0].GetSyntax());
        }
        catch (StatementAbandonedException)
        {
            HasGaps = true;
        }
    }

    /// <summary>To be called for work done.</summary>
    public void Step(int weight) => Budget.Step(weight);

    public SyntaxNode? EnterLoop(SyntaxNode loop)
    {
        var outer = innermostLoopOrCall;
        innermostLoopOrCall = loop;
        return outer;
    }

    public void LeaveLoop(SyntaxNode? outer) => innermostLoopOrCall = outer;

    /// <summary>Executes a statement; one that cannot be evaluated leaves what it would have assigned unknown.</summary>
    public Completion Run(Statement statement, Frame frame)
    {
        var (scope, loop) = (frame.Scope, innermostLoopOrCall);
        try
        {
            Budget.Step(statement.Weight);
            return statement.Execute(frame);
        }
        catch (Exception exception) when (exception is not (EvaluationStoppedException or OperationCanceledException or UnwindingException))
        {
            return Recover(statement, frame, scope, loop, exception);
        }
    }

    /// <summary>Executes a statement element by element.</summary>
    public IEnumerable<object?> Stream(Statement statement, Frame frame)
    {
        if (!statement.Yields)
        {
            frame.Completion = Run(statement, frame);
            yield break;
        }

        var (scope, loop) = (frame.Scope, innermostLoopOrCall);
        using var elements = statement.Stream(frame).GetEnumerator();
        while (true)
        {
            bool more;
            try
            {
                Budget.Step(statement.Weight);
                more = elements.MoveNext();
            }
            catch (Exception exception) when (exception is not (EvaluationStoppedException or OperationCanceledException or UnwindingException))
            {
                frame.Completion = Recover(statement, frame, scope, loop, exception);
                more = false;
            }

            if (!more)
            {
                yield break;
            }

            yield return elements.Current;
        }
    }

    private Completion Recover(Statement statement, Frame frame, Scope? scope, SyntaxNode? loop, Exception exception)
    {
        if (exception is not StatementAbandonedException)
        {
            Tell(exception, statement);
        }

        (frame.Scope, innermostLoopOrCall) = (scope, loop);
        foreach (var forget in statement.Forgets)
        {
            forget(frame);
        }

        PayForFailure(statement);
        if (!statement.EndsFunction)
        {
            return Completion.Normal;
        }

        frame.Result = Unknown.Value;
        return Completion.Return;
    }

    private void PayForFailure(Statement statement)
    {
        try
        {
            Budget.Step(StepsOfAFailure);
        }
        catch (BudgetExceededException exceeded)
        {
            throw Stop(exceeded, statement.Syntax);
        }
    }

    /// <summary>Tells what ended a statement. An exception of the program goes to the <c>catch</c> that takes it, where there is one.</summary>
    private void Tell(Exception exception, Statement statement)
    {
        if (exception is NotTranslatableException untranslatable)
        {
            untranslatable.Tell();
            return;
        }

        var at = At ?? statement.Syntax;
        switch (Signals.Within(exception))
        {
            case BudgetExceededException exceeded:
                throw Stop(exceeded, statement.Syntax);
            case RefusedException refused:
                Refuse(at, refused.Message);
                return;
            case StatementAbandonedException:
                return;
            case { } signal:
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(signal).Throw();
                return;
        }

        exception = Unwrapped(exception);
        if (exception is ProgramException program)
        {
            exception = program.Thrown;
        }
        else if (IsOurs(exception))
        {
            Fault(at, exception);
            return;
        }

        if (Taker(exception) is ({ } handler, { } clause))
        {
            // Exceptions are dear, to the program as well.
            PayForFailure(statement);
            throw new UnwindingException(exception, at) { Handler = handler, Clause = clause };
        }

        if (Finallys > 0)
        {
            // A definition is called by somebody, so what stands behind 'finally' is executed, and may put another exception in its place.
            PayForFailure(statement);
            throw new UnwindingException(exception, at);
        }

        NobodyTakes(exception, at);
    }

    /// <summary>The innermost <c>catch</c> that takes an exception, if there is one. Filters run here, before anything is left.</summary>
    private (Handler Handler, CatchClause Clause)? Taker(Exception exception)
    {
        for (var index = Handlers.Count - 1; index >= 0; index--)
        {
            // A filter may throw and catch by itself, but not by what is inside of it.
            var handler = Handlers[index];
            var inner = Handlers.GetRange(index, Handlers.Count - index);
            Handlers.RemoveRange(index, inner.Count);
            var boundary = Handler.Boundary(handler.Frame);
            Handlers.Add(boundary);
            try
            {
                if (handler.Find(exception, boundary) is { } clause)
                {
                    return (handler, clause);
                }
            }
            finally
            {
                Handlers.RemoveRange(index, Handlers.Count - index);
                Handlers.AddRange(inner);
            }
        }

        return null;
    }

    /// <summary>Tells an exception of the program that ends it.</summary>
    public void NobodyTakes(Exception exception, SyntaxNode at)
    {
        if (exception is NetworkDataException)
        {
            // It repeats what is told as problems of the network already.
            LacksData = true;
            Abandon();
            return;
        }

        Thrown(at, exception);
    }

    /// <summary>What was thrown, where reflection has put it into an exception of its own.</summary>
    private static Exception Unwrapped(Exception exception)
    {
        while (exception is TargetInvocationException { InnerException: { } inner })
        {
            exception = inner;
        }

        return exception;
    }

    /// <summary>Whether an exception came out of the interpreter itself: not of what it called, nor of what the language says.</summary>
    private static bool IsOurs(Exception exception) =>
        exception is not ArithmeticException
        && exception.TargetSite?.DeclaringType is { } thrower
        && thrower.Assembly == typeof(Interpreter).Assembly
        && thrower.Namespace?.StartsWith(nameof(NetDsl), StringComparison.Ordinal) == true
        && thrower.Namespace != typeof(HostTypes).Namespace;

    private void Execute(Code code, Frame frame)
    {
        if (code.Body is { } body)
        {
            Run(body, frame);
        }
    }

    /// <summary>What C# throws where an object has to be and there is none.</summary>
    public ProgramException Null(SyntaxNode at)
    {
        At = at;
        return new ProgramException(Elements.NoObject());
    }

    public ProgramException Throw(SyntaxNode at, Exception exception)
    {
        At = at;
        return new ProgramException(exception);
    }

    private void Thrown(SyntaxNode at, Exception exception)
    {
        var what = exception is NullReferenceException
            ? "NullReferenceException: the value is null"
            : exception is TypeInitializationException { InnerException: { } inner }
            ? $"TypeInitializationException, because of {NameOf(inner.GetType())}: {inner.Message.Split('\r', '\n')[0].TrimEnd('.')}"
            : $"{NameOf(exception.GetType())}: {MessageOf(exception).Split('\r', '\n')[0].TrimEnd('.')}";
        thrown++;
        Tell(EvaluationRules.DefinitionThrows, at, $"this throws {what}; the definition has to run to its end");
    }

    /// <summary>What an exception says; where the runtime speaks of types of the program, with their names.</summary>
    private static string MessageOf(Exception exception) =>
        exception is InvalidCastException ? PortableTypes.Plain(exception.Message) : exception.Message;

    private string NameOf(Type type) => Types.Of(type) is { } known
        ? known.Definition.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)
        : type.Name;

    public StatementAbandonedException Refuse(SyntaxNode at, string why) => Tell(EvaluationRules.UnsupportedConstruct, at, why);

    public StatementAbandonedException Refuse(IOperation operation) => Refusals.Of(operation) is { } why
        ? Refuse(operation.Syntax, why)
        : Tell(
            EvaluationRules.EvaluatorFault,
            operation.Syntax,
            $"this version of NetDsl does not know the operation '{operation.Kind}' of the compiler; write it in another way, or update NetDsl");

    public StatementAbandonedException Tell(Rule rule, SyntaxNode at, string message)
    {
        // Where C# itself has something to say, that comes first.
        if (!Bodies.IsErroneous(at))
        {
            findings.Add(rule, at, message);
        }

        return Abandon();
    }

    private EvaluationStoppedException Stop(BudgetExceededException exceeded, SyntaxNode statement)
    {
        findings.Add(
            EvaluationRules.BoundExceeded,
            exceeded.At ?? (exceeded.IsAboutLoops ? innermostLoopOrCall : At) ?? statement,
            exceeded.Message);
        return new EvaluationStoppedException();
    }

    public StatementAbandonedException Abandon()
    {
        HasGaps = true;
        return new StatementAbandonedException();
    }

    private void Fault(SyntaxNode at, Exception exception)
    {
        if (Bodies.HasErrors || Bodies.HasErrorsInDeclarations)
        {
            // Of a program that is no C#, nothing that C# promises holds.
            Abandon();
            return;
        }

        Tell(EvaluationRules.EvaluatorFault, at, EvaluationRules.Fault(exception));
    }
}

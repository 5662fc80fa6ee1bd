using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Statements: how control flows.</content>
internal sealed partial class Interpreter
{
    /// <summary>How a statement ended.</summary>
    private enum Completion
    {
        Normal,
        Break,
        Continue,
        Return,
    }

    private void ExecuteBody(IOperation body, Frame frame)
    {
        var block = body is IMethodBodyBaseOperation method ? method.BlockBody ?? method.ExpressionBody : body as IBlockOperation;
        if (block is null)
        {
            throw Abandon();
        }

        ExecuteAll(block.Operations, frame);
    }

    private Completion ExecuteAll(IEnumerable<IOperation> statements, Frame frame)
    {
        foreach (var statement in statements)
        {
            var completion = Execute(statement, frame);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }

    /// <summary>Executes a statement; one that cannot be evaluated leaves what it would have assigned unknown.</summary>
    private Completion Execute(IOperation statement, Frame frame)
    {
        Spend(statement);
        try
        {
            return ExecuteDirectly(statement, frame);
        }
        catch (StatementAbandonedException)
        {
        }
        catch (Exception exception) when (!IsSignal(exception))
        {
            Fault(statement, exception);
        }

        Forget(statement, frame);
        Spend(statement, StepsOfAFailure);
        if (statement is IReturnOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation)
        {
            frame.Result = Unknown.Value;
            return Completion.Return;
        }

        return Completion.Normal;
    }

    private Completion ExecuteDirectly(IOperation statement, Frame frame)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return ExecuteAll(block.Operations, frame);
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
                {
                    ExecuteDeclarator(declarator, frame);
                }

                return Completion.Normal;
            case IExpressionStatementOperation expression:
                Evaluate(expression.Operation, frame);
                return Completion.Normal;
            case IConditionalOperation conditional:
                return Evaluate<bool>(conditional.Condition, frame)
                    ? Execute(conditional.WhenTrue, frame)
                    : conditional.WhenFalse is null ? Completion.Normal : Execute(conditional.WhenFalse, frame);
            case IForLoopOperation loop:
                return InLoop(loop, () => ExecuteFor(loop, frame));
            case IForEachLoopOperation loop:
                return InLoop(loop, () => ExecuteForEach(loop, frame));
            case IWhileLoopOperation loop:
                return InLoop(loop, () => ExecuteWhile(loop, frame));
            case ISwitchOperation branches:
                return ExecuteSwitch(branches, frame);
            case ILabeledOperation { Operation: { } labeled }:
                return Execute(labeled, frame);
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return Completion.Break;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                return Completion.Continue;
            case IReturnOperation { Kind: OperationKind.Return } end:
                frame.Result = end.ReturnedValue is null ? null : Evaluate(end.ReturnedValue, frame);
                return Completion.Return;
            case ILocalFunctionOperation or IEmptyOperation:
                return Completion.Normal;
            default:
                Evaluate(statement, frame);
                return Completion.Normal;
        }
    }

    private void ExecuteDeclarator(IVariableDeclaratorOperation declarator, Frame frame)
    {
        if (declarator.Symbol.IsRef)
        {
            throw Refuse(declarator, "a 'ref' variable cannot be evaluated at compile time; assign to the variable or element itself");
        }

        var variable = frame.Declare(declarator.Symbol);
        if (declarator.GetVariableInitializer() is { } initialiser)
        {
            variable.Value = Evaluate(initialiser.Value, frame);
        }
    }

    /// <summary>A loop that runs too long is told at itself, not at whatever it was doing just then.</summary>
    private Completion InLoop(IOperation loop, Func<Completion> execute)
    {
        var outer = innermostLoopOrCall;
        innermostLoopOrCall = loop;
        try
        {
            return execute();
        }
        finally
        {
            innermostLoopOrCall = outer;
        }
    }

    private Completion ExecuteFor(IForLoopOperation loop, Frame frame)
    {
        ExecuteStrictly(loop.Before, frame);
        while (loop.Condition is null || Evaluate<bool>(loop.Condition, frame))
        {
            Spend(loop);
            var completion = Execute(loop.Body, frame);
            if (completion is Completion.Break or Completion.Return)
            {
                return completion == Completion.Return ? completion : Completion.Normal;
            }

            ExecuteStrictly(loop.AtLoopBottom, frame);
        }

        return Completion.Normal;
    }

    /// <summary>The parts of a loop's head are one statement with the loop: without one of them there is no loop.</summary>
    private void ExecuteStrictly(IEnumerable<IOperation> parts, Frame frame)
    {
        foreach (var part in parts)
        {
            ExecuteDirectly(part, frame);
        }
    }

    private Completion ExecuteWhile(IWhileLoopOperation loop, Frame frame)
    {
        if (loop.Condition is null)
        {
            throw Abandon();
        }

        var isFirst = !loop.ConditionIsTop;
        while (isFirst || Evaluate<bool>(loop.Condition, frame) != loop.ConditionIsUntil)
        {
            Spend(loop);
            isFirst = false;
            var completion = Execute(loop.Body, frame);
            if (completion is Completion.Break or Completion.Return)
            {
                return completion == Completion.Return ? completion : Completion.Normal;
            }
        }

        return Completion.Normal;
    }

    private Completion ExecuteForEach(IForEachLoopOperation loop, Frame frame)
    {
        if (loop.IsAsynchronous)
        {
            throw Refuse(loop, "'await foreach' cannot be evaluated at compile time; a definition is not asynchronous, use a list");
        }

        var collection = Evaluate(Written(loop.Collection), frame);
        if (collection is not IEnumerable items)
        {
            throw collection is null
                ? Null(loop.Collection)
                : Refuse(loop.Collection, "this cannot be walked at compile time; use an array, a list or a query over them");
        }

        var enumerator = Guard(loop.Collection, items.GetEnumerator);
        try
        {
            while (Guard(loop.Collection, enumerator.MoveNext))
            {
                Spend(loop);
                AssignLoopVariable(loop.LoopControlVariable, enumerator.Current, frame);
                var completion = Execute(loop.Body, frame);
                if (completion is Completion.Break or Completion.Return)
                {
                    return completion == Completion.Return ? completion : Completion.Normal;
                }
            }
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }

        return Completion.Normal;
    }

    private void AssignLoopVariable(IOperation variable, object? item, Frame frame)
    {
        switch (variable)
        {
            case IVariableDeclaratorOperation declarator:
                frame.Declare(declarator.Symbol).Value = ToType(item, declarator.Symbol.Type, declarator, frame);
                break;
            default:
                Assign(variable, item, frame);
                break;
        }
    }

    private Completion ExecuteSwitch(ISwitchOperation branches, Frame frame)
    {
        var value = Evaluate(branches.Value, frame);
        var chosen = branches.Cases.FirstOrDefault(candidate => candidate.Clauses.Any(clause => Matches(clause, value, frame)))
            ?? branches.Cases.FirstOrDefault(candidate => candidate.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));
        var completion = chosen is null ? Completion.Normal : ExecuteAll(chosen.Body, frame);
        return completion == Completion.Break ? Completion.Normal : completion;
    }

    private bool Matches(ICaseClauseOperation clause, object? value, Frame frame) => clause switch
    {
        IDefaultCaseClauseOperation => false,
        ISingleValueCaseClauseOperation single => Equals(value, Evaluate(single.Value, frame)),
        IPatternCaseClauseOperation pattern =>
            Matches(pattern.Pattern, value, frame) && (pattern.Guard is null || Evaluate<bool>(pattern.Guard, frame)),
        _ => throw Refuse(clause),
    };

    public override object? VisitThrow(IThrowOperation operation, Frame frame)
    {
        if (operation.Exception is null)
        {
            throw Refuse(operation, "'throw' without an exception cannot be evaluated at compile time; throw a new one that says what is wrong");
        }

        throw Evaluate(operation.Exception, frame) is Exception exception
            ? Thrown(operation, exception)
            : Null(operation);
    }

    /// <summary>Makes unknown what a statement would have assigned.</summary>
    private static void Forget(IOperation statement, Frame frame)
    {
        foreach (var operation in statement.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator:
                    frame.Declare(declarator.Symbol);
                    break;
                case IAssignmentOperation assignment:
                    ForgetTarget(assignment.Target, frame);
                    break;
                case IIncrementOrDecrementOperation increment:
                    ForgetTarget(increment.Target, frame);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                    ForgetTarget(argument.Value, frame);
                    break;
            }
        }
    }

    private static void ForgetTarget(IOperation target, Frame frame)
    {
        foreach (var part in target.DescendantsAndSelf())
        {
            switch (part)
            {
                case ILocalReferenceOperation { IsDeclaration: true } declared:
                    frame.Declare(declared.Local);
                    break;
                case ILocalReferenceOperation local:
                    frame.Find(local.Local).Value = Unknown.Value;
                    break;
                case IParameterReferenceOperation parameter:
                    frame.Find(parameter.Parameter).Value = Unknown.Value;
                    break;
            }
        }
    }
}

using System.Collections;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Interpretation;

namespace NetDsl.Evaluation.Translation;

/// <content>Statements: how control flows.</content>
internal sealed partial class Translator
{
    /// <summary>Statements with the variables that are declared among them.</summary>
    private StatementList List(IReadOnlyList<IOperation> operations, ImmutableArray<ILocalSymbol> locals, SyntaxNode syntax)
    {
        var outerScope = scope;
        var layout = Open(locals, syntax);
        Dictionary<ILabelSymbol, int>? labels = null;
        for (var index = 0; index < operations.Count; index++)
        {
            var inner = operations[index];
            while (inner is ILabeledOperation labeled)
            {
                (labels ??= new(SymbolEqualityComparer.Default))[labeled.Label] = index;
                inner = labeled.Operation;
            }

            if (inner is ILocalFunctionOperation function)
            {
                localFunctions[function.Symbol] = new LocalFunction(function, this, scope);
            }
        }

        var statements = new List<Statement>(operations.Count);
        for (var index = 0; index < operations.Count; index++)
        {
            if (operations[index] is IUsingDeclarationOperation declaration)
            {
                // What is declared is disposed at the end of the statements around it.
                statements.Add(UsingDeclaration(declaration, [.. operations.Skip(index + 1)]));
                break;
            }

            statements.Add(Statement(operations[index]));
        }

        scope = outerScope;
        return new StatementList(syntax, interpreter, [.. statements], labels, layout);
    }

    /// <summary>Makes room for variables; a scope for those that are captured, if there are any.</summary>
    private ScopeLayout? Open(ImmutableArray<ILocalSymbol> locals, SyntaxNode syntax)
    {
        ScopeLayout? layout = null;
        foreach (var local in locals.IsDefault ? [] : locals)
        {
            if (local.IsConst)
            {
                continue;
            }

            if (captured.Contains(local))
            {
                layout ??= new ScopeLayout((scope?.Depth ?? 0) + 1, syntax);
                variables[local] = new Variable { Symbol = local, Scope = layout, Slot = layout.Count++, IsReference = local.IsRef };
            }
            else
            {
                variables[local] = new Variable { Symbol = local, Slot = NewSlot(), IsReference = local.IsRef };
            }
        }

        scope = layout ?? scope;
        return layout;
    }

    private Statement Scoped(ImmutableArray<ILocalSymbol> locals, SyntaxNode syntax, Func<Statement> body)
    {
        var outerScope = scope;
        var layout = Open(locals, syntax);
        var statement = body();
        scope = outerScope;
        return layout is null ? statement : new Scoped(syntax, layout, statement);
    }

    private Statement Statement(IOperation operation)
    {
        var (outerWeight, outerAssigned) = (weight, assigned);
        (weight, assigned) = (1, []);
        interpreter.At = operation.Syntax;
        interpreter.Budget.Stack();
        Statement statement;
        try
        {
            statement = StatementOf(operation);
        }
        catch (NotTranslatableException refused)
        {
            statement = new SimpleStatement(operation.Syntax, _ => throw refused.Tell(), EndsFunction(operation));
        }

        statement.Weight = weight;
        statement.Forgets = Forgetting(assigned);
        outerAssigned.AddRange(assigned);
        (weight, assigned) = (outerWeight, outerAssigned);
        return statement;
    }

    /// <summary>Makes unknown what a statement would have assigned.</summary>
    private List<Action<Frame>> Forgetting(List<Variable> variables)
    {
        var forgets = new List<Action<Frame>>();
        foreach (var variable in variables.Distinct())
        {
            if (variable.Scope is null || (scope is not null && variable.Scope.Depth <= scope.Depth))
            {
                var write = VariableAccess.Write(variable, scope);
                forgets.Add(frame => write(frame, Unknown.Value));
            }
        }

        return forgets;
    }

    private static bool EndsFunction(IOperation operation) =>
        operation is IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };

    private Statement StatementOf(IOperation operation)
    {
        var syntax = operation.Syntax;
        switch (operation)
        {
            case IBlockOperation block:
                return List(block.Operations, block.Locals, syntax);
            case IVariableDeclarationGroupOperation group:
                return Declarations(group.Declarations.SelectMany(declaration => declaration.Declarators), syntax);
            case IExpressionStatementOperation { Operation: IThrowOperation thrown }:
                return new SimpleStatement(syntax, Executing(Translate(thrown)), endsFunction: true);
            case IExpressionStatementOperation expression:
                return new SimpleStatement(syntax, Executing(Translate(expression.Operation)));
            case IThrowOperation thrown:
                return new SimpleStatement(syntax, Executing(Translate(thrown)), endsFunction: true);
            case IConditionalOperation conditional:
                return new IfStatement(
                    syntax, interpreter, Condition(conditional.Condition), Statement(conditional.WhenTrue), conditional.WhenFalse is null ? null : Statement(conditional.WhenFalse));
            case IForLoopOperation loop:
                return For(loop);
            case IForEachLoopOperation loop:
                return ForEach(loop);
            case IWhileLoopOperation loop:
                return While(loop);
            case ISwitchOperation branches:
                return Switch(branches);
            case ILabeledOperation labeled:
                return labeled.Operation is null ? Nothing(syntax) : new LabeledStatement(syntax, Statement(labeled.Operation));
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return new SimpleStatement(syntax, static _ => Completion.Break);
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                return new SimpleStatement(syntax, static _ => Completion.Continue);
            case IBranchOperation { BranchKind: BranchKind.GoTo, Target: var target }:
                return new SimpleStatement(syntax, frame =>
                {
                    frame.Target = target;
                    return Completion.Goto;
                });
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } element }:
                return new YieldStatement(syntax, Translate(element));
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                return new SimpleStatement(syntax, static _ => Completion.Return);
            case IReturnOperation end:
                return Return(end);
            case ITryOperation protecting:
                return Try(protecting);
            case IUsingOperation resources:
                return Using(resources);
            case ILockOperation locked:
                var locking = Translate(locked.LockedValue);
                return Both(syntax, frame => _ = locking(frame) ?? throw interpreter.Null(locked.LockedValue.Syntax), Statement(locked.Body));
            case ILocalFunctionOperation or IEmptyOperation:
                return Nothing(syntax);
            default:
                return new SimpleStatement(syntax, Executing(Translate(operation)));
        }
    }

    private static SimpleStatement Nothing(SyntaxNode syntax) => new(syntax, static _ => Completion.Normal);

    private static Func<Frame, Completion> Executing(Value value) => frame =>
    {
        value(frame);
        return Completion.Normal;
    };

    private SimpleStatement Return(IReturnOperation end)
    {
        if (end.ReturnedValue is not { } returned)
        {
            return new SimpleStatement(end.Syntax, static frame =>
            {
                frame.Result = null;
                return Completion.Return;
            });
        }

        if (returnsReference)
        {
            var place = Place(returned);
            return new SimpleStatement(
                end.Syntax,
                frame =>
                {
                    frame.Result = place(frame);
                    return Completion.Return;
                },
                endsFunction: true);
        }

        var value = Translate(returned);
        return new SimpleStatement(
            end.Syntax,
            frame =>
            {
                frame.Result = value(frame);
                return Completion.Return;
            },
            endsFunction: true);
    }

    private SimpleStatement Declarations(IEnumerable<IVariableDeclaratorOperation> declarators, SyntaxNode syntax)
    {
        var declared = declarators.Select(Declarator).ToArray();
        return declared is [var one]
            ? new SimpleStatement(syntax, frame =>
            {
                one(frame);
                return Completion.Normal;
            })
            : new SimpleStatement(syntax, frame =>
            {
                foreach (var each in declared)
                {
                    each(frame);
                }

                return Completion.Normal;
            });
    }

    private Action<Frame> Declarator(IVariableDeclaratorOperation declarator)
    {
        if (declarator.Symbol.IsConst)
        {
            return static _ => { };
        }

        var variable = Find(declarator.Symbol);
        assigned.Add(variable);
        var write = VariableAccess.WriteDirectly(variable, scope);
        if (declarator.GetVariableInitializer() is not { } initialiser)
        {
            var zero = Types.Find(declarator.Symbol.Type, environment) is { IsValueType: true } type && Types.Of(type) is { IsStruct: true } ? Types.Zero(type) : Unknown.Value;
            return frame => write(frame, zero);
        }

        if (variable.IsReference)
        {
            var place = Place(initialiser.Value);
            return frame => write(frame, place(frame));
        }

        var value = Translate(initialiser.Value);
        return frame => write(frame, value(frame));
    }

    private ForLoop For(IForLoopOperation loop)
    {
        var outerScope = scope;
        var layout = Open([.. loop.Locals, .. loop.ConditionLocals], loop.Syntax);
        var before = Parts(loop.Before);
        var condition = loop.Condition is null ? null : Condition(loop.Condition);
        var bottom = Parts(loop.AtLoopBottom);
        var body = Statement(loop.Body);
        scope = outerScope;
        return new ForLoop(loop.Syntax, interpreter, before, condition, bottom, layout, body);
    }

    /// <summary>The parts of a loop's head are one statement with the loop: without one of them there is no loop.</summary>
    private Action<Frame> Parts(IReadOnlyList<IOperation> parts)
    {
        Action<Frame>[] all = [.. parts.SelectMany(Part)];
        return frame =>
        {
            foreach (var part in all)
            {
                part(frame);
            }
        };
    }

    private IEnumerable<Action<Frame>> Part(IOperation part)
    {
        switch (part)
        {
            case IVariableDeclarationGroupOperation group:
                return group.Declarations.SelectMany(declaration => declaration.Declarators).Select(Declarator);
            case IExpressionStatementOperation expression:
                return [Doing(Translate(expression.Operation))];
            default:
                return [Doing(Translate(part))];
        }
    }

    private static Action<Frame> Doing(Value value) => frame => value(frame);

    private WhileLoop While(IWhileLoopOperation loop)
    {
        if (loop.Condition is null)
        {
            throw Abandoned();
        }

        var outerScope = scope;
        var layout = Open(loop.Locals, loop.Syntax);
        var condition = Condition(loop.Condition);
        if (loop.ConditionIsUntil)
        {
            var until = condition;
            condition = frame => !until(frame);
        }

        var body = Statement(loop.Body);
        scope = outerScope;
        return new WhileLoop(loop.Syntax, interpreter, condition, loop.ConditionIsTop, layout, body);
    }

    private ForEachLoop ForEach(IForEachLoopOperation loop)
    {
        if (loop.IsAsynchronous)
        {
            throw Refused(loop.Syntax, "'await foreach' cannot be evaluated at compile time; a definition is not asynchronous, use a list");
        }

        var walk = loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.IsRef: true } ? WalkPlaces(loop) : Walk(loop);
        var outerScope = scope;
        var layout = Open(loop.Locals, loop.Syntax);
        var assign = LoopVariable(loop);
        var body = Statement(loop.Body);
        scope = outerScope;
        return new ForEachLoop(loop.Syntax, interpreter, walk, assign, loop.Collection.Syntax, layout, body);
    }

    private Action<Frame, object?> LoopVariable(IForEachLoopOperation loop)
    {
        switch (loop.LoopControlVariable)
        {
            case IVariableDeclaratorOperation declarator:
                var variable = Find(declarator.Symbol);
                assigned.Add(variable);
                var write = VariableAccess.WriteDirectly(variable, scope);
                if (variable.IsReference)
                {
                    return (frame, item) => write(frame, item);
                }

                var convert = loop.Syntax is CommonForEachStatementSyntax each && interpreter.Bodies.Model(each.SyntaxTree).GetForEachStatementInfo(each) is { ElementType: { } elementType } walked
                    ? Elementwise(walked.ElementConversion.ToCommonConversion(), elementType, declarator.Symbol.Type, declarator)
                    : Implicitly(declarator.Symbol.Type, declarator);
                return (frame, item) => write(frame, convert(item));
            default:
                var info = loop.Syntax is ForEachVariableStatementSyntax statement
                    ? interpreter.Bodies.Model(statement.SyntaxTree).GetDeconstructionInfo(statement)
                    : default;
                return Deconstruction(loop.LoopControlVariable, info);
        }
    }

    /// <summary>How a collection is walked: by the methods that the program's own type has for it, or as any collection of the base library.</summary>
    private Func<Frame, IEnumerator> Walk(IForEachLoopOperation loop)
    {
        var collection = Translate(Written(loop.Collection));
        var at = loop.Collection.Syntax;
        if (loop.Syntax is CommonForEachStatementSyntax statement
            && interpreter.Bodies.Model(statement.SyntaxTree).GetForEachStatementInfo(statement) is { GetEnumeratorMethod: { } getEnumerator, MoveNextMethod: { } moveNext, CurrentProperty.GetMethod: { } current } info
            && Types.IsOfThisProgram(getEnumerator) && getEnumerator.ContainingType.TypeKind != TypeKind.Interface)
        {
            var isExtension = getEnumerator.IsExtensionMethod;
            var open = Method(isExtension ? getEnumerator.GetConstructedReducedFrom() ?? getEnumerator : getEnumerator, at);
            var (next, value) = (Method(moveNext, at), Method(current, at));
            var dispose = info.DisposeMethod is { } method && Types.IsOfThisProgram(method) ? Method(method, at) : null;
            return frame =>
            {
                var from = collection(frame);
                var walked = new Copied(isExtension ? open(null, [from]) : open(new Copied(from ?? throw interpreter.Null(at)), []));
                return new OwnEnumerator(() => (bool)next(walked, [])!, () => value(walked, []), () =>
                {
                    if (dispose is not null)
                    {
                        dispose(walked, []);
                    }
                    else
                    {
                        (walked.Value as IDisposable)?.Dispose();
                    }
                });
            };
        }

        return frame =>
        {
            var walked = collection(frame);
            interpreter.At = at;
            interpreter.KeepWalkable(walked);
            return walked switch
            {
                null => throw interpreter.Null(at),
                IEnumerable items => items.GetEnumerator(),
                IEnumerator enumerator => enumerator,
                _ => throw interpreter.Refuse(at, "this cannot be walked at compile time; use an array, a list or a query over them"),
            };
        };
    }

    /// <summary>The elements of an array, or of a span over it, as places that the loop may write to.</summary>
    private Func<Frame, IEnumerator> WalkPlaces(IForEachLoopOperation loop)
    {
        var collection = Translate(Written(loop.Collection));
        var at = loop.Collection.Syntax;
        return frame => collection(frame) switch
        {
            null => throw interpreter.Null(at),
            Array { Rank: 1 } array => Enumerable.Range(0, array.Length).Select(index => new ComputedPlace(() => array.GetValue(index), value =>
            {
                interpreter.KeepShared(array, at);
                array.SetValue(value, index);
            })).GetEnumerator(),
            _ => throw interpreter.Refuse(at, "only the elements of an array can be walked by reference at compile time; assign to them by their index"),
        };
    }

    private Statement Switch(ISwitchOperation branches)
    {
        var outerScope = scope;
        var layout = Open([.. branches.Locals, .. branches.Cases.SelectMany(section => section.Locals)], branches.Syntax);
        var tested = Translate(branches.Value);
        foreach (var function in branches.Cases.SelectMany(section => section.Body).OfType<ILocalFunctionOperation>())
        {
            localFunctions[function.Symbol] = new LocalFunction(function, this, scope);
        }

        var sections = new List<(Func<Frame, object?, bool> Takes, Statement Body)>();
        var labels = new Dictionary<ILabelSymbol, int>(SymbolEqualityComparer.Default);
        int? otherwise = null;
        foreach (var section in branches.Cases)
        {
            var clauses = section.Clauses.Select(Clause).ToArray();
            foreach (var clause in section.Clauses)
            {
                if (clause.Label is { } label)
                {
                    labels[label] = sections.Count;
                }

                otherwise = clause is IDefaultCaseClauseOperation ? sections.Count : otherwise;
            }

            sections.Add((Takes, List(section.Body, [], section.Syntax)));

            bool Takes(Frame frame, object? value)
            {
                foreach (var clause in clauses)
                {
                    if (clause(frame, value))
                    {
                        return true;
                    }
                }

                return false;
            }
        }

        scope = outerScope;
        var statement = new SwitchStatement(branches.Syntax, tested, sections, otherwise, labels, interpreter);
        return layout is null ? statement : new Scoped(branches.Syntax, layout, statement);
    }

    private Func<Frame, object?, bool> Clause(ICaseClauseOperation clause)
    {
        switch (clause)
        {
            case IDefaultCaseClauseOperation:
                return static (_, _) => false;
            case ISingleValueCaseClauseOperation single:
                var constant = Translate(single.Value);
                return (frame, value) => Equals(value, constant(frame));
            case IPatternCaseClauseOperation pattern:
                var matches = Pattern(pattern.Pattern);
                if (pattern.Guard is null)
                {
                    return matches;
                }

                var guard = Condition(pattern.Guard);
                return (frame, value) => matches(frame, value) && guard(frame);
            default:
                throw Refused(clause);
        }
    }

    private TryStatement Try(ITryOperation protecting)
    {
        var body = Statement(protecting.Body);
        var clauses = protecting.Catches.Select(Catch).ToList();
        var atLast = protecting.Finally is { } last ? Statement(last) : null;
        return new TryStatement(protecting.Syntax, interpreter, body, clauses, atLast is null ? null : frame => interpreter.Run(atLast, frame));
    }

    private CatchClause Catch(ICatchClauseOperation clause)
    {
        var outerScope = scope;
        var layout = Open(clause.Locals, clause.Syntax);
        var type = clause.ExceptionType is null or { SpecialType: SpecialType.System_Object } ? typeof(Exception) : TypeOf(clause.ExceptionType, clause);
        Action<Frame, object?>? declare = null;
        if (clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation declarator)
        {
            declare = VariableAccess.WriteDirectly(Find(declarator.Symbol), scope);
        }

        var filter = clause.Filter is null ? null : Condition(clause.Filter);
        var body = Statement(clause.Handler);
        scope = outerScope;
        return new CatchClause(type, declare, filter, layout, body);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Source;
using NetDsl.Model;

namespace NetDsl.Evaluation.Translation;

/// <content>Calls of builders, and of the base library.</content>
internal sealed partial class Translator
{
    private Value CallHost(IMethodSymbol method, IOperation? instance, IReadOnlyList<IArgumentOperation> written, IOperation operation)
    {
        var at = operation.Syntax;
        if (interpreter.Members.Find(method, environment) is null)
        {
            // What cannot be called is told behind what it would be called on, and before its arguments.
            var refused = NotCallable(at, method.AssociatedSymbol ?? method);
            var on = instance is null ? null : Translate(instance);
            return frame =>
            {
                on?.Invoke(frame);
                throw refused.Tell();
            };
        }

        var call = HostCall(method, at);
        var arguments = HostArguments(method.Parameters, written);
        var byReference = written
            .Where(argument => argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref })
            .Select(argument => (argument.Parameter!.Ordinal, Place: Place(argument.Value)))
            .ToArray();
        if (instance is null)
        {
            return byReference.Length == 0
                ? frame => call(null, arguments(frame))
                : frame => Written(null, arguments(frame), frame);
        }

        if (!IsVirtual(instance))
        {
            return CallBase(method, arguments, at);
        }

        if (ReceiverPlace(instance, written) is { } variable)
        {
            return frame =>
            {
                var place = variable(frame);
                var passed = arguments(frame);
                var self = place.Value;
                return ReferenceEquals(self, Unknown.Value) ? throw interpreter.Abandon()
                    : self is null ? throw interpreter.Null(at)
                    : byReference.Length == 0 ? call(self, passed)
                    : Written(self, passed, frame);
            };
        }

        var receiver = Translate(instance);
        return frame =>
        {
            var self = receiver(frame);
            CallArguments passed;
            try
            {
                passed = arguments(frame);
            }
            catch (StatementAbandonedException)
            {
                // What would have been added is missing there.
                interpreter.Miss(self);
                throw;
            }

            if (self is null)
            {
                throw interpreter.Null(at);
            }

            return byReference.Length == 0 ? call(self, passed) : Written(self, passed, frame);
        };

        // The real method writes its results into the array of arguments.
        object? Written(object? self, CallArguments passed, Frame frame)
        {
            var places = byReference.Select(argument => (argument.Ordinal, Place: argument.Place(frame))).ToArray();
            var result = call(self, passed);
            foreach (var (ordinal, place) in places)
            {
                place.Value = passed.Values[ordinal];
            }

            return result;
        }
    }

    /// <summary><c>base.ToString()</c> and its like: the member of the base library, whatever is overridden.</summary>
    private Value CallBase(IMethodSymbol method, Func<Frame, CallArguments> arguments, SyntaxNode at)
    {
        var member = interpreter.Members.Base(method, environment) ?? throw NotCallable(at, method);
        return frame =>
        {
            var self = frame.Self!;
            var values = arguments(frame).Values;
            interpreter.At = at;
            return interpreter.AsBase(self, method.MetadataName, () => Reflected.Call(member, self, values));
        };
    }

    /// <summary>A member that is told, where it cannot be called, only after what it is called with was evaluated.</summary>
    private Func<object?, CallArguments, object?> HostCall(IMethodSymbol method, IOperation operation)
    {
        try
        {
            return HostCall(method, operation.Syntax);
        }
        catch (NotTranslatableException refused)
        {
            return (_, _) => throw refused.Tell();
        }
    }

    /// <summary>A member of a builder or of the base library, ready to be called with values.</summary>
    private Func<object?, CallArguments, object?> HostCall(IMethodSymbol method, SyntaxNode at)
    {
        if (IsData(method))
        {
            return DataCall(method, at);
        }

        var member = interpreter.Members.Find(method, environment) ?? throw NotCallable(at, method.AssociatedSymbol ?? method);
        if (member.IsOwn)
        {
            var call = new Lazy<SourceSpan>(() => SourceSpans.Of(at.SyntaxTree, SourceSpans.OfCall(at)));
            return (self, arguments) =>
            {
                interpreter.At = at;
                interpreter.KeepWhole(self, arguments.Values);
                return CallSite.Run(new CallSite(call.Value, arguments.Spans ?? NoSpans), () => member.Invoke(self, arguments.Values, interpreter.Budget));
            };
        }

        if (member.IsHash)
        {
            return (self, arguments) => interpreter.IsHashing
                ? member.Invoke(self, arguments.Values, interpreter.Budget)
                : throw NotCallable(at, method.AssociatedSymbol ?? method).Tell();
        }

        return member.WrapsWhatComparisonsThrow ? (self, arguments) => interpreter.Compare(() => Invoke(self, arguments), at) : Invoke;

        object? Invoke(object? self, CallArguments arguments)
        {
            interpreter.At = at;
            interpreter.KeepWhole(self, arguments.Values);
            interpreter.KeepShared(SharedObjects.ChangedBy(member, self, arguments.Values), at);
            return member.Invoke(self, arguments.Values, interpreter.Budget);
        }
    }

    private NotTranslatableException NotCallable(SyntaxNode at, ISymbol member)
    {
        if (member.ContainingType is { TypeKind: TypeKind.Error })
        {
            return Abandoned();
        }

        return HostTypes.IsOwn(member)
            ? Told(EvaluationRules.EvaluatorFault, at, $"the compiler's NetDsl has no '{member.ToDisplayString(CallableMembers.NameFormat)}'; reference the package version that the compiler loads")
            : CallableMembers.IsBaseLibrary(member)
                ? Told(EvaluationRules.MemberNotCallable, at, CallableMembers.Refusal(member))
                : Told(
                    EvaluationRules.HelperWithoutSource,
                    at,
                    $"'{member.ToDisplayString(CallableMembers.NameFormat)}' is compiled in '{member.ContainingAssembly?.Name}', where its source cannot be read; move the helper into this project");
    }

    /// <summary>Evaluates arguments in the order in which they are written.</summary>
    private Func<Frame, CallArguments> HostArguments(IReadOnlyList<IParameterSymbol> parameters, IReadOnlyList<IArgumentOperation> written)
    {
        var count = parameters.Count;
        var passed = written.Where(argument => argument.Parameter!.RefKind is not RefKind.Out).Select(HostArgument).ToArray();
        var isOwn = written.Count > 0 && written[0].Parameter is { } first && HostTypes.IsOwn(first);
        if (!isOwn)
        {
            return frame =>
            {
                var values = new object?[count];
                foreach (var argument in passed)
                {
                    values[argument.Ordinal] = argument.Value(frame);
                }

                return new CallArguments(values, null);
            };
        }

        // Where every text is where it is written, one table of spans serves all calls.
        var isFixed = passed.All(argument => !argument.IsName);
        var known = new Lazy<Dictionary<string, SourceSpan>>(() => passed.Where(argument => argument.IsWritten).ToDictionary(argument => argument.Name, argument => argument.Span.Value));
        return frame =>
        {
            var values = new object?[count];
            foreach (var argument in passed)
            {
                values[argument.Ordinal] = argument.Value(frame);
            }

            if (isFixed)
            {
                return new CallArguments(values, known.Value);
            }

            var spans = new Dictionary<string, SourceSpan>(known.Value);
            foreach (var argument in passed)
            {
                if (argument.IsName && interpreter.Provenance.Find(values[argument.Ordinal]) is { } literal)
                {
                    spans[argument.Name] = literal;
                }
            }

            return new CallArguments(values, spans);
        };
    }

    private HostArgumentCode HostArgument(IArgumentOperation argument)
    {
        var written = Written(argument.Value);
        var isWritten = argument.ArgumentKind != ArgumentKind.DefaultValue;
        // The text of an argument: where its value was written, when all that stands here is a name for it.
        var isName = isWritten && written is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
            or IPropertyReferenceOperation or IArrayElementReferenceOperation or IConditionalOperation or ICoalesceOperation or IInstanceReferenceOperation;
        return new HostArgumentCode(
            argument.Parameter!.Ordinal,
            argument.Parameter.Name,
            Argument(argument),
            isWritten,
            isName,
            new Lazy<SourceSpan>(() => SourceSpans.Of(written.Syntax)));
    }

    private static readonly IReadOnlyDictionary<string, SourceSpan> NoSpans = new Dictionary<string, SourceSpan>();

    private sealed record HostArgumentCode(int Ordinal, string Name, Value Value, bool IsWritten, bool IsName, Lazy<SourceSpan> Span);
}

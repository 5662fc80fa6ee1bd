using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Translation;

/// <content>Places: what is assigned to, passed by reference, or changed where it is.</content>
internal sealed partial class Translator
{
    /// <summary>What is assigned to, or passed by reference.</summary>
    /// <param name="target">The expression that stands for it.</param>
    /// <param name="isOnlyRead">
    /// Whether nothing is changed through the place. What is evaluated on the way there, such as an index, may change what it likes.
    /// </param>
    private Locator Place(IOperation target, bool isOnlyRead = false)
    {
        var at = target.Syntax;
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                return Place(declaration.Expression, isOnlyRead);
            case IDiscardOperation:
                return static _ => new Copied(null);
            case ILocalReferenceOperation local:
                return VariablePlace(Find(local.Local), isOnlyRead);
            case IParameterReferenceOperation { Parameter.ContainingSymbol: INamedTypeSymbol }:
                return static frame => new SelfPlace(frame);
            case IParameterReferenceOperation parameter:
                return PrimaryField(parameter.Parameter) is { } primary
                    ? SelfField(primary, at, isOnlyRead)
                    : VariablePlace(Find(parameter.Parameter), isOnlyRead);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return static frame => new SelfPlace(frame);
            case IInstanceReferenceOperation:
                var receiver = receivers.Peek();
                return frame => new VariablePlace(frame.Slots, receiver);
            case IFieldReferenceOperation { Instance: { } instance, Field: { ContainingType.IsTupleType: true, Name: not "Rest" } } element:
                var index = TupleIndex(element.Field);
                var tuple = Place(instance, isOnlyRead);
                return frame => new TupleElementPlace(tuple(frame), index);
            case IFieldReferenceOperation { Instance: { } instance } field when Types.IsOfThisProgram(field.Field):
                return OwnField(instance, field.Field, at, isOnlyRead);
            case IFieldReferenceOperation { Instance: null } field when Types.IsOfThisProgram(field.Field):
                return OwnStatic(field.Field, target);
            case IEventReferenceOperation { Instance: { } instance } happening when Types.IsOfThisProgram(happening.Event):
                return OwnField(instance, happening.Event, at, isOnlyRead);
            case IArrayElementReferenceOperation element:
                return ElementPlace(element, isOnlyRead);
            case IPropertyReferenceOperation reference:
                return PropertyPlace(reference);
            case IImplicitIndexerReferenceOperation implicitly:
                return ImplicitIndexPlace(implicitly);
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } and ({ ReturnsByRef: true } or { ReturnsByRefReadonly: true }) } call:
                var called = CallLocal(call, wantsPlace: true);
                return frame => called(frame) as Place ?? throw interpreter.Abandon();
            case IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } call when Types.IsOfThisProgram(call.TargetMethod):
                var referred = CallOwn(call.TargetMethod, call.Instance, call.Arguments, call, call.ConstrainedToType, wantsPlace: true);
                return frame => referred(frame) as Place ?? throw interpreter.Abandon();
            case IConditionalOperation conditional:
                var condition = Condition(conditional.Condition);
                var (whenTrue, whenFalse) = (Place(conditional.WhenTrue, isOnlyRead), Place(conditional.WhenFalse!, isOnlyRead));
                return frame => condition(frame) ? whenTrue(frame) : whenFalse(frame);
            case IParenthesizedOperation parenthesized:
                return Place(parenthesized.Operand, isOnlyRead);
            case IConversionOperation { Conversion.IsIdentity: true } conversion:
                return Place(conversion.Operand, isOnlyRead);
            case IInvalidOperation:
                throw Abandoned();
            default:
                throw Refused(
                    at,
                    "this cannot be assigned to at compile time: a definition changes its own variables, objects, arrays and collections only; return the value instead");
        }
    }

    private static Value Referred(Locator place) => frame =>
    {
        var found = place(frame);
        found.Refer();
        return found;
    };

    /// <summary>
    /// Whether an expression stands for a variable, to which C# passes a reference where it is only read. Of all else it passes a copy, and
    /// of what never changes nobody sees which.
    /// </summary>
    private bool IsVariable(IOperation value) => value switch
    {
        ILocalReferenceOperation { Local.IsConst: false } or IParameterReferenceOperation => true,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
        IFieldReferenceOperation { Instance: null } field => IsStaticConstructorOf(field.Field),
        IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Field.Name: "Rest" } => false,
        IFieldReferenceOperation { Instance: { } instance } field => (Types.IsOfThisProgram(field.Field) || field.Field.ContainingType.IsTupleType)
            && (instance.Type is { IsReferenceType: true } || IsVariable(instance)),
        IArrayElementReferenceOperation element => element.Type is not IArrayTypeSymbol || !element.Indices.Any(index => Written(index).Type is { Name: nameof(Range) }),
        IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } call => Types.IsOfThisProgram(call.TargetMethod),
        IPropertyReferenceOperation { Property: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } => true,
        IConditionalOperation { IsRef: true } => true,
        IConversionOperation { Conversion.IsIdentity: true } conversion => IsVariable(conversion.Operand),
        IParenthesizedOperation parenthesized => IsVariable(parenthesized.Operand),
        _ => false,
    };

    private Locator VariablePlace(Variable variable, bool isOnlyRead)
    {
        if (!isOnlyRead)
        {
            assigned.Add(variable);
        }

        return VariableAccess.Locate(variable, scope);
    }

    private Locator SelfField(int slot, SyntaxNode at, bool isOnlyRead = false)
    {
        return frame =>
        {
            var type = Types.Of(frame.Self) ?? throw interpreter.Abandon();
            if (!isOnlyRead)
            {
                interpreter.KeepShared(frame.Self, at);
            }

            return type.IsStruct ? new StructFieldPlace(new SelfPlace(frame), type, slot) : new FieldPlace(type.FieldsOf(frame.Self!), slot);
        };
    }

    private Locator OwnField(IOperation instance, ISymbol field, SyntaxNode at, bool isOnlyRead = false)
    {
        if (IsStruct(instance.Type))
        {
            var holder = HolderPlace(instance, isOnlyRead);
            return frame =>
            {
                var place = holder(frame);
                var type = Types.Of(place.Value) ?? throw interpreter.Abandon();
                var slot = type.SlotOf(field) ?? throw interpreter.Abandon();
                return type.IsStruct ? new StructFieldPlace(place, type, slot) : new FieldPlace(type.FieldsOf(place.Value!), slot);
            };
        }

        var value = Translate(instance);
        return frame =>
        {
            if (value(frame) is not { } self)
            {
                return new NullPlace(() => interpreter.Null(at));
            }

            var type = Types.Of(self) ?? throw interpreter.Abandon();
            if (!isOnlyRead)
            {
                interpreter.KeepShared(self, at);
            }

            return new FieldPlace(type.FieldsOf(self), type.SlotOf(field) ?? throw interpreter.Abandon());
        };
    }

    /// <summary>
    /// The place that a struct is in, so that a member can change it; where C# calls a member on a copy, a copy.
    /// </summary>
    private Locator HolderPlace(IOperation instance, bool isOnlyRead = false)
    {
        if (isOnlyRead && IsVariable(instance))
        {
            return Place(instance, isOnlyRead: true);
        }

        var isVariable = instance switch
        {
            ILocalReferenceOperation { Local.RefKind: RefKind.RefReadOnly } => false,
            ILocalReferenceOperation => true,
            IParameterReferenceOperation { Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter } => false,
            IParameterReferenceOperation => true,
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => IsConstructing(field),
            IFieldReferenceOperation { Instance: null } => false,
            IFieldReferenceOperation or IArrayElementReferenceOperation or IInstanceReferenceOperation => true,
            IInvocationOperation { TargetMethod.ReturnsByRef: true } => true,
            IPropertyReferenceOperation { Property.ReturnsByRef: true } => true,
            IImplicitIndexerReferenceOperation => true,
            IConditionalAccessInstanceOperation => false,
            IDeclarationExpressionOperation => true,
            _ => false,
        };
        if (isVariable)
        {
            return Place(instance, isOnlyRead);
        }

        var value = Translate(instance);
        return frame => new Copied(value(frame));
    }

    /// <summary>
    /// Where a value of the base library is that a method is called on, when the arguments may assign to that variable: the method gets
    /// the variable, and sees what they assign.
    /// </summary>
    private Locator? ReceiverPlace(IOperation instance, IReadOnlyList<IArgumentOperation> arguments)
    {
        if (arguments.All(argument => argument.Value.ConstantValue.HasValue)
            || Types.Find(instance.Type, environment) is not { IsValueType: true })
        {
            return null;
        }

        switch (instance)
        {
            case ILocalReferenceOperation local:
                return VariableAccess.Locate(Find(local.Local), scope);
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol } parameter } when PrimaryField(parameter) is null:
                return VariableAccess.Locate(Find(parameter), scope);
            case IArrayElementReferenceOperation element:
                return ElementPlace(element);
            case IFieldReferenceOperation { Instance.Type.IsReferenceType: true, Field: { IsReadOnly: false, Type: var type } field } reference
                when Types.IsOfThisProgram(field) && type is not ITypeParameterSymbol:
                var holder = Translate(reference.Instance);
                return frame =>
                {
                    var self = holder(frame) ?? throw interpreter.Null(reference.Syntax);
                    var holding = Types.Of(self) ?? throw interpreter.Abandon();
                    return new FieldPlace(holding.FieldsOf(self), holding.SlotOf(field) ?? throw interpreter.Abandon());
                };
            default:
                return null;
        }
    }

    /// <summary>Whether this is a constructor, or initialiser, of the type of a read-only field.</summary>
    private bool IsConstructing(IFieldSymbol field) =>
        constructs is not null && SymbolEqualityComparer.Default.Equals(constructs, field.ContainingType.OriginalDefinition);

    private Locator OwnStatic(ISymbol symbol, IOperation target)
    {
        if (!IsStaticConstructorOf(symbol))
        {
            throw Refused(
                target.Syntax,
                "this cannot be assigned to at compile time: a definition changes its own variables, objects, arrays and collections only; return the value instead");
        }

        var type = StaticEnvironment(symbol, target);
        return frame => new ComputedPlace(
            () => interpreter.ReadStatic(symbol.OriginalDefinition, type, target.Syntax),
            value => interpreter.WriteStatic(symbol.OriginalDefinition, type, value));
    }

    private bool IsStaticConstructorOf(ISymbol symbol) =>
        staticConstructor is not null && SymbolEqualityComparer.Default.Equals(staticConstructor, symbol.ContainingType.OriginalDefinition);

    private Locator PropertyPlace(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        var at = reference.Syntax;
        if ((property.ReturnsByRef || property.ReturnsByRefReadonly) && Types.IsOfThisProgram(property))
        {
            var referred = CallOwn(property.GetMethod!, reference.Instance, reference.Arguments, reference, reference.ConstrainedToType, wantsPlace: true);
            return frame => referred(frame) as Place ?? throw interpreter.Abandon();
        }

        if (Types.IsOfThisProgram(property))
        {
            if (IsStaticAuto(property))
            {
                return OwnStatic(property, reference);
            }

            return OwnProperty(reference);
        }

        if (HostTypes.IsSpan(property.ContainingType) && reference is { Instance: { } span, Arguments: [var position] })
        {
            var (array, index) = (Translate(span), Translate(position.Value));
            return frame =>
            {
                // A span that looks at nothing has no elements.
                var elements = (Array?)array(frame) ?? Array.Empty<object>();
                return new ElementPlace(interpreter, elements, [(int)index(frame)!], null, at);
            };
        }

        var receiver = reference.Instance is null ? null : Translate(reference.Instance);
        var arguments = HostArguments(property.Parameters, reference.Arguments);
        var get = property.GetMethod is { } getter ? HostCall(getter, reference) : null;
        var set = property.SetMethod is { } setter ? HostCall(setter, reference) : null;
        return frame =>
        {
            var holder = receiver?.Invoke(frame);
            var call = arguments(frame);
            if (holder is null && receiver is not null)
            {
                return new NullPlace(() => interpreter.Null(at));
            }

            return new ComputedPlace(
                () => get is null ? throw interpreter.Abandon() : get(holder, call),
                value => _ = set is null ? throw interpreter.Abandon() : set(holder, call.With(value)));
        };
    }

    /// <summary>A property of the program: with a setter, or an automatic one that its constructor gives a value.</summary>
    private Locator OwnProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        var at = reference.Syntax;
        if (Setter(property) is not { } setter)
        {
            return OwnField(reference.Instance ?? throw Abandoned(), property, at);
        }

        var arguments = OwnArguments(property.Parameters, reference.Arguments);
        var get = Getter(property) is { } getter ? Method(getter, at, IsVirtual(reference.Instance)) : null;
        var set = Method(setter, at, IsVirtual(reference.Instance));
        var holder = reference.Instance is null ? null
            : ReceiverOf(reference.Instance);
        return frame =>
        {
            var self = holder?.Invoke(frame);
            var values = arguments(frame);
            if (self is { Value: null })
            {
                return new NullPlace(() => interpreter.Null(at));
            }

            if (self is not null && !UserTypes.IsStruct(self.Value))
            {
                interpreter.KeepShared(self.Value, at);
            }

            return new ComputedPlace(
                () => get is null ? throw interpreter.Abandon() : get(self, [.. values]),
                value => set(self, [.. values, value]));
        };
    }

    /// <summary>What a member is called on that may change it: the place of a struct, or an object; a struct in a box is changed in the box.</summary>
    private Locator ReceiverOf(IOperation instance)
    {
        if (IsStruct(instance.Type))
        {
            return HolderPlace(instance);
        }

        var value = Translate(instance);
        return frame => Held(value(frame));
    }

    /// <summary>Where an object is that a member is called on: a struct in its box.</summary>
    private static Place Held(object? self) => UserTypes.IsStruct(self) ? new BoxPlace(self!) : new Copied(self);

    /// <summary>Whether values of a type are structs here, where type parameters stand for something.</summary>
    private bool IsStruct(ITypeSymbol? type) =>
        type is ITypeParameterSymbol ? Types.Find(type, environment) is not { IsValueType: false } : type is { IsValueType: true };

    private static Locator Copy(Value value) => frame => new Copied(value(frame));
}

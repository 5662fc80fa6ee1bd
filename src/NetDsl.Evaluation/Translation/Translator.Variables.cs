using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Translation;

/// <content>Variables, fields and properties, and assigning to them.</content>
internal sealed partial class Translator
{
    /// <summary>The variable; a new one of the function itself where no statement around declares it.</summary>
    private Variable Find(ISymbol symbol)
    {
        for (var translator = this; translator is not null; translator = translator.outer)
        {
            if (translator.variables.TryGetValue(symbol, out var known))
            {
                return known;
            }
        }

        var isReference = symbol is ILocalSymbol { IsRef: true };
        var variable = captured.Contains(symbol) && root is not null
            ? new Variable { Symbol = symbol, Scope = root, Slot = root.Count++, IsReference = isReference }
            : new Variable { Symbol = symbol, Slot = NewSlot(), IsReference = isReference };
        variables.Add(symbol, variable);
        return variable;
    }

    /// <summary>A value that is known; the statement is left where it is not.</summary>
    private Value Known(Value value) => frame =>
    {
        var known = value(frame);
        return ReferenceEquals(known, Unknown.Value) ? throw interpreter.Abandon() : known;
    };

    public override Value VisitLocalReference(ILocalReferenceOperation operation, object? argument) =>
        Known(VariableAccess.Read(Find(operation.Local), scope));

    public override Value VisitParameterReference(IParameterReferenceOperation operation, object? argument)
    {
        var parameter = operation.Parameter;
        if (parameter.ContainingSymbol is INamedTypeSymbol)
        {
            // What the members of an extension block extend.
            return frame => frame.Self;
        }

        return PrimaryField(parameter) is { } slot
            ? frame => Read(Types.Of(frame.Self)!.FieldsOf(frame.Self!), slot)
            : Known(VariableAccess.Read(Find(parameter), scope));
    }

    /// <summary>Where a parameter of the type's own constructor is kept, when a member speaks of it.</summary>
    private int? PrimaryField(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && containing is { IsRecord: false }
        && !IsDeclared(parameter)
        && SymbolEqualityComparer.Default.Equals(constructor.ContainingType.OriginalDefinition, containing.OriginalDefinition)
            ? Types.Named(SelfType(), environment)?.SlotOf(parameter)
            : null;

    private bool IsDeclared(ISymbol symbol)
    {
        for (var translator = this; translator is not null; translator = translator.outer)
        {
            if (translator.variables.ContainsKey(symbol))
            {
                return true;
            }
        }

        return false;
    }

    private INamedTypeSymbol SelfType() => containing!;

    public override Value VisitFieldReference(IFieldReferenceOperation operation, object? argument)
    {
        var field = operation.Field;
        var at = operation.Syntax;
        if (operation.Instance is { } instance)
        {
            if (field.ContainingType.IsTupleType && field.Name == "Rest")
            {
                // What is behind the seventh element is a tuple itself.
                return HostField(Translate(instance), field, operation);
            }

            if (field.ContainingType.IsTupleType)
            {
                var index = TupleIndex(field);
                var tuple = Translate(instance);
                return frame => Tuples.Item(tuple(frame) ?? throw interpreter.Null(at), index);
            }

            return Types.IsOfThisProgram(field) ? FieldOf(Translate(instance), field, at) : HostField(Translate(instance), field, operation);
        }

        if (Types.IsOfThisProgram(field))
        {
            // What 'field' means is initialised with its property.
            var symbol = (ISymbol)(field.AssociatedSymbol as IPropertySymbol ?? (ISymbol)field);
            var type = StaticEnvironment(field, operation);
            return frame => interpreter.ReadStatic(symbol.OriginalDefinition, type, at);
        }

        return interpreter.Members.StaticField(field, environment) is { } known
            ? _ => known.GetValue(null)
            : throw NotCallable(at, field);
    }

    private Value HostField(Value instance, IFieldSymbol field, IFieldReferenceOperation operation)
    {
        var at = operation.Syntax;
        var known = TypeOf(field.ContainingType, operation).GetField(field.Name) ?? throw NotCallable(at, field);
        return frame => known.GetValue(instance(frame) ?? throw interpreter.Null(at));
    }

    private static int TupleIndex(IFieldSymbol field)
    {
        var name = (field.CorrespondingTupleField ?? field).Name;
        return int.Parse(name.Substring("Item".Length), System.Globalization.CultureInfo.InvariantCulture) - 1;
    }

    /// <summary>What the type parameters around a static stand for.</summary>
    private TypeEnvironment StaticEnvironment(ISymbol member, IOperation at) => EnvironmentOf(member.ContainingType, at.Syntax);

    private TypeEnvironment EnvironmentOf(INamedTypeSymbol type, SyntaxNode at)
    {
        var entries = new List<(ITypeParameterSymbol, Type)>();
        for (var each = type; each is not null; each = each.ContainingType)
        {
            entries.InsertRange(0, each.OriginalDefinition.TypeParameters.Zip(each.TypeArguments, (parameter, argument) => (parameter, TypeOf(argument, at))));
        }

        return TypeEnvironment.Empty.With(entries);
    }

    private Value FieldOf(Value instance, IFieldSymbol field, SyntaxNode at)
    {
        UserType? last = null;
        var slot = -1;
        return frame =>
        {
            var self = instance(frame) ?? throw interpreter.Null(at);
            var type = Types.Of(self) ?? throw interpreter.Abandon();
            if (!ReferenceEquals(type, last))
            {
                slot = type.SlotOf(field) ?? throw interpreter.Abandon();
                last = type;
            }

            return Read(type.FieldsOf(self), slot);
        };
    }

    private object? Read(object?[] fields, int slot)
    {
        var value = fields[slot];
        return ReferenceEquals(value, Unknown.Value) ? throw interpreter.Abandon() : value;
    }

    public override Value VisitEventReference(IEventReferenceOperation operation, object? argument)
    {
        if (!Types.IsOfThisProgram(operation.Event) || operation.Instance is null)
        {
            throw Refused(operation);
        }

        var instance = Translate(operation.Instance);
        return frame =>
        {
            var self = instance(frame) ?? throw interpreter.Null(operation.Syntax);
            var type = Types.Of(self)!;
            return Read(type.FieldsOf(self), type.SlotOf(operation.Event) ?? throw interpreter.Refuse(operation));
        };
    }

    public override Value VisitEventAssignment(IEventAssignmentOperation operation, object? argument)
    {
        if (operation.EventReference is not IEventReferenceOperation { Instance: { } owner, Event: var happening } || !Types.IsOfThisProgram(happening))
        {
            throw Refused(operation);
        }

        var at = operation.Syntax;
        var instance = Translate(owner);
        var handler = Translate(operation.HandlerValue);
        var accessor = (operation.Adds ? happening.AddMethod : happening.RemoveMethod) ?? throw Refused(operation);
        var declaring = happening.ContainingType.TypeKind == TypeKind.Interface ? TypeOf(happening.ContainingType, operation) : null;
        return frame =>
        {
            var self = instance(frame) ?? throw interpreter.Null(at);
            var added = (Delegate?)handler(frame);
            var type = Types.Of(self)!;
            var answering = interpreter.Answering(accessor, declaring, self, IsVirtual(owner));
            if (interpreter.Bodies.OfMethod(answering.Definition) is not null)
            {
                return Method(answering.Definition, at, isVirtual: false)(new Copied(self), [added]);
            }

            var fields = type.FieldsOf(self);
            var slot = answering.Definition.AssociatedSymbol is { } own && type.SlotOf(own) is { } found ? found : throw interpreter.Refuse(operation);
            interpreter.KeepShared(self, operation.Syntax);
            fields[slot] = operation.Adds ? Delegates.Combine((Delegate?)fields[slot], added, interpreter.Budget) : Delegates.Joined(Delegate.Remove((Delegate?)fields[slot], added));
            return null;
        };
    }

    public override Value VisitPropertyReference(IPropertyReferenceOperation operation, object? argument)
    {
        var property = operation.Property;
        var at = operation.Syntax;
        if (Types.IsOfThisProgram(property))
        {
            if (IsStaticAuto(property))
            {
                var type = StaticEnvironment(property, operation);
                return _ => interpreter.ReadStatic(property.OriginalDefinition, type, at);
            }

            var called = CallOwn(Getter(property) ?? throw Abandoned(), operation.Instance, operation.Arguments, operation, operation.ConstrainedToType);
            return property.ReturnsByRef || property.ReturnsByRefReadonly ? frame => (called(frame) as Place)?.Value : called;
        }

        if (IsNullable(property.ContainingType))
        {
            var value = Translate(operation.Instance!);
            return property.Name == nameof(Nullable<int>.HasValue)
                ? frame => value(frame) is not null
                : frame => value(frame) ?? throw interpreter.Throw(at, new InvalidOperationException("Nullable object must have a value."));
        }

        return Getter(property) is { } get ? CallHost(get, operation.Instance, operation.Arguments, operation) : throw Abandoned();
    }

    /// <summary>The getter, which an override with a setter alone inherits.</summary>
    private static IMethodSymbol? Getter(IPropertySymbol? property)
    {
        while (property is { GetMethod: null })
        {
            property = property.OverriddenProperty;
        }

        return property?.GetMethod;
    }

    private static IMethodSymbol? Setter(IPropertySymbol? property)
    {
        while (property is { SetMethod: null })
        {
            property = property.OverriddenProperty;
        }

        return property?.SetMethod;
    }

    private bool IsStaticAuto(IPropertySymbol property) =>
        property is { IsStatic: true, IsAbstract: false, IsIndexer: false } && ExtensionBlocks.Parameter(property.ContainingType) is null
        && (property.GetMethod is not { } getter || interpreter.Bodies.OfMethod(getter.OriginalDefinition) is null);

    public override Value VisitDiscardOperation(IDiscardOperation operation, object? argument) => throw Refused(operation);

    public override Value VisitInstanceReference(IInstanceReferenceOperation operation, object? argument)
    {
        if (operation.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance)
        {
            return Known(static frame => frame.Self);
        }

        var slot = receivers.Peek();
        return frame => frame.Slots[slot];
    }

    public override Value VisitSimpleAssignment(ISimpleAssignmentOperation operation, object? argument)
    {
        if (operation.IsRef)
        {
            return ReferenceAssignment(operation);
        }

        if (operation.Target is IDiscardOperation)
        {
            return Translate(operation.Value);
        }

        if (VariableOf(operation.Target) is { } variable)
        {
            assigned.Add(variable);
            var write = VariableAccess.Write(variable, scope);
            var directly = Translate(operation.Value);
            return frame =>
            {
                var value = directly(frame);
                write(frame, value);
                return value;
            };
        }

        var place = Place(operation.Target);
        var assignedValue = Translate(operation.Value);
        return frame =>
        {
            var target = place(frame);
            var value = assignedValue(frame);
            target.Value = value;
            return value;
        };
    }

    /// <summary><c>alias = ref other</c>.</summary>
    private Value ReferenceAssignment(ISimpleAssignmentOperation operation)
    {
        if (VariableOf(operation.Target) is not { IsReference: true } variable)
        {
            throw Refused(operation.Syntax, "a 'ref' assignment to this cannot be evaluated at compile time; assign the value");
        }

        var write = VariableAccess.WriteDirectly(variable, scope);
        var place = Place(operation.Value);
        return frame =>
        {
            var referred = place(frame);
            write(frame, referred);
            return referred.Value;
        };
    }

    private Variable? VariableOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => Find(local.Local),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol } parameter } when PrimaryField(parameter) is null => Find(parameter),
        IDeclarationExpressionOperation declaration => VariableOf(declaration.Expression),
        _ => null,
    };

    public override Value VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, object? argument)
    {
        var info = operation.Syntax is AssignmentExpressionSyntax syntax
            ? interpreter.Bodies.Model(syntax.SyntaxTree).GetDeconstructionInfo(syntax)
            : default;

        // The places on the left are found before the value is made, as C# does.
        var find = DeconstructionPlaces(operation.Target, info);
        var value = Translate(Written(operation.Value));
        return frame =>
        {
            var write = find(frame);
            var taken = value(frame);
            write(taken);
            return taken;
        };
    }

    public override Value VisitDeclarationExpression(IDeclarationExpressionOperation operation, object? argument) =>
        Translate(operation.Expression);

    /// <summary>Assigns parts of a value without an expression of its own: to the variables of a loop.</summary>
    private Action<Frame, object?> Deconstruction(IOperation target, DeconstructionInfo info)
    {
        var find = DeconstructionPlaces(target, info);
        return (frame, value) => find(frame)(value);
    }

    private Func<Frame, Action<object?>> DeconstructionPlaces(IOperation target, DeconstructionInfo info)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation { Expression: ITupleOperation or IDeclarationExpressionOperation } declaration:
                return DeconstructionPlaces(declaration.Expression, info);
            case IConversionOperation { IsImplicit: true } conversion:
                return DeconstructionPlaces(conversion.Operand, info);
            case IDiscardOperation or IDeclarationExpressionOperation { Expression: IDiscardOperation }:
                return static _ => static _ => { };
            case ITupleOperation tuple:
                var parts = tuple.Elements.Select((element, index) => DeconstructionPlaces(element, info.Nested.IsDefaultOrEmpty ? default : info.Nested[index])).ToArray();
                var take = Parts(info.Method, parts.Length, target.Syntax);
                return frame =>
                {
                    var writes = new Action<object?>[parts.Length];
                    for (var index = 0; index < parts.Length; index++)
                    {
                        writes[index] = parts[index](frame);
                    }

                    return value =>
                    {
                        var items = take(value);
                        for (var index = 0; index < writes.Length; index++)
                        {
                            writes[index](items[index]);
                        }
                    };
                };
            default:
                var place = Place(target);
                var convert = info.Conversion?.MethodSymbol is { } method
                    ? Elementwise(info.Conversion.Value.ToCommonConversion(), method.Parameters[0].Type, target.Type, target)
                    : Implicitly(target.Type, target);
                return frame =>
                {
                    var found = place(frame);
                    return value => found.Value = convert(value);
                };
        }
    }

    /// <summary>Takes a value apart: a tuple by its elements, anything else by its own method.</summary>
    private Func<object?, object?[]> Parts(IMethodSymbol? method, int count, SyntaxNode at)
    {
        if (method is null || method.ContainingType is { IsTupleType: true })
        {
            return value => value is null ? throw interpreter.Null(at)
                : Tuples.IsTuple(value.GetType()) && Tuples.Items(value) is var items && items.Length == count ? items
                : throw interpreter.Abandon();
        }

        if (!Types.IsOfThisProgram(method) && method.ContainingType.OriginalDefinition.MetadataName == "KeyValuePair`2")
        {
            return value =>
            {
                var type = value!.GetType();
                return [type.GetProperty("Key")!.GetValue(value), type.GetProperty("Value")!.GetValue(value)];
            };
        }

        var isExtension = method.IsExtensionMethod;
        var own = method.ReducedFrom is null ? method : method.GetConstructedReducedFrom() ?? method;
        var call = Method(own, at);
        return value =>
        {
            if (value is null && !isExtension)
            {
                throw interpreter.Null(at);
            }

            var shift = isExtension && own.IsStatic ? 1 : 0;
            var arguments = new object?[count + shift];
            var places = new Copied[count];
            for (var index = 0; index < count; index++)
            {
                arguments[index + shift] = places[index] = new Copied(Unknown.Value);
            }

            if (shift == 1)
            {
                arguments[0] = value;
            }

            call(shift == 1 ? null : new Copied(value), arguments);
            return [.. places.Select(place => ReferenceEquals(place.Value, Unknown.Value) ? throw interpreter.Abandon() : place.Value)];
        };
    }

    // A nullable value is a box of the value or null: there is no object that its members could be called on.
    private static bool IsNullable(INamedTypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}

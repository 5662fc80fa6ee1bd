using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetDsl.Evaluation.Host;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Variables, fields, properties, and assigning to them.</content>
internal sealed partial class Interpreter
{
    public override object? VisitLocalReference(ILocalReferenceOperation operation, Frame frame) =>
        Read(frame.Find(operation.Local));

    public override object? VisitParameterReference(IParameterReferenceOperation operation, Frame frame) =>
        Read(frame.Find(operation.Parameter));

    public override object? VisitFieldReference(IFieldReferenceOperation operation, Frame frame)
    {
        var field = operation.Field;
        if (operation.Instance is { } instance)
        {
            var holder = Evaluate(instance, frame) ?? throw Null(operation);
            return FieldOf(holder, field, operation).GetValue(holder);
        }

        return IsOfThisProgram(field)
            ? ReadStatic(field, field.IsReadOnly, operation)
            : HostMembers.StaticField(field) is { } known
                ? known.GetValue(null)
                : throw NotCallable(operation, field);
    }

    public override object? VisitPropertyReference(IPropertyReferenceOperation operation, Frame frame)
    {
        var property = operation.Property;
        if (IsOfThisProgram(property) && property.IsStatic)
        {
            return property.SetMethod is null && property.GetMethod is { } getter && bodies.OfMethod(getter) is not null
                ? CallSource(getter, [], null, operation, frame)
                : ReadStatic(property, property.SetMethod is null, operation);
        }

        if (IsNullable(property.ContainingType))
        {
            var value = Evaluate(operation.Instance!, frame);
            return property.Name == nameof(Nullable<int>.HasValue)
                ? value is not null
                : value ?? throw Thrown(operation, new InvalidOperationException("the nullable value is null"));
        }

        var receiver = operation.Instance is null ? null : Receiver(operation.Instance, operation, frame);
        return property.GetMethod is { } get
            ? CallHost(get, receiver, operation.Arguments, operation, frame)
            : throw Abandon();
    }

    public override object? VisitDiscardOperation(IDiscardOperation operation, Frame frame) => throw Refuse(operation);

    public override object? VisitInstanceReference(IInstanceReferenceOperation operation, Frame frame) =>
        operation.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance
            ? throw Refuse(operation, "'this' cannot be evaluated at compile time; make the member static")
            : frame.Receivers[frame.Receivers.Count - 1];

    public override object? VisitSimpleAssignment(ISimpleAssignmentOperation operation, Frame frame)
    {
        if (operation.IsRef)
        {
            throw Refuse(operation, "a 'ref' assignment cannot be evaluated at compile time; assign the value");
        }

        if (operation.Target is IDiscardOperation)
        {
            return Evaluate(operation.Value, frame);
        }

        var place = Place(operation.Target, frame);
        var value = Evaluate(operation.Value, frame);
        place.Write(value);
        return value;
    }

    public override object? VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, Frame frame)
    {
        // The places on the left are found before the value is made, as C# does.
        var write = Deconstruction(operation.Target, frame);
        var value = Evaluate(Written(operation.Value), frame);
        write(value);
        return value;
    }

    public override object? VisitDeclarationExpression(IDeclarationExpressionOperation operation, Frame frame) =>
        Evaluate(operation.Expression, frame);

    /// <summary>Assigns without an expression of its own: the variable of a loop, an <c>out</c> argument.</summary>
    private void Assign(IOperation target, object? value, Frame frame) => Deconstruction(target, frame)(value);

    private Action<object?> Deconstruction(IOperation target, Frame frame)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                return Deconstruction(declaration.Expression, frame);
            case IConversionOperation { IsImplicit: true } conversion:
                return Deconstruction(conversion.Operand, frame);
            case IDiscardOperation:
                return static _ => { };
            case ITupleOperation tuple:
                var parts = tuple.Elements.Select(element => Deconstruction(element, frame)).ToArray();
                return value =>
                {
                    var items = Parts(value, parts.Length, target);
                    for (var index = 0; index < parts.Length; index++)
                    {
                        parts[index](items[index]);
                    }
                };
            default:
                var place = Place(target, frame);
                return value => place.Write(ToType(value, target.Type, target, frame));
        }
    }

    private object?[] Parts(object? value, int count, IOperation at)
    {
        if (value is null)
        {
            throw Null(at);
        }

        var type = value.GetType();
        if (Tuples.IsTuple(type))
        {
            var items = Tuples.Items(value);
            return items.Length == count ? items : throw Abandon();
        }

        if (count == 2 && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            return [type.GetProperty("Key")!.GetValue(value), type.GetProperty("Value")!.GetValue(value)];
        }

        throw Refuse(at, "only tuples and key-value pairs can be taken apart at compile time; read the members one by one");
    }

    /// <summary>Finds what is assigned to, evaluating what leads there once.</summary>
    private Place Place(IOperation target, Frame frame)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                return Place(declaration.Expression, frame);
            case ILocalReferenceOperation { IsDeclaration: true } declared:
                return new Place(frame.Declare(declared.Local));
            case ILocalReferenceOperation { Local.IsRef: false } local:
                return new Place(frame.Find(local.Local));
            case IParameterReferenceOperation parameter:
                return new Place(frame.Find(parameter.Parameter));
            case IFieldReferenceOperation { Instance: { } instance, Field.ContainingType.IsTupleType: true } field:
                // A tuple is a value: a changed copy takes its place.
                var holder = Place(instance, frame);
                return new Place(
                    () => FieldOf(Known(holder.Read()), field.Field, target).GetValue(holder.Read()),
                    value =>
                    {
                        var copy = System.Runtime.CompilerServices.RuntimeHelpers.GetObjectValue(Known(holder.Read()))!;
                        FieldOf(copy, field.Field, target).SetValue(copy, value);
                        holder.Write(copy);
                    });
            case IArrayElementReferenceOperation element:
                return ElementPlace(element, frame);
            case IPropertyReferenceOperation { Property: { SetMethod: { } set } property } reference when !IsOfThisProgram(property):
                var receiver = reference.Instance is null ? null : Receiver(reference.Instance, reference, frame);
                var arguments = Arguments(property.Parameters, reference.Arguments, frame);
                return new Place(
                    () => CallHost(property.GetMethod!, receiver, arguments, reference, frame),
                    value => CallHost(set, receiver, new CallArguments([.. arguments.Values, value], arguments.Spans), reference, frame));
            case IImplicitIndexerReferenceOperation implicitly:
                return ImplicitIndexPlace(implicitly, frame);
            case IInvalidOperation:
                throw Abandon();
            default:
                throw Refuse(
                    target,
                    "this cannot be assigned to at compile time: a definition changes its own variables, arrays and collections only; return the value instead");
        }
    }

    private object Known(object? value) => value is null || ReferenceEquals(value, Unknown.Value) ? throw Abandon() : value;

    private object? Read(Variable variable) =>
        ReferenceEquals(variable.Value, Unknown.Value) ? throw Abandon() : variable.Value;

    private System.Reflection.FieldInfo FieldOf(object holder, IFieldSymbol field, IOperation at) =>
        holder.GetType().GetField((field.CorrespondingTupleField ?? field).Name) ?? throw NotCallable(at, field);

    // A nullable value is a box of the value or null: there is no object that its members could be called on.
    private static bool IsNullable(INamedTypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private bool IsOfThisProgram(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, bodies.Compilation.Assembly);
}

/// <summary>Something that can be assigned to.</summary>
internal sealed class Place(Func<object?> read, Action<object?> write)
{
    public Place(Variable variable)
        : this(() => variable.Value, value => variable.Value = value)
    {
        Variable = variable;
    }

    /// <summary>The variable, when it is one: an <c>out</c> or <c>ref</c> argument shares it.</summary>
    public Variable? Variable { get; }

    public object? Read() => read();

    public void Write(object? value) => write(value);
}

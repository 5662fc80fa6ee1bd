using Microsoft.CodeAnalysis;


namespace NetDsl.Evaluation.Interpretation;

/// <summary>The constructs that the evaluator does not take: why not, and what to write instead.</summary>
internal static class Refusals
{
    private static readonly Dictionary<OperationKind, string> ByKind = new()
    {
        [OperationKind.Try] = "'try' cannot be evaluated at compile time; a definition has to run without exceptions, test the value before",
        [OperationKind.Using] = "'using' cannot be evaluated at compile time; a definition holds no resources, leave it out",
        [OperationKind.UsingDeclaration] = "'using' cannot be evaluated at compile time; a definition holds no resources, leave it out",
        [OperationKind.Lock] = "'lock' cannot be evaluated at compile time; a definition has no threads, leave it out",
        [OperationKind.Await] = "'await' cannot be evaluated at compile time; a definition is not asynchronous, call something that returns at once",
        [OperationKind.YieldReturn] = "'yield' cannot be evaluated at compile time; add to a list and return it",
        [OperationKind.YieldBreak] = "'yield' cannot be evaluated at compile time; add to a list and return it",
        [OperationKind.Branch] = "'goto' cannot be evaluated at compile time; use a loop, 'break' or 'continue'",
        [OperationKind.AnonymousObjectCreation] = "an anonymous type cannot be evaluated at compile time; use a tuple with names, such as (name: \"a\", port: 443)",
        [OperationKind.TypeOf] = "'typeof' cannot be evaluated at compile time; write what you want to know of the type",
        [OperationKind.SizeOf] = "'sizeof' cannot be evaluated at compile time; write the number",
        [OperationKind.AddressOf] = "a pointer cannot be evaluated at compile time; use the variable itself",
        [OperationKind.DynamicInvocation] = "'dynamic' cannot be evaluated at compile time; use the real type",
        [OperationKind.DynamicMemberReference] = "'dynamic' cannot be evaluated at compile time; use the real type",
        [OperationKind.DynamicIndexerAccess] = "'dynamic' cannot be evaluated at compile time; use the real type",
        [OperationKind.DynamicObjectCreation] = "'dynamic' cannot be evaluated at compile time; use the real type",
        [OperationKind.With] = "'with' cannot be evaluated at compile time yet; make the value anew",
        [OperationKind.ListPattern] = "a list pattern cannot be evaluated at compile time yet; test the length and the elements",
        [OperationKind.TypeParameterObjectCreation] = "'new' of a type parameter cannot be evaluated at compile time; pass the object as an argument",
        [OperationKind.AnonymousFunction] = "this function cannot be evaluated at compile time; make it an 'Action' or a 'Func'",
        [OperationKind.DelegateCreation] = "this function cannot be evaluated at compile time; write a lambda",
        [OperationKind.EventAssignment] = "an event cannot be evaluated at compile time; call the function directly",
        [OperationKind.EventReference] = "an event cannot be evaluated at compile time; call the function directly",
        [OperationKind.InterpolatedStringHandlerCreation] = "an interpolated string for a handler cannot be evaluated at compile time; convert it to 'string' first",
        [OperationKind.InlineArrayAccess] = "an inline array cannot be evaluated at compile time; use an array",
        [OperationKind.FunctionPointerInvocation] = "a function pointer cannot be evaluated at compile time; use a delegate",
        [OperationKind.ObjectOrCollectionInitializer] = "an initialiser inside an initialiser cannot be evaluated at compile time; make the inner object with 'new'",
        [OperationKind.MemberInitializer] = "an initialiser inside an initialiser cannot be evaluated at compile time; make the inner object with 'new'",
        [OperationKind.ArrayInitializer] = "an array initialiser cannot stand here at compile time; write 'new[] { … }'",
        [OperationKind.Binary] = "this operator cannot be evaluated at compile time for these types; use operators of numbers, text and bool",
        [OperationKind.Unary] = "this operator cannot be evaluated at compile time for this type; use operators of numbers and bool",
        [OperationKind.CompoundAssignment] = "this operator cannot be evaluated at compile time for these types; use operators of numbers and text",
        [OperationKind.Increment] = "this operator cannot be evaluated at compile time for this type; use it with numbers",
        [OperationKind.Decrement] = "this operator cannot be evaluated at compile time for this type; use it with numbers",
        [OperationKind.Conversion] = "this conversion cannot be evaluated at compile time; convert between numbers, or to a base type",
        [OperationKind.Discard] = "'_' cannot be read; use a variable",
    };

    /// <summary>What to say of an operation that is known and refused; nothing for one that is not known.</summary>
    public static string? Of(IOperation operation) => ByKind.TryGetValue(operation.Kind, out var text) ? text : null;

    /// <summary>What to say of a type that a definition cannot hold values of.</summary>
    public static string Type(ITypeSymbol type)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return type switch
        {
            { IsAnonymousType: true } => ByKind[OperationKind.AnonymousObjectCreation],
            { TypeKind: TypeKind.Dynamic } => ByKind[OperationKind.DynamicInvocation],
            { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => ByKind[OperationKind.AddressOf],
            { TypeKind: TypeKind.Delegate } =>
                $"a function of type '{name}' cannot be evaluated at compile time; use 'Action' or 'Func' with up to four parameters",
            { IsTupleType: true } => $"the tuple '{name}' cannot be evaluated at compile time; use up to seven elements of simple types",
            _ when type.Locations.Any(location => location.IsInSource) =>
                $"'{name}' is a type of this program, which is not evaluated at compile time yet; use a tuple, an array or a list",
            _ => $"a value of type '{name}' cannot be held at compile time; use numbers, text, tuples, arrays, lists and dictionaries",
        };
    }
}

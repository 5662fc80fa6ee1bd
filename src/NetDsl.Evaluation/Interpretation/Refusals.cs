using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>The constructs that the evaluator does not take: why not, and what to write instead.</summary>
internal static class Refusals
{
    private const string Pointer = "a pointer cannot be evaluated at compile time; use the variable itself";
    private const string Dynamic = "'dynamic' cannot be evaluated at compile time; use the real type";
    private const string Operator = "this operator cannot be evaluated at compile time for these types; use operators of numbers, text, enums and own types";

    private static readonly Dictionary<OperationKind, string> ByKind = new()
    {
        [OperationKind.Await] = "'await' cannot be evaluated at compile time; a definition is not asynchronous, call something that returns at once",
        [OperationKind.SizeOf] = "'sizeof' cannot be evaluated at compile time; write the number",
        [OperationKind.AddressOf] = Pointer,
        [OperationKind.DynamicInvocation] = Dynamic,
        [OperationKind.DynamicMemberReference] = Dynamic,
        [OperationKind.DynamicIndexerAccess] = Dynamic,
        [OperationKind.DynamicObjectCreation] = Dynamic,
        [OperationKind.AnonymousFunction] = "this function cannot be evaluated at compile time; make it an 'Action' or a 'Func'",
        [OperationKind.DelegateCreation] = "this function cannot be evaluated at compile time; write a lambda",
        [OperationKind.EventAssignment] = "a static event cannot be evaluated at compile time; call the function directly",
        [OperationKind.EventReference] = "a static event cannot be evaluated at compile time; call the function directly",
        [OperationKind.InterpolatedStringHandlerCreation] = "an interpolated string for a handler cannot be evaluated at compile time; convert it to 'string' first",
        [OperationKind.InlineArrayAccess] = "an inline array cannot be evaluated at compile time; use an array",
        [OperationKind.FunctionPointerInvocation] = Pointer,
        [OperationKind.ObjectOrCollectionInitializer] = "an initialiser cannot stand here at compile time; make the object with 'new'",
        [OperationKind.ArrayInitializer] = "an array initialiser cannot stand here at compile time; write 'new[] { … }'",
        [OperationKind.Binary] = Operator,
        [OperationKind.Unary] = Operator,
        [OperationKind.CompoundAssignment] = Operator,
        [OperationKind.Increment] = Operator,
        [OperationKind.Decrement] = Operator,
        [OperationKind.Conversion] = "this conversion cannot be evaluated at compile time; convert between numbers, enums, own types and their bases",
        [OperationKind.ListPattern] = "a list pattern over this type cannot be evaluated at compile time; use an array, a list or text",
        [OperationKind.RelationalPattern] = "a relational pattern over this type cannot be evaluated at compile time; compare numbers",
        [OperationKind.Invocation] = "a delegate's own members cannot be called at compile time; call the function",
        [OperationKind.Discard] = "'_' cannot be read; use a variable",
    };

    /// <summary>What to say of an operation that is known and refused; nothing for one that is not known.</summary>
    public static string? Of(IOperation operation) =>
        ByKind.TryGetValue(operation.Kind, out var text) ? text : operation.Kind == OperationKind.None ? Of(operation.Syntax) : null;

    /// <summary>What has no operation of its own.</summary>
    private static string? Of(SyntaxNode syntax) => syntax switch
    {
        StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax =>
            "'stackalloc' cannot be evaluated at compile time; make an array with 'new'",
        FixedStatementSyntax or UnsafeStatementSyntax or PrefixUnaryExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or BinaryExpressionSyntax => Pointer,
        MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax => "a typed reference cannot be evaluated at compile time; use 'object'",
        _ => null,
    };

    /// <summary>What to say of a type that a definition cannot hold values of.</summary>
    public static string Type(ITypeSymbol type)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return type switch
        {
            { TypeKind: TypeKind.Dynamic } => Dynamic,
            { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => Pointer,
            { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } =>
                $"a value of type '{name}' is as wide as the pointers of the machine that runs the program; use 'int' or 'long'",
            { TypeKind: TypeKind.Delegate } when type.Locations.Any(location => location.IsInSource) || type is INamedTypeSymbol { IsImplicitlyDeclared: true } =>
                $"a function of type '{name}', which returns by reference or takes what cannot be held, cannot be evaluated at compile time; return the value",
            { TypeKind: TypeKind.Delegate } => $"a function of type '{name}' cannot be evaluated at compile time; use 'Action', 'Func' or a delegate of this program",
            INamedTypeSymbol { IsStatic: true } => $"'{name}' is static, so that there are no values of it",
            _ when type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InlineArrayAttribute") => ByKind[OperationKind.InlineArrayAccess],
            INamedTypeSymbol named when NamesParameter(named) =>
                $"'{name}' cannot be made at compile time: more than {UserTypes.MostNested} generic types stand in each other, or one of them is of a type that cannot be held; end the nesting",
            INamedTypeSymbol named when type.Locations.Any(location => location.IsInSource) => OfProgram(named, name),
            _ => $"a value of type '{name}' cannot be held at compile time; use numbers, text, tuples, arrays, collections and types of this program",
        };
    }

    /// <summary>Whether a generic type is made from a type parameter, as in <c>Box&lt;Box&lt;T&gt;&gt;</c>.</summary>
    private static bool NamesParameter(ITypeSymbol argument) => argument is INamedTypeSymbol named
        && named.TypeArguments.Any(inner => inner is ITypeParameterSymbol || NamesParameter(inner));

    private static string OfProgram(INamedTypeSymbol type, string name)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum) && parent.Locations.All(location => !location.IsInSource))
            {
                return $"'{name}' is derived from '{parent.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', which cannot be evaluated at compile time; derive it from a type of this program, or from an exception";
            }
        }

        return type.AllInterfaces.FirstOrDefault(implemented => implemented.Locations.All(location => !location.IsInSource)) is { } other
            ? $"'{name}' implements '{other.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' or has members of types that cannot be evaluated at compile time; leave them out"
            : $"'{name}' has members of types that cannot be evaluated at compile time; use numbers, text, tuples, arrays, collections and types of this program";
    }
}

using System.Text;
using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// The members that the compiler of C# writes for records and anonymous types, and what structs have from the base library: equality
/// by value, and text. Source: "C# language specification", records.
/// </summary>
internal static class RecordMembers
{
    /// <summary>Whether two objects are of the same type and equal, field by field.</summary>
    public static bool AreEqual(Interpreter interpreter, object self, object? other)
    {
        if (ReferenceEquals(self, other))
        {
            return true;
        }

        if (other is null || other.GetType() != self.GetType() || interpreter.Types.Of(self) is not { } type)
        {
            return false;
        }

        // Where the program says itself what is equal, that holds.
        if (type.Definition.IsRecord && Own(type.Definition) is { } own)
        {
            var code = interpreter.CodeOf(own, type.Environment);
            return code is not null && (bool)interpreter.CallBack(code, [other], null, self)!;
        }

        var (fields, others) = (type.FieldsOf(self), type.FieldsOf(other));
        for (var index = 0; index < fields.Length; index++)
        {
            if (!Equals(Known(interpreter, fields[index]), Known(interpreter, others[index])))
            {
                return false;
            }
        }

        return true;
    }

    public static int Hash(Interpreter interpreter, object self) => interpreter.Types.Of(self) is { } type
        ? type.FieldsOf(self).Aggregate(17, (hash, field) => unchecked((hash * 31) + (Known(interpreter, field)?.GetHashCode() ?? 0)))
        : 0;

    public static string Text(Interpreter interpreter, object self)
    {
        var type = interpreter.Types.Of(self)!;
        if (type.Definition.IsAnonymousType)
        {
            return $"{{ {string.Join(", ", type.OwnSlots.Select(slot => $"{slot.Key.Name} = {PlainText.Of(type.FieldsOf(self)[slot.Value])}"))} }}";
        }

        if (!type.Definition.IsRecord)
        {
            return PortableTypes.Text(type);
        }

        var members = new StringBuilder();
        Print(interpreter, self, type, members);
        return $"{type.Definition.Name} {{ {members}{(members.Length > 0 ? " " : "")}}}";
    }

    /// <summary>Writes the public fields and properties, those of the base first.</summary>
    /// <returns>Whether there are any.</returns>
    public static bool Print(Interpreter interpreter, object self, UserType type, StringBuilder text)
    {
        if (type.Definition.GetMembers("PrintMembers").OfType<IMethodSymbol>().FirstOrDefault(method => !method.IsImplicitlyDeclared) is { } own
            && interpreter.CodeOf(own, type.Environment) is { } code)
        {
            return (bool)interpreter.CallBack(code, [text], null, self)!;
        }

        var any = type.Base is not null && type.Base.Definition.IsRecord && Print(interpreter, self, type.Base, text);
        foreach (var member in type.Definition.GetMembers().Where(IsPrinted))
        {
            text.Append(any ? ", " : "").Append(member.Name).Append(" = ").Append(PlainText.Of(interpreter.Member(self, member)));
            any = true;
        }

        return any;
    }

    private static bool IsPrinted(ISymbol member) =>
        member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }
        && (member is IFieldSymbol || (member is IPropertySymbol { IsIndexer: false, GetMethod: not null, IsOverride: false }));

    private static IMethodSymbol? Own(INamedTypeSymbol record) => record.GetMembers(nameof(Equals)).OfType<IMethodSymbol>().FirstOrDefault(method =>
        method is { IsImplicitlyDeclared: false, Parameters: [{ Type: var type }] } && SymbolEqualityComparer.Default.Equals(type, record));

    private static object? Known(Interpreter interpreter, object? field) =>
        ReferenceEquals(field, Unknown.Value) ? throw interpreter.Abandon() : field;
}

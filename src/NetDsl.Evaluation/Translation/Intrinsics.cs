using System.Text;
using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Translation;

/// <summary>Members without a body in the program, because the compiler of C# writes it: accessors of automatic properties, members of records.</summary>
internal static class Intrinsics
{
    /// <summary>What such a member does; nothing for one that is abstract, external or missing its body.</summary>
    public static Code? Of(Interpreter interpreter, IMethodSymbol method, TypeEnvironment environment)
    {
        if (method.AssociatedSymbol is IPropertySymbol { IsAbstract: false, IsExtern: false, IsIndexer: false } property && !method.IsStatic)
        {
            return Accessor(interpreter, method, property);
        }

        if (method.AssociatedSymbol is IEventSymbol)
        {
            return null;
        }

        return method.IsImplicitlyDeclared && method.ContainingType.IsRecord ? OfRecord(interpreter, method, environment) : null;
    }

    private static Code? Accessor(Interpreter interpreter, IMethodSymbol accessor, IPropertySymbol property)
    {
        if (property.Name == "EqualityContract" && property.IsImplicitlyDeclared)
        {
            return new Code(property.Name) { Intrinsic = (self, _) => interpreter.Types.Of(self)!.Host };
        }

        return accessor.MethodKind == MethodKind.PropertyGet
            ? new Code(property.Name)
            {
                Intrinsic = (self, _) =>
                {
                    var value = self is not null && interpreter.Types.Of(self) is { } type && type.SlotOf(property) is { } slot
                        ? type.FieldsOf(self)[slot]
                        : throw interpreter.Abandon();
                    return ReferenceEquals(value, Unknown.Value) ? throw interpreter.Abandon() : value;
                },
            }
            : new Setter(interpreter, property).Code;
    }

    private static Code? OfRecord(Interpreter interpreter, IMethodSymbol method, TypeEnvironment environment) => method.Name switch
    {
        nameof(Equals) => New((self, arguments) => RecordMembers.AreEqual(interpreter, self!, arguments[0])),
        nameof(GetHashCode) => New((self, _) => interpreter.IsHashing ? RecordMembers.Hash(interpreter, self!) : throw interpreter.Refuse(
            interpreter.At!, "a hash code differs from one run of the program to the next; calculate with the values themselves")),
        nameof(ToString) => New((self, _) => RecordMembers.Text(interpreter, self!)),
        "PrintMembers" => New((self, arguments) => RecordMembers.Print(interpreter, self!, interpreter.Types.Of(self)!.Declaring(method)!, (StringBuilder)arguments[0]!)),
        "<Clone>$" => New((self, _) => Clone(interpreter, self!)),
        "op_Equality" => New((_, arguments) => arguments[0] is null ? arguments[1] is null : Same(interpreter, arguments[0]!, arguments[1])),
        "op_Inequality" => New((_, arguments) => !(arguments[0] is null ? arguments[1] is null : Same(interpreter, arguments[0]!, arguments[1]))),
        "Deconstruct" => Deconstruct(interpreter, method),
        _ => null,
    };

    private static Code New(Func<object?, object?[], object?> does) => new("record") { Intrinsic = does };

    private static bool Same(Interpreter interpreter, object left, object? right) => RecordMembers.AreEqual(interpreter, left, right);

    private static object Clone(Interpreter interpreter, object self)
    {
        var type = interpreter.Types.Of(self)!;
        if (type.Definition.InstanceConstructors.FirstOrDefault(constructor =>
                !constructor.IsImplicitlyDeclared && constructor.Parameters is [{ Type: var copied }] && SymbolEqualityComparer.Default.Equals(copied, type.Definition)) is { } own)
        {
            return interpreter.Create(type, own, [self], interpreter.At!);
        }

        return type.Copy(self);
    }

    private static Code Deconstruct(Interpreter interpreter, IMethodSymbol method) => New((self, arguments) =>
    {
        for (var index = 0; index < method.Parameters.Length; index++)
        {
            var member = Member(method.ContainingType, method.Parameters[index].Name) ?? throw interpreter.Abandon();
            ((Place)arguments[index]!).Value = interpreter.Member(self!, member);
        }

        return null;
    });

    private static ISymbol? Member(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).FirstOrDefault(found => found is IPropertySymbol or IFieldSymbol) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Of a struct, setting makes another one, which takes the place of <c>this</c>.</summary>
    private sealed class Setter
    {
        public Setter(Interpreter interpreter, IPropertySymbol property)
        {
            Code = new Code(property.Name)
            {
                SelfIntrinsic = (self, arguments) =>
                {
                    var type = interpreter.Types.Of(self)!;
                    var slot = type.SlotOf(property) ?? throw interpreter.Abandon();
                    var changed = type.IsStruct ? type.Copy(self!) : self!;
                    type.FieldsOf(changed)[slot] = arguments[arguments.Length - 1];
                    return changed;
                },
            };
        }

        public Code Code { get; }
    }
}

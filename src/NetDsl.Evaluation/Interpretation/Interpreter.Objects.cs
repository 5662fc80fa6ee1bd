using System.Reflection;
using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Source;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <content>Objects of the program: which method answers, and how they are made.</content>
internal sealed partial class Interpreter : IShellHost
{
    private (object Self, string Name)? asBase;
    private int hashing;

    /// <summary>Whether the base library asks for a hash code, which nobody sees: then it may be calculated.</summary>
    public bool IsHashing => hashing > 0;

    /// <summary>The method that answers a call on an object.</summary>
    /// <param name="method">The member that is called.</param>
    /// <param name="declaring">The type that declares it; of interfaces the shell.</param>
    /// <param name="self">The object.</param>
    /// <param name="isVirtual">Whether an override answers; not of <c>base</c>.</param>
    public UserMethod Answering(IMethodSymbol method, Type? declaring, object self, bool isVirtual)
    {
        var type = Types.Of(self);
        var found = type is null ? null
            : method.ContainingType.TypeKind == TypeKind.Interface
                ? declaring is null ? null
                    : method.IsVirtual || method.IsAbstract ? type.Implementation(method, declaring) : new UserMethod(method.OriginalDefinition, Types.Of(declaring))
                : isVirtual && (method.IsVirtual || method.IsOverride || method.IsAbstract)
                    ? type.Override(method)
                    : new UserMethod(method.OriginalDefinition, type.Declaring(method));
        return found ?? throw Abandon();
    }

    /// <summary>Calls a member of the base library as it is, whatever the program overrides.</summary>
    public T AsBase<T>(object self, string name, Func<T> call)
    {
        var outer = asBase;
        asBase = (self, name);
        try
        {
            return call();
        }
        finally
        {
            asBase = outer;
        }
    }

    /// <summary>Makes an object of the program.</summary>
    public object Create(UserType type, IMethodSymbol constructor, object?[] arguments, SyntaxNode at)
    {
        if (type.Definition.IsAbstract)
        {
            throw Abandon();
        }

        Budget.Elements(1);
        var self = type.Create();
        if (!type.IsStruct)
        {
            Construct(type, constructor, arguments, self, at);
            return self;
        }

        var place = new Copied(self);
        Construct(type, constructor, arguments, place, at);
        return place.Value!;
    }

    /// <summary>Sets a property of an object of the program as an initialiser does; of a struct there is another object afterwards.</summary>
    public void SetProperty(ref object self, IPropertySymbol property, object? value, SyntaxNode at)
    {
        var setter = Answering(property.SetMethod!, null, self, isVirtual: true);
        var code = CodeOf(setter.Definition, setter.Owner?.Environment ?? TypeEnvironment.Empty, at);
        if (!UserTypes.IsStruct(self))
        {
            Call(code, Extended([value], code.Slots), null, self, at);
            return;
        }

        var place = new Copied(self);
        Call(code, Extended([value], code.Slots), null, place, at);
        self = place.Value!;
    }

    /// <summary>Runs a constructor on an object: of its own type, or of a base of it.</summary>
    public void Construct(UserType type, IMethodSymbol constructor, object?[] arguments, object? self, SyntaxNode at)
    {
        if (type.HasStaticConstructor)
        {
            Start(type.Definition, type.Environment, at);
        }

        var definition = SourceBodies.Definition(constructor);
        var code = CodeOf(definition, type.Environment, at);
        var slots = arguments;
        if (slots.Length < code.Slots)
        {
            slots = Extended(arguments, code.Slots);
        }

        Call(code, slots, null, self, at);
    }

    object? IShellHost.Implement(object self, MethodBase member, object?[] arguments)
    {
        if (Types.Of(self)?.Implementation(member) is not { } found)
        {
            throw new NotSupportedException($"'{member.DeclaringType?.Name}.{member.Name}' has no implementation.");
        }

        return Hashed(member.Name, () => CallFromHost(found, self, arguments));
    }

    object? IShellHost.Override(object self, string name, object?[] arguments)
    {
        if (asBase is { } suppressed && ReferenceEquals(suppressed.Self, self) && suppressed.Name == name)
        {
            asBase = null;
            return self is ValueType ? Default(self, name, arguments) : ShellCalls.NotOverridden;
        }

        if (Types.Of(self) is not { } type)
        {
            return ShellCalls.NotOverridden;
        }

        if (type.OverrideOf(name) is { } found)
        {
            return Hashed(name, () => CallFromHost(found, self, arguments));
        }

        return type.Definition.IsRecord || type.Definition.IsAnonymousType || self is ValueType ? Default(self, name, arguments)
            : name == nameof(ToString) && self is not Exception ? PortableTypes.Text(type)
            : ShellCalls.NotOverridden;
    }

    /// <summary>What C# and the base library say of records, anonymous types and structs that override nothing. They may hold themselves.</summary>
    private object? Default(object self, string name, object?[] arguments) => InCallBack(() =>
    {
        switch (name)
        {
            case nameof(Equals):
                return RecordMembers.AreEqual(this, self, arguments[0]);
            case nameof(GetHashCode):
                return RecordMembers.Hash(this, self);
            case nameof(ToString):
                var text = RecordMembers.Text(this, self);
                Budget.Elements(text.Length);
                return text;
            default:
                return ShellCalls.NotOverridden;
        }
    });

    private T Hashed<T>(string name, Func<T> call)
    {
        if (name != nameof(GetHashCode))
        {
            return call();
        }

        hashing++;
        try
        {
            return call();
        }
        finally
        {
            hashing--;
        }
    }

    private object? CallFromHost(UserMethod method, object self, object?[] arguments)
    {
        var code = CodeOf(method.Definition, method.Owner?.Environment ?? TypeEnvironment.Empty, At!);
        return CallBack(code, arguments, null, UserTypes.IsStruct(self) ? new BoxPlace(self) : self);
    }
}

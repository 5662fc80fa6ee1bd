using System.Reflection;
using System.Runtime.ExceptionServices;

namespace NetDsl.Authoring.Data.Reflection;

/// <summary>A type of the user's that is made by its one public constructor, or the one without parameters, and by its properties.</summary>
internal sealed class ReflectedRecord : IRecordShape
{
    private readonly Type type;
    private readonly ConstructorInfo? constructor;
    private IReadOnlyList<IDataMemberShape>? members;

    private ReflectedRecord(Type type, ConstructorInfo? constructor, bool takesNull)
    {
        this.type = type;
        this.constructor = constructor;
        TakesNull = takesNull;
    }

    public string Name => ReflectionDataShape.NameOf(type);

    public bool TakesNull { get; }

    public IReadOnlyList<IDataMemberShape> Members => members ??= ReflectedMember.Of(type, constructor);

    public static IDataShape Of(Type type, bool takesNull)
    {
        if (IsForeign(type) || type.IsAbstract || type.IsArray || typeof(Delegate).IsAssignableFrom(type))
        {
            return new ReflectedUnfit(ReflectionDataShape.NameOf(type), UnfitReason.OtherType, takesNull);
        }

        // A record's copy constructor is not public, and a struct that declares none has none.
        var constructors = type.GetConstructors();
        var constructor = constructors.Length == 1 ? constructors[0] : constructors.FirstOrDefault(each => each.GetParameters().Length == 0);
        if (constructor is not null || (type.IsValueType && constructors.Length == 0))
        {
            return new ReflectedRecord(type, constructor, takesNull);
        }

        var reason = constructors.Length == 0 ? UnfitReason.NoConstructor : UnfitReason.SeveralConstructors;
        return new ReflectedUnfit(ReflectionDataShape.NameOf(type), reason, takesNull);
    }

    public object? Create(IReadOnlyDictionary<IDataMemberShape, object?> values)
    {
        try
        {
            var arguments = Members.OfType<ReflectedParameter>()
                .Select(parameter => values.TryGetValue(parameter, out var value) ? value : parameter.Default)
                .ToArray();
            var made = constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke(arguments);
            foreach (var property in Members.OfType<ReflectedProperty>())
            {
                if (values.TryGetValue(property, out var value))
                {
                    property.Set(made, value);
                }
            }

            return made;
        }
        catch (TargetInvocationException fault) when (fault.InnerException is { } thrown)
        {
            // What the user's own code throws is the user's to see.
            ExceptionDispatchInfo.Capture(thrown).Throw();
            throw;
        }
    }

    // The types of the runtime and our own are made in other ways than by what their constructors and properties say.
    private static bool IsForeign(Type type) =>
        type.Namespace is "System"
        || type.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true
        || type.Assembly == typeof(ReflectedRecord).Assembly;
}

internal sealed class ReflectedUnfit(string name, UnfitReason reason, bool takesNull) : IUnfitShape
{
    public string Name => name;

    public bool TakesNull => takesNull;

    public UnfitReason Reason => reason;
}

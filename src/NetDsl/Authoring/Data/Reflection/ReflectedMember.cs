using System.Reflection;

namespace NetDsl.Authoring.Data.Reflection;

/// <summary>A parameter or property that data gives a value.</summary>
internal abstract class ReflectedMember(string name, Type type, NullableFlags flags) : IDataMemberShape
{
    private IDataShape? shape;

    public string Name => name;

    /// <summary>Made when it is asked for: a type may have members of its own type.</summary>
    public IDataShape Shape => shape ??= ReflectionDataShape.Of(type, flags);

    public abstract bool IsRequired { get; }

    /// <summary>The parameters, in their order, and the properties that no parameter gives a value.</summary>
    public static IReadOnlyList<IDataMemberShape> Of(Type type, ConstructorInfo? constructor)
    {
        var members = new List<IDataMemberShape>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var setsRequired = constructor is not null && Attributes.Has(constructor.GetCustomAttributesData(), "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute");
        foreach (var parameter in constructor?.GetParameters() ?? [])
        {
            // A parameter always takes its place, or the arguments would not be where they belong.
            names.Add(parameter.Name!);
            members.Add(new ReflectedParameter(parameter));
        }

        // Those of the type itself first, so that they hide those of a base.
        foreach (var property in type.GetProperties().Where(property =>
            property.SetMethod is { IsPublic: true, IsStatic: false } && property.GetIndexParameters().Length == 0))
        {
            if (names.Add(property.Name))
            {
                members.Add(new ReflectedProperty(property, setsRequired));
            }
        }

        return members;
    }
}

internal sealed class ReflectedParameter(ParameterInfo parameter)
    : ReflectedMember(parameter.Name!, parameter.ParameterType, NullableFlags.Of(parameter))
{
    public override bool IsRequired => !parameter.HasDefaultValue && !Shape.TakesNull;

    /// <summary>What a call that leaves the parameter out passes.</summary>
    public object? Default
    {
        get
        {
            var value = parameter.HasDefaultValue ? parameter.DefaultValue : null;
            var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

            // The default of a nullable enum is kept as its number.
            return value is not null && type.IsEnum ? Enum.ToObject(type, value) : value;
        }
    }
}

internal sealed class ReflectedProperty(PropertyInfo property, bool isSetByConstructor)
    : ReflectedMember(property.Name, property.PropertyType, NullableFlags.Of(property))
{
    public override bool IsRequired => !isSetByConstructor
        && Attributes.Has(property.GetCustomAttributesData(), "System.Runtime.CompilerServices.RequiredMemberAttribute");

    public void Set(object owner, object? value) => property.SetValue(owner, value);
}

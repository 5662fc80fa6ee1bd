using Microsoft.CodeAnalysis;
using NetDsl.Authoring.Data;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Data;

/// <summary>A type of the program's that is made by one constructor, or as a struct that declares none, and by its properties.</summary>
internal sealed class SymbolRecord(SymbolDataShapes shapes, UserType type, IMethodSymbol? constructor, bool takesNull) : IRecordShape
{
    private IReadOnlyList<IDataMemberShape>? members;

    public string Name => type.Definition.Name;

    public bool TakesNull => takesNull;

    public IReadOnlyList<IDataMemberShape> Members => members ??= [.. FindMembers()];

    public object? Create(IReadOnlyDictionary<IDataMemberShape, object?> values)
    {
        var interpreter = shapes.Interpreter;
        object?[] arguments = [.. Members.OfType<SymbolParameter>()
            .Select(parameter => values.TryGetValue(parameter, out var value) ? value : parameter.Default)];
        var made = constructor is null ? interpreter.Types.Zero(type.Host)! : interpreter.Create(type, constructor, arguments, shapes.At);
        foreach (var property in Members.OfType<SymbolProperty>())
        {
            if (values.TryGetValue(property, out var value))
            {
                interpreter.SetProperty(ref made, property.Symbol, value, shapes.At);
            }
        }

        return made;
    }

    private IEnumerable<IDataMemberShape> FindMembers()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in constructor?.Parameters ?? [])
        {
            names.Add(parameter.Name);
            yield return new SymbolParameter(shapes, parameter, type.Environment);
        }

        // What is overridden is no member of its own, even where the override cannot be set.
        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var setsRequired = constructor is not null && constructor.GetAttributes().Any(attribute =>
            attribute.AttributeClass is { Name: "SetsRequiredMembersAttribute" } found && found.ContainingNamespace.ToDisplayString() == "System.Diagnostics.CodeAnalysis");
        for (var each = type; each is not null; each = each.Base)
        {
            foreach (var property in each.Definition.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.OverriddenProperty is { } hidden)
                {
                    overridden.Add(hidden.OriginalDefinition);
                }

                if (property is { IsStatic: false, IsIndexer: false, SetMethod.DeclaredAccessibility: Accessibility.Public }
                    && !overridden.Contains(property)
                    && names.Add(property.Name))
                {
                    yield return new SymbolProperty(shapes, property, each.Environment, setsRequired);
                }
            }
        }
    }
}

internal sealed class SymbolParameter(SymbolDataShapes shapes, IParameterSymbol parameter, TypeEnvironment environment) : IDataMemberShape
{
    private IDataShape? shape;

    public string Name => parameter.Name;

    /// <summary>Made when it is asked for: a type may have members of its own type.</summary>
    public IDataShape Shape => shape ??= shapes.OfMember(parameter.Type, environment);

    public bool IsRequired => !parameter.HasExplicitDefaultValue && !Shape.TakesNull;

    /// <summary>What a call that leaves the parameter out passes.</summary>
    public object? Default
    {
        get
        {
            var host = shapes.Interpreter.Types.Find(parameter.Type, environment);
            if (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value)
            {
                return host is null ? null : shapes.Interpreter.Types.Zero(host);
            }

            var type = host is null ? null : Nullable.GetUnderlyingType(host) ?? host;
            return type is { IsEnum: true }
                ? Enum.ToObject(type, value)
                : shapes.Interpreter.Bodies.ConstantText(parameter.OriginalDefinition) is { } text ? shapes.Interpreter.Provenance.Mark(value, text) : value;
        }
    }
}

internal sealed class SymbolProperty(SymbolDataShapes shapes, IPropertySymbol property, TypeEnvironment environment, bool isSetByConstructor) : IDataMemberShape
{
    private IDataShape? shape;

    public IPropertySymbol Symbol => property;

    public string Name => property.Name;

    public IDataShape Shape => shape ??= shapes.OfMember(property.Type, environment);

    public bool IsRequired => !isSetByConstructor && property.IsRequired;
}

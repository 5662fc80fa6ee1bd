using System.Text;
using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Host;

namespace NetDsl.Evaluation.Types;

/// <summary>
/// What tells one shell from another: name, kind, type arguments, bases and interfaces, those of what they name in turn. Declarations
/// that agree in this may share a shell, in this evaluation and in the next.
/// </summary>
internal static class ShellKeys
{
    public static string Of(INamedTypeSymbol definition, TypeEnvironment environment)
    {
        var key = new StringBuilder();
        Declaration(key, definition, environment, []);
        return key.ToString();
    }

    private static void Declaration(StringBuilder key, INamedTypeSymbol definition, TypeEnvironment environment, List<INamedTypeSymbol> around)
    {
        var depth = around.FindIndex(outer => SymbolEqualityComparer.Default.Equals(outer, definition));
        if (depth >= 0)
        {
            key.Append('^').Append(around.Count - depth);
            return;
        }

        around.Add(definition);
        key.Append(definition.TypeKind).Append(definition.IsAbstract ? " abstract " : " ").Append(HostTypes.MetadataName(definition));
        switch (definition.TypeKind)
        {
            case TypeKind.Enum:
                Type(key.Append(':'), definition.EnumUnderlyingType, environment, around);
                key.Append(definition.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(FlagsAttribute)) ? "flags" : "");
                foreach (var member in definition.GetMembers().OfType<IFieldSymbol>())
                {
                    key.Append(',').Append(member.Name).Append('=').Append(member.ConstantValue);
                }

                break;
            case TypeKind.Delegate:
                Parameters(key, definition.DelegateInvokeMethod, environment, around);
                break;
            default:
                Type(key.Append(':'), definition.BaseType, environment, around);
                foreach (var implemented in definition.Interfaces)
                {
                    Type(key.Append(','), implemented, environment, around);
                }

                foreach (var property in definition.IsAnonymousType ? definition.GetMembers().OfType<IPropertySymbol>() : [])
                {
                    Type(key.Append(' ').Append(property.Name).Append(' '), property.Type, environment, around);
                }

                break;
        }

        foreach (var parameter in AllTypeParameters(definition))
        {
            Type(key.Append(parameter.Variance is VarianceKind.None ? '`' : '~'), parameter, environment, around);
        }

        around.RemoveAt(around.Count - 1);
    }

    private static void Parameters(StringBuilder key, IMethodSymbol? invoke, TypeEnvironment environment, List<INamedTypeSymbol> around)
    {
        foreach (var parameter in invoke?.Parameters ?? [])
        {
            Type(key.Append(parameter.RefKind).Append(' '), parameter.Type, environment, around);
        }

        Type(key.Append("=>"), invoke?.ReturnType, environment, around);
    }

    private static void Type(StringBuilder key, ITypeSymbol? type, TypeEnvironment environment, List<INamedTypeSymbol> around)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                key.Append(environment.Find(parameter) is { } known ? Shells.KeyOf(known) : parameter.Name);
                break;
            case IArrayTypeSymbol array:
                Type(key, array.ElementType, environment, around);
                key.Append('[').Append(array.Rank).Append(']');
                break;
            case INamedTypeSymbol { IsTupleType: true } tuple:
                foreach (var element in tuple.TupleElements)
                {
                    Type(key.Append('('), element.Type, environment, around);
                }

                key.Append(')');
                break;
            case INamedTypeSymbol named when named.IsAnonymousType || named.Locations.Any(location => location.IsInSource):
                Declaration(key, named.OriginalDefinition, Inner(named, environment, around), around);
                break;
            case INamedTypeSymbol named:
                key.Append(HostTypes.MetadataName(named));
                foreach (var argument in named.TypeArguments)
                {
                    Type(key.Append('<'), argument, environment, around);
                }

                break;
            default:
                key.Append('?');
                break;
        }
    }

    /// <summary>
    /// Type arguments that are types of the program have no shell to name yet, so they stand in the key by themselves; what is behind
    /// them is compared there.
    /// </summary>
    private static TypeEnvironment Inner(INamedTypeSymbol named, TypeEnvironment environment, List<INamedTypeSymbol> around)
    {
        var entries = new List<(ITypeParameterSymbol, Type)>();
        foreach (var (parameter, argument) in AllTypeParameters(named.OriginalDefinition).Zip(AllTypeArguments(named), (parameter, argument) => (parameter, argument)))
        {
            if (argument is ITypeParameterSymbol outer && environment.Find(outer) is { } type)
            {
                entries.Add((parameter, type));
            }
            else
            {
                var key = new StringBuilder();
                Type(key, argument, environment, around);
                entries.Add((parameter, new NamedOnly(key.ToString())));
            }
        }

        return TypeEnvironment.Empty.With(entries);
    }

    private static IEnumerable<ITypeParameterSymbol> AllTypeParameters(INamedTypeSymbol named) =>
        named.ContainingType is { } outer ? AllTypeParameters(outer).Concat(named.TypeParameters) : named.TypeParameters;

    private static IEnumerable<ITypeSymbol> AllTypeArguments(INamedTypeSymbol named) =>
        named.ContainingType is { } outer ? AllTypeArguments(outer).Concat(named.TypeArguments) : named.TypeArguments;

    /// <summary>A type of which nothing but the key is known.</summary>
    private sealed class NamedOnly(string key) : System.Reflection.TypeDelegator(typeof(object))
    {
        public override string FullName => key;

        public override string Name => key;

        public override bool Equals(object? o) => o is NamedOnly other && other.FullName == FullName;

        public override bool Equals(Type? o) => o is NamedOnly other && other.FullName == FullName;

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(key);
    }
}

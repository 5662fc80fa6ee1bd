using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetDsl.Tests.Documentation;

/// <summary>The page with everything that a description can say, written from the doc comments.</summary>
static class ReferencePage
{
    static readonly string[] First = [nameof(NetworkBuilder), nameof(RegionBuilder), nameof(VpcBuilder), nameof(SubnetBuilder)];

    public static string Write()
    {
        var comments = DocComments.Of(typeof(NetworkBuilder).Assembly);
        var page = new StringBuilder();
        page.Append("""
            # Reference

            Everything that a description can say. A test writes this page from the doc comments (`NETDSL_ACCEPT_SNAPSHOTS=1 dotnet test tests/NetDsl.Tests`), so that it
            says what the editor shows. What packets make of it stands in [semantics.md](semantics.md).


            """.ReplaceLineEndings("\n"));
        var types = typeof(NetworkBuilder).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "NetDsl" && !type.IsNested && (type.Name.EndsWith("Builder", StringComparison.Ordinal) || type == typeof(Traffic)))
            .OrderBy(type => Array.IndexOf(First, type.Name) is var place and >= 0 ? place : First.Length)
            .ThenBy(type => type.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var type in types)
        {
            page.Append(CultureInfo.InvariantCulture, $"- [{type.Name}](#{type.Name.ToLowerInvariant()}): {comments.Summary(type)}\n");
        }

        foreach (var type in types)
        {
            WriteType(page, type, comments);
        }

        return page.ToString();
    }

    static void WriteType(StringBuilder page, Type type, DocComments comments)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {type.Name}\n\n{comments.Summary(type)}\n");
        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var members = type.GetMembers(own)
            .Where(member => member is PropertyInfo or FieldInfo or MethodInfo { IsSpecialName: false } && !IsOfEveryObject(member))
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(member => (member as MethodInfo)?.GetParameters().Length ?? -1)
            .ThenBy(member => member.ToString(), StringComparer.Ordinal);
        foreach (var member in members)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### `{Signature(member)}`\n\n{comments.Summary(member)}\n");
            if (member is not MethodInfo method)
            {
                continue;
            }

            var parameters = Written(method).Select(parameter => (parameter.Name, Text: comments.Parameter(method, parameter))).Where(pair => pair.Text.Length > 0).ToList();
            if (parameters.Count > 0)
            {
                page.Append('\n');
            }

            foreach (var (name, text) in parameters)
            {
                page.Append(CultureInfo.InvariantCulture, $"- `{name}`: {text}\n");
            }
        }
    }

    static bool IsOfEveryObject(MemberInfo member) => member.Name is nameof(ToString) or nameof(Equals) or nameof(GetHashCode);

    /// <summary>The parameters that people write; the others are filled in by the compiler.</summary>
    static IEnumerable<ParameterInfo> Written(MethodInfo method) => method.GetParameters()
        .Where(parameter => parameter.GetCustomAttribute<CallerFilePathAttribute>() is null && parameter.GetCustomAttribute<CallerLineNumberAttribute>() is null);

    static string Signature(MemberInfo member) => member switch
    {
        MethodInfo method => $"{method.Name}{TypeParameters(method)}({string.Join(", ", Written(method).Select(Parameter))}) : {Name(method.ReturnType)}",
        PropertyInfo property => $"{property.Name} : {Name(property.PropertyType)}",
        FieldInfo field => $"{field.Name} : {Name(field.FieldType)}",
        _ => member.Name,
    };

    static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    static string Parameter(ParameterInfo parameter)
    {
        var array = parameter.GetCustomAttribute<ParamArrayAttribute>() is null ? "" : "params ";
        var value = !parameter.HasDefaultValue ? "" : parameter.DefaultValue switch
        {
            null => " = null",
            string text => $" = \"{text}\"",
            bool flag => flag ? " = true" : " = false",
            var other => string.Create(CultureInfo.InvariantCulture, $" = {other}"),
        };
        return $"{array}{Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return $"{Name(inner)}?";
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : Keyword(type);
    }

    static string Keyword(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => type.Name,
        TypeCode.String => "string",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Boolean => "bool",
        TypeCode.Double => "double",
        _ => type == typeof(void) ? "void" : type.Name,
    };
}

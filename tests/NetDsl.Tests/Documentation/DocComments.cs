using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NetDsl.Tests.Documentation;

/// <summary>The doc comments of an assembly, from the file that the compiler writes beside it.</summary>
sealed class DocComments
{
    readonly Dictionary<string, XElement> members;

    DocComments(Dictionary<string, XElement> members) => this.members = members;

    /// <summary>Reads the comments of an assembly.</summary>
    public static DocComments Of(Assembly assembly)
    {
        var file = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
        return new DocComments(file.Descendants("member").ToDictionary(member => member.Attribute("name")!.Value));
    }

    /// <summary>What a type, property or method is.</summary>
    public string Summary(MemberInfo member) => Text(Find(member)?.Element("summary"));

    /// <summary>What a parameter of a method is.</summary>
    public string Parameter(MethodBase method, ParameterInfo parameter) =>
        Text(Find(method)?.Elements("param").FirstOrDefault(each => each.Attribute("name")?.Value == parameter.Name));

    XElement? Find(MemberInfo member) => members.GetValueOrDefault(IdOf(member));

    static string IdOf(MemberInfo member) => member switch
    {
        Type type => $"T:{NameOf(type)}",
        PropertyInfo property => $"P:{NameOf(property.DeclaringType!)}.{property.Name}",
        FieldInfo field => $"F:{NameOf(field.DeclaringType!)}.{field.Name}",
        MethodInfo method => $"M:{NameOf(method.DeclaringType!)}.{method.Name}{GenericOf(method)}{ParametersOf(method)}",
        _ => throw new ArgumentException($"A {member.MemberType} has no comment.", nameof(member)),
    };

    static string GenericOf(MethodInfo method) => method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";

    static string ParametersOf(MethodInfo method) => method.GetParameters() is { Length: > 0 } parameters
        ? $"({string.Join(",", parameters.Select(parameter => NameOf(parameter.ParameterType)))})"
        : "";

    static string NameOf(Type type)
    {
        if (type.IsArray)
        {
            return $"{NameOf(type.GetElementType()!)}[]";
        }

        if (type.IsGenericMethodParameter)
        {
            return $"``{type.GenericParameterPosition}";
        }

        if (type.IsByRef)
        {
            return $"{NameOf(type.GetElementType()!)}@";
        }

        if (!type.IsGenericType)
        {
            return type.FullName!.Replace('+', '.');
        }

        var open = type.GetGenericTypeDefinition().FullName!;
        return type.IsGenericTypeDefinition
            ? open
            : $"{open[..open.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(",", type.GetGenericArguments().Select(NameOf))}}}";
    }

    /// <summary>A comment in one line of Markdown.</summary>
    static string Text(XElement? comment)
    {
        if (comment is null)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var node in comment.Nodes())
        {
            text.Append(node switch
            {
                XText plain => plain.Value,
                XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                XElement { Name.LocalName: "see" or "seealso" } see => $"`{see.Attribute("langword")?.Value ?? Short(see.Attribute("cref")?.Value ?? "")}`",
                XElement { Name.LocalName: "paramref" } named => $"`{named.Attribute("name")?.Value}`",
                XElement { Name.LocalName: "para" } paragraph => $" {Text(paragraph)} ",
                XElement other => Text(other),
                _ => "",
            });
        }

        return Regex.Replace(text.ToString(), @"\s+", " ").Trim();
    }

    static string Short(string reference)
    {
        var withoutParameters = reference.Split('(')[0];
        var parts = withoutParameters[(withoutParameters.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('.');
        return withoutParameters.StartsWith("T:", StringComparison.Ordinal) ? parts[^1] : string.Join(".", parts[^2..]);
    }
}

using System.Reflection;

namespace NetDsl.Interop;

/// <summary>The rules of a profile: each is a property that can be set.</summary>
internal static class RuleProperties
{
    /// <summary>In the order of their names, so that the text is the same everywhere.</summary>
    public static IEnumerable<PropertyInfo> Of(Type profile) => profile
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is not null)
        .OrderBy(property => property.Name, StringComparer.Ordinal);
}

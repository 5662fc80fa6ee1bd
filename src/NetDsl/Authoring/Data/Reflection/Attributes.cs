using System.Reflection;

namespace NetDsl.Authoring.Data.Reflection;

/// <summary>Attributes by name: every assembly may bring its own copy of those that the compiler writes.</summary>
internal static class Attributes
{
    public static bool Has(IEnumerable<CustomAttributeData> attributes, string name) => Find(attributes, name) is not null;

    public static CustomAttributeData? Find(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == name);
}

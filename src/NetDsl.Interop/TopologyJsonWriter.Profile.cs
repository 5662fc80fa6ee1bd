using System.Reflection;
using System.Text.Json;

namespace NetDsl.Interop;

internal sealed partial class TopologyJsonWriter
{
    /// <summary>What differs from today's rules; nothing where nothing does.</summary>
    private void WriteProfile(SemanticsProfile profile)
    {
        if (profile != SemanticsProfile.Current)
        {
            WriteDifferences("profile", profile, SemanticsProfile.Current);
        }
    }

    private void WriteDifferences(string name, object rules, object standard)
    {
        json.WriteStartObject(name);
        foreach (var property in RuleProperties.Of(rules.GetType()))
        {
            var value = property.GetValue(rules)!;
            if (!value.Equals(property.GetValue(standard)))
            {
                WriteRule(property, value, property.GetValue(standard)!);
            }
        }

        json.WriteEndObject();
    }

    private void WriteRule(PropertyInfo property, object value, object standard)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        switch (value)
        {
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case Enum choice:
                json.WriteString(name, EnumText.Write(choice));
                break;
            default:
                WriteDifferences(name, value, standard);
                break;
        }
    }
}

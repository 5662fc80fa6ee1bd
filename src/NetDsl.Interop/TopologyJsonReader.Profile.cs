using System.Reflection;
using System.Text.Json;

namespace NetDsl.Interop;

internal static partial class TopologyJsonReader
{
    private static SemanticsProfile Profile(JsonPlace? place) =>
        place is null ? SemanticsProfile.Current : (SemanticsProfile)Rules(place, SemanticsProfile.Current with { });

    /// <summary>Sets what the object says on a copy that nobody else has.</summary>
    private static object Rules(JsonPlace place, object copy)
    {
        var properties = RuleProperties.Of(copy.GetType()).ToList();
        place.WithMembers([.. properties.Select(property => MemberOf(property) + "?")]);
        foreach (var property in properties)
        {
            if (place.Optional(MemberOf(property)) is { } given)
            {
                property.SetValue(copy, Rule(given, property.GetValue(copy)!));
            }
        }

        return copy;
    }

    private static object Rule(JsonPlace place, object standard) => standard switch
    {
        bool => place.Flag(),
        int => place.Number(int.MinValue, int.MaxValue),
        Enum => EnumText.Read(place, standard.GetType()),
        QuotaProfile quotas => Rules(place, quotas with { }),
        _ => throw place.Fault("is no rule"),
    };

    private static string MemberOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}

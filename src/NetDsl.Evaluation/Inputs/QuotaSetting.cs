using System.Globalization;
using System.Reflection;
using NetDsl.Compiler.Checks;
using NetDsl.Model;

namespace NetDsl.Evaluation.Inputs;

/// <summary>A quota that the account has, which goes before that of the profile where rules look for it.</summary>
/// <param name="Name">The property of <see cref="QuotaProfile"/>.</param>
/// <param name="Value">How many there may be.</param>
internal sealed record QuotaSetting(string Name, int Value)
{
    private static readonly (string Key, PropertyInfo Property)[] Known =
    [
        .. typeof(QuotaProfile).GetProperties()
            .Where(property => property.PropertyType == typeof(int) && property.CanWrite)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => (QuotaToBeRaised.Setting(property.Name), property)),
    ];

    /// <summary>Reads all that are set.</summary>
    /// <param name="find">Finds a setting by its key.</param>
    /// <param name="faults">What cannot be read is told here.</param>
    public static IEnumerable<QuotaSetting> Read(Func<string, (string Name, string Text)?> find, List<string> faults)
    {
        foreach (var (key, property) in Known)
        {
            if (find(key) is not var (name, text))
            {
                continue;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                yield return new QuotaSetting(property.Name, value);
            }
            else
            {
                faults.Add(string.Format(CultureInfo.InvariantCulture, "{0} is {1}; write a whole number from 0 to {2:N0}", name, Quotation.Of(text), int.MaxValue));
            }
        }
    }

    /// <summary>A topology that is judged by these quotas.</summary>
    public static Topology Apply(Topology topology, EquatableArray<QuotaSetting> settings)
    {
        if (settings.Count == 0)
        {
            return topology;
        }

        var quotas = topology.Profile.Quotas with { };
        foreach (var setting in settings)
        {
            Known.First(known => known.Property.Name == setting.Name).Property.SetValue(quotas, setting.Value);
        }

        return topology with { Profile = topology.Profile with { Quotas = quotas } };
    }
}

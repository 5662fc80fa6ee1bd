using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NetDsl.Compiler.Checks;

namespace NetDsl.Analyzers;

/// <summary>What a diagnostic carries beside its message: what its additional locations are, and what its code fix needs.</summary>
public static class FindingProperties
{
    private const string Related = "related-";

    internal static ImmutableDictionary<string, string?> Of(Finding finding, IReadOnlyList<string> relatedTexts)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var argument in finding.FixArguments)
        {
            properties[argument.Name] = argument.Value;
        }

        for (var index = 0; index < relatedTexts.Count; index++)
        {
            properties[RelatedName(index)] = relatedTexts[index];
        }

        return properties.ToImmutable();
    }

    /// <summary>What the additional location with that index is, such as <c>the overlapping block of VPC 'shop'</c>.</summary>
    public static string? RelatedText(Diagnostic diagnostic, int index) =>
        diagnostic.Properties.TryGetValue(RelatedName(index), out var text) ? text : null;

    private static string RelatedName(int index) => Related + index.ToString(CultureInfo.InvariantCulture);
}

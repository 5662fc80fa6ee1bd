using System.Text.Json;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <summary>What can be told of the policy of an endpoint without reading all of it. Source: "Control access to VPC endpoints using endpoint policies", AWS PrivateLink Guide.</summary>
internal static class EndpointPolicyText
{
    private const string All = "*";

    /// <summary>Whether it is the one that endpoints come with, which allows everybody everything.</summary>
    /// <param name="document">The policy, as JSON.</param>
    public static bool AllowsEverything(string document)
    {
        try
        {
            using var policy = JsonDocument.Parse(document);
            return policy.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("Statement", out var statements)
                && (statements.ValueKind == JsonValueKind.Array ? [.. statements.EnumerateArray()] : new[] { statements }) is [{ ValueKind: JsonValueKind.Object } only]
                && Is(only, "Effect", "Allow") && Is(only, "Action", All) && Is(only, "Resource", All)
                && (Is(only, "Principal", All) || (only.TryGetProperty("Principal", out var principal) && principal.ValueKind == JsonValueKind.Object && Is(principal, "AWS", All)))
                && !only.TryGetProperty("Condition", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Is(JsonElement statement, string member, string value) =>
        statement.TryGetProperty(member, out var found) && found.ValueKind == JsonValueKind.String && found.GetString() == value;
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Evaluation.Interpretation;
using NetDsl.Model;

namespace NetDsl.Evaluation.Inputs;

/// <summary>
/// How far an evaluation goes, as the project says: the editor configuration of the file, or the one of all files, such as
/// <c>netdsl_max_steps = 8000000</c>, goes before the property of the build, such as <c>NetDslMaxSteps</c>.
/// </summary>
/// <param name="Limits">The bounds; where a setting cannot be read, the one that holds without it.</param>
/// <param name="Faults">What is wrong with settings, to be told.</param>
internal sealed record EvaluationSettings(EvaluationLimits Limits, EquatableArray<string> Faults)
{
    /// <summary>Quotas that the account has, as <c>netdsl_quota_vpcs_per_region = 20</c> says.</summary>
    public EquatableArray<QuotaSetting> Quotas { get; init; } = [];

    private const int SecondsOfADay = 24 * 60 * 60;

    private static readonly Bound[] Bounds =
    [
        new("netdsl_max_steps", "NetDslMaxSteps", int.MaxValue, (limits, value) => limits with { Steps = (int)value }),
        new("netdsl_max_call_depth", "NetDslMaxCallDepth", int.MaxValue, (limits, value) => limits with { CallDepth = (int)value }),
        new("netdsl_max_elements", "NetDslMaxElements", long.MaxValue, (limits, value) => limits with { Elements = value }),
        new("netdsl_max_seconds", "NetDslMaxSeconds", SecondsOfADay, (limits, value) => limits with { Time = TimeSpan.FromSeconds(value) }),
    ];

    public static EvaluationSettings Default { get; } = new(EvaluationLimits.Default, []);

    public static EvaluationSettings Read(AnalyzerConfigOptionsProvider? options, SyntaxTree home)
    {
        if (options is null)
        {
            return Default;
        }

        var limits = EvaluationLimits.Default;
        var faults = new List<string>();
        foreach (var bound in Bounds)
        {
            if (Find(options, home, bound) is not var (name, text))
            {
                continue;
            }

            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= bound.Most)
            {
                limits = bound.Apply(limits, value);
            }
            else
            {
                faults.Add(string.Format(
                    CultureInfo.InvariantCulture, "{0} is {1}; write a whole number from 1 to {2:N0}", name, Quotation.Of(text), bound.Most));
            }
        }

        var quotas = QuotaSetting.Read(key => Find(options.GetOptions(home), key, key) ?? Find(options.GlobalOptions, key, key), faults).ToEquatableArray();
        return faults.Count == 0 && limits == EvaluationLimits.Default && quotas.Count == 0 ? Default : new EvaluationSettings(limits, [.. faults]) { Quotas = quotas };
    }

    private static (string Name, string Text)? Find(AnalyzerConfigOptionsProvider options, SyntaxTree home, Bound bound) =>
        Find(options.GetOptions(home), bound.Key, bound.Key)
        ?? Find(options.GlobalOptions, bound.Key, bound.Key)
        ?? Find(options.GlobalOptions, $"build_property.{bound.Property}", bound.Property);

    // The build hands over properties that nobody set as empty text.
    private static (string Name, string Text)? Find(AnalyzerConfigOptions options, string key, string name) =>
        options.TryGetValue(key, out var text) && text.Trim() is { Length: > 0 } given ? (name, given) : null;

    private sealed record Bound(string Key, string Property, long Most, Func<EvaluationLimits, long, EvaluationLimits> Apply);
}

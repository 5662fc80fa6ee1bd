using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetDsl.Compiler.Checks;
using NetDsl.Evaluation;

namespace NetDsl.Analyzers;

/// <summary>The rules as the compiler knows them: a descriptor each, with the rule's own default severity and page.</summary>
public static class RuleDescriptors
{
    /// <summary>Descriptors of every rule, by rising id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [.. EvaluationRules.All.Concat(RuleCatalogue.All).Select(Describe).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    private static ImmutableDictionary<string, DiagnosticDescriptor> ById { get; } = All.ToImmutableDictionary(descriptor => descriptor.Id);

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => ById[rule.Id];

    private static DiagnosticDescriptor Describe(Rule rule) => new(
        rule.Id,
        rule.Title,
        "{0}",
        rule.Category,
        rule.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        // In the repository and in the package: the pages are not published anywhere yet.
        helpLinkUri: rule.HelpPage);
}

using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Forwarding rules of resolvers.</content>
public sealed partial class RegionBuilder
{
    private readonly List<ResolverRuleBuilder> resolverRules = [];

    internal IReadOnlyList<ResolverRuleBuilder> ResolverRules => resolverRules;

    /// <summary>
    /// Declares a rule that forwards queries for a domain to name servers of one's own, from the VPCs that
    /// <see cref="ResolverRuleBuilder.Associate"/> names. Source: "Forwarding outbound DNS queries to your network", Amazon Route 53 Developer Guide.
    /// </summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="domain">For example <c>corp.example</c>; the rule also holds for all names below it.</param>
    public ResolverRuleBuilder ResolverRule(
        string name, string domain, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var known = Network.Problems.DomainName(domain, call.Of(nameof(domain)));
        var rule = new ResolverRuleBuilder(
            this,
            Network.Names.Declare(ElementKind.ResolverRule, Id.Path, name, call.Of(nameof(name)), IsLeftOut || known is null),
            known ?? "");
        resolverRules.Add(rule);
        return rule;
    }
}

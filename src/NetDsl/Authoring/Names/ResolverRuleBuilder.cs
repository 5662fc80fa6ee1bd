using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A forwarding rule. It wins over a private hosted zone of the same domain, and loses to a longer one. Source: "Considerations when
/// working with a private hosted zone", Amazon Route 53 Developer Guide.
/// </summary>
public sealed class ResolverRuleBuilder : ElementBuilder
{
    private readonly List<VpcBuilder> vpcs = [];
    private readonly List<Ipv4Address> targets = [];
    private bool namesTarget;

    internal ResolverRuleBuilder(RegionBuilder region, Declaration declaration, string domain)
        : base(region.Network, declaration)
    {
        Region = region;
        Domain = domain;
    }

    /// <summary>The region.</summary>
    public RegionBuilder Region { get; }

    /// <summary>The domain, in small letters.</summary>
    public string Domain { get; }

    /// <summary>Names a server that queries go to.</summary>
    /// <param name="address">Its address, for example that of a name server on premises.</param>
    public ResolverRuleBuilder Target(string address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        namesTarget = true;
        if (Network.Problems.Address(address, Call.Here(file, line).Of(nameof(address))) is { } known && !targets.Contains(known))
        {
            targets.Add(known);
        }

        return this;
    }

    /// <summary>Lets the rule hold in a VPC.</summary>
    /// <param name="vpc">A VPC of the rule's region that has no other rule for the domain.</param>
    public ResolverRuleBuilder Associate(VpcBuilder vpc, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(vpc));
        if (IsLeftOut || vpc.IsLeftOut || vpcs.Contains(vpc))
        {
            return this;
        }

        if (vpc.Region != Region)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"resolver rule '{Name}' is of {Region.Name}, VPC '{vpc.Name}' of {vpc.Region.Name}; declare a rule in its region",
                origin,
                Origin);
        }
        else if (Region.ResolverRules.FirstOrDefault(other => other.Domain == Domain && other.vpcs.Contains(vpc)) is { } first)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"VPC '{vpc.Name}' forwards '{Domain}' by rule '{first.Name}' already; a VPC has one rule a domain",
                origin,
                first.Origin);
        }
        else
        {
            vpcs.Add(vpc);
        }

        return this;
    }

    /// <summary>What is missing; a target that is no address is told already.</summary>
    internal IEnumerable<Problem> Problems() => namesTarget
        ? []
        : [new Problem(ProblemKind.Conflict, $"resolver rule '{Name}' has no target, so that nobody would answer for '{Domain}'; name a server with Target(…)", Origin)];

    internal ResolverRule Build() => new(
        Id, Origin, Region.Id, Domain, targets.ToEquatableArray(), vpcs.Where(vpc => !vpc.IsLeftOut).Select(vpc => vpc.Id).ToEquatableArray());
}

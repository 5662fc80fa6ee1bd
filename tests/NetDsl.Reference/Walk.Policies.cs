using System.Text.RegularExpressions;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>What endpoints make of requests: section "Endpoints and services", policies.</summary>
sealed partial class Walk
{
    /// <summary>What the flow asks of a service, and the account of who asks.</summary>
    public (ServiceRequest Request, string? Account)? Asked { get; init; }

    /// <summary>R-7.13 and the policy model of F 7.1: deny before allow, and what no statement is about is denied. The packet goes on.</summary>
    void AskPolicy(VpcEndpoint endpoint)
    {
        if (Asked is not var (request, account))
        {
            return;
        }

        if (endpoint.Policy is not { } policy)
        {
            Pass(endpoint, "full access");
            return;
        }

        var (allowed, denied) = (false, false);
        foreach (var statement in policy.Statements)
        {
            var isAbout = (statement.Accounts.Count == 0 || statement.Accounts.Any(each => each == account))
                && statement.Actions.Any(pattern => Matches(pattern, request.Action, RegexOptions.IgnoreCase))
                && statement.Resources.Any(pattern => Matches(pattern, request.Resource, RegexOptions.None));
            allowed |= isAbout && statement.Effect == PolicyEffect.Allow;
            denied |= isAbout && statement.Effect == PolicyEffect.Deny;
        }

        if (allowed && !denied)
        {
            Pass(endpoint, $"allows {request}");
        }
        else
        {
            Refuse(DropCode.EndpointPolicyDeny, endpoint, $"{(denied ? "denies" : "does not allow")} {request}");
        }
    }

    /// <summary>F 7.1, use of a bucket's policy: it denies unless the request comes by one of these endpoints, or by one of these VPCs.</summary>
    void AskResource(PublicService service, VpcEndpoint? by)
    {
        if (Asked is var (request, _)
            && service.ResourcePolicies.FirstOrDefault(policy => Matches(policy.Resource, request.Resource, RegexOptions.None)
                && !policy.OnlyFrom.Any(source => by is not null && (source.Value == by.Id || source.Value == by.Vpc))) is { } policy)
        {
            Refuse(DropCode.ResourcePolicyDeny, service, $"{policy.Resource} is not asked for from here");
        }
    }

    static bool Matches(string pattern, string text, RegexOptions options) => Regex.IsMatch(
        text,
        @"\A" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal) + @"\z",
        options | RegexOptions.Singleline | RegexOptions.CultureInvariant);
}

using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>The policy.</content>
public sealed partial class InterfaceEndpointBuilder
{
    private EndpointPolicyBuilder? policy;

    /// <summary>
    /// The policy of the endpoint, to which statements are added: then only requests that some statement allows and none denies reach the
    /// service. Without it all do. Endpoints to endpoint services have none. Source: "Control access to VPC endpoints using endpoint policies",
    /// AWS PrivateLink guide.
    /// </summary>
    public EndpointPolicyBuilder Policy([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Origin;
        if (policy is null && !IsLeftOut)
        {
            Network.Semantics.Need(
                profile => profile.InterfaceEndpointPolicies,
                nameof(SemanticsProfile.InterfaceEndpointPolicies),
                $"a policy of interface endpoint '{Name}'",
                origin);
            if (service.Value is EndpointServiceBuilder provider)
            {
                Network.Problems.Add(
                    ProblemKind.PolicyNotTaken,
                    $"endpoint '{Name}' leads to endpoint service '{provider.Name}', which takes no policies; let its security groups say who reaches it",
                    origin,
                    provider.Origin);
            }
        }

        return policy ??= new EndpointPolicyBuilder(this, VpcEndpointKind.Interface, origin);
    }

    /// <summary>What is wrong with the policy, where there can be one at all.</summary>
    internal IEnumerable<Problem> PolicyProblems() => service.Value is EndpointServiceBuilder ? [] : policy?.Problems() ?? [];
}

/// <content>The policy.</content>
public sealed partial class GatewayEndpointBuilder
{
    private EndpointPolicyBuilder? policy;

    /// <summary>
    /// The policy of the endpoint, to which statements are added: then only requests that some statement allows and none denies reach the
    /// service. Without it all do. Source: "Control access to VPC endpoints using endpoint policies", AWS PrivateLink guide.
    /// </summary>
    public EndpointPolicyBuilder Policy([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        policy ??= new EndpointPolicyBuilder(this, VpcEndpointKind.Gateway, Call.Here(file, line).Origin);

    internal IEnumerable<Problem> PolicyProblems() => policy?.Problems() ?? [];
}

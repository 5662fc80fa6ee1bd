using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Tracing;

/// <summary>
/// Says what the policies of endpoints and of resources make of a request. They decide over the request and not the packet, which arrives all the same.
/// </summary>
internal sealed class RequestJudge(ForwardingGraph graph, GraphNames names)
{
    private readonly Dictionary<int, EndpointPolicy> policies = graph.Policies.ToDictionary(each => each.Node, each => each.Policy);
    private readonly Dictionary<int, string> owners = graph.Vpcs.ToDictionary(vpc => vpc.Node, vpc => vpc.Account);

    /// <summary>Notes what the endpoint says of a request that comes to the service by it.</summary>
    public void Judge(int endpoint, ServiceRequest request, int sender, in Packet packet, TraceRecorder recorder)
    {
        var element = names.Node(endpoint);
        if (!policies.TryGetValue(endpoint, out var policy))
        {
            recorder.Pass(element, "has the default policy, which allows every request", packet);
            return;
        }

        var account = request.Account ?? AccountOf(sender);
        var what = $"{request.Action} on {request.Resource} by {(account is null ? "nobody's account" : $"account {account}")}";
        switch (policy.Decide(request, account))
        {
            case { IsAllowed: true, Statement: { } allowing }:
                recorder.Pass(element, $"statement {allowing.Name} allows {what}", packet, allowing.Origin);
                break;
            case { Statement: { } denying }:
                recorder.Drop(
                    element,
                    DropCode.EndpointPolicyDeny,
                    $"statement {denying.Name} denies {what}; narrow it, for it has the last word over statements that allow",
                    packet,
                    denying.Origin);
                break;
            default:
                recorder.Drop(
                    element,
                    DropCode.EndpointPolicyDeny,
                    $"no statement of the policy allows {what}; add Allow(…, \"{request.Action}\", \"{request.Resource}\") to the policy of {element.Path}",
                    packet,
                    policy.Origin);
                break;
        }
    }

    /// <summary>Notes when the policy of what is asked for refuses a request for where it comes from.</summary>
    /// <param name="service">The service that gets it.</param>
    /// <param name="endpoint">The endpoint by which it comes; nothing when it comes over the internet.</param>
    /// <param name="request">The request.</param>
    /// <param name="packet">The packet that carries it.</param>
    /// <param name="recorder">Where to note it.</param>
    public void JudgeSource(int service, int? endpoint, ServiceRequest request, in Packet packet, TraceRecorder recorder)
    {
        foreach (var policy in graph.ResourcePolicies)
        {
            if (policy.Service == service && ResourcePolicy.IsAbout(policy.Resource, request)
                && !(endpoint is { } by && policy.Endpoints.Contains(by)))
            {
                recorder.Drop(
                    names.Node(service),
                    DropCode.ResourcePolicyDeny,
                    $"the policy of {policy.Resource} lets requests come by {Endpoints(policy)} only, and this one comes {(endpoint is { } other ? $"by {names.Path(other)}" : "by no endpoint")}; send it there, or add OnlyFrom(…) to the policy",
                    packet,
                    policy.Origin);
                return;
            }
        }
    }

    private string Endpoints(GraphResourcePolicy policy) =>
        policy.Endpoints.Count == 0 ? "endpoints of a VPC that has none" : string.Join(" or ", policy.Endpoints.Select(names.Path));

    /// <summary>The account that an interface is of; sites, clients and the internet are of none.</summary>
    private string? AccountOf(int sender) => sender < 0 ? null
        : graph.Holders[sender].Account ?? (owners.TryGetValue(graph.Holders[sender].Vpc, out var owner) ? owner : null);
}

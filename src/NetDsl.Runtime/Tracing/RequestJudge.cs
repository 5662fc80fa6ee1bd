using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Tracing;

/// <summary>
/// Says what the policy of an endpoint makes of a request. It decides over the request and not the packet, which arrives all the same.
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

    /// <summary>The account that an interface is of; sites, clients and the internet are of none.</summary>
    private string? AccountOf(int sender) => sender < 0 ? null
        : graph.Holders[sender].Account ?? (owners.TryGetValue(graph.Holders[sender].Vpc, out var owner) ? owner : null);
}

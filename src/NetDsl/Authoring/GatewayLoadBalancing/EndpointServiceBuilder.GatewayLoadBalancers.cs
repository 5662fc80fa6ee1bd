using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Services over Gateway Load Balancers.</content>
public sealed partial class EndpointServiceBuilder
{
    private readonly List<GatewayLoadBalancerBuilder> gatewayLoadBalancers = [];

    /// <summary>Whether Gateway Load Balancer endpoints lead to it; else interface endpoints do.</summary>
    internal bool IsOfAppliances => gatewayLoadBalancers.Count > 0;

    /// <summary>Adds a Gateway Load Balancer.</summary>
    /// <param name="balancer">One of the same VPC that serves no other endpoint service.</param>
    public EndpointServiceBuilder LoadBalancer(
        GatewayLoadBalancerBuilder balancer, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(balancer));
        if (IsLeftOut || balancer.IsLeftOut || gatewayLoadBalancers.Contains(balancer) || IsOfOtherKind(loadBalancers.Count, balancer, origin))
        {
            return this;
        }

        if (balancer.Vpc != Vpc)
        {
            Network.Problems.Add(
                ProblemKind.OtherVpc,
                $"Gateway Load Balancer '{balancer.Name}' is of VPC '{balancer.Vpc.Name}', endpoint service '{Name}' of VPC '{Vpc.Name}'; use one of its own VPC",
                origin,
                balancer.Origin);
        }
        else if (balancer.EndpointService is { } other)
        {
            Network.Problems.Add(
                ProblemKind.ServesAlready,
                $"Gateway Load Balancer '{balancer.Name}' serves endpoint service '{other.Name}' already; a load balancer serves one",
                origin,
                other.Origin);
        }
        else
        {
            balancer.EndpointService = this;
            gatewayLoadBalancers.Add(balancer);
        }

        return this;
    }

    /// <summary>Accepts an endpoint, where acceptance is required.</summary>
    /// <param name="endpoint">An endpoint to this service.</param>
    public EndpointServiceBuilder Accept(GatewayLoadBalancerEndpointBuilder endpoint)
    {
        accepted.Add(endpoint);
        rejected.Remove(endpoint);
        return this;
    }

    /// <summary>Rejects an endpoint, also one that was accepted before.</summary>
    /// <param name="endpoint">An endpoint to this service.</param>
    public EndpointServiceBuilder Reject(GatewayLoadBalancerEndpointBuilder endpoint)
    {
        rejected.Add(endpoint);
        return this;
    }

    private bool IsOfOtherKind(int others, ElementBuilder balancer, Origin origin)
    {
        if (others == 0)
        {
            return false;
        }

        Network.Problems.Add(
            ProblemKind.ServesAlready,
            $"endpoint service '{Name}' has network load balancers or Gateway Load Balancers, not both; declare another service for '{balancer.Name}'",
            origin,
            balancer.Origin);
        return true;
    }
}

using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>An endpoint service: load balancers that others reach through endpoints, and only they begin.</summary>
public sealed partial class EndpointServiceBuilder : ElementBuilder, IEndpointTarget
{
    private readonly List<LoadBalancerBuilder> loadBalancers = [];
    private readonly List<AccountBuilder> permitted = [];
    private readonly HashSet<ElementBuilder> accepted = [];
    private readonly HashSet<ElementBuilder> rejected = [];
    private readonly bool acceptanceRequired;
    private string? privateDnsName;

    internal EndpointServiceBuilder(VpcBuilder vpc, Declaration declaration, bool acceptanceRequired)
        : base(vpc.Network, declaration)
    {
        Vpc = vpc;
        this.acceptanceRequired = acceptanceRequired;
    }

    /// <summary>The VPC of its load balancers.</summary>
    public VpcBuilder Vpc { get; }

    /// <summary>The zones that it is offered in, by the names that its owner has for them: those in which a load balancer has a node.</summary>
    internal IEnumerable<string> Zones => loadBalancers.SelectMany(balancer => balancer.Nodes)
        .Concat(gatewayLoadBalancers.SelectMany(balancer => balancer.Nodes))
        .Select(node => node.Subnet.Zone.Value)
        .Distinct();

    /// <summary>Whether it is offered in the zone of a subnet, which may be of another account: only the identifiers of zones are common to both.</summary>
    internal bool IsOfferedIn(SubnetBuilder subnet, Origin origin) =>
        Zones.Select(zone => Vpc.Account.ZoneIdOf(zone, origin)).Contains(subnet.Vpc.Account.ZoneIdOf(subnet.Zone.Value, origin));

    /// <summary>Why no endpoint of a VPC leads to it, whatever the kind; nothing when one may.</summary>
    internal string? Refusal(VpcBuilder asker) =>
        Vpc.Region != asker.Region ? $"endpoint service '{Name}' is in {Vpc.Region.Name}, VPC '{asker.Name}' in {asker.Region.Name}; use a service of the same region"
        : !Permits(asker.Account) ? $"endpoint service '{Name}' does not permit account '{asker.Account.Name}'; call Permit(…) on it before"
        : null;

    /// <summary>What to say of a subnet in whose zone it is not offered.</summary>
    internal string NotOfferedIn(SubnetBuilder subnet)
    {
        var asker = subnet.Vpc.Account;
        var offered = string.Join(" or ", Zones.OrderBy(zone => zone, StringComparer.Ordinal).Select(Vpc.Account.ZoneText));
        return $"endpoint service '{Name}' is not offered in {asker.ZoneText(subnet.Zone.Value)}: none of its load balancers has a node there; choose a subnet in {offered}{(asker == Vpc.Account ? "" : $" of account '{Vpc.Account.Name}'")}";
    }

    /// <summary>Adds a network load balancer.</summary>
    /// <param name="balancer">One of the same VPC that serves no other endpoint service.</param>
    public EndpointServiceBuilder LoadBalancer(
        LoadBalancerBuilder balancer, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(balancer));
        if (IsLeftOut || balancer.IsLeftOut || loadBalancers.Contains(balancer) || IsOfOtherKind(gatewayLoadBalancers.Count, balancer, origin))
        {
            return this;
        }

        if (balancer.Vpc != Vpc)
        {
            Network.Problems.Add(
                ProblemKind.OtherVpc,
                $"load balancer '{balancer.Name}' is of VPC '{balancer.Vpc.Name}', endpoint service '{Name}' of VPC '{Vpc.Name}'; use one of its own VPC",
                origin,
                balancer.Origin);
        }
        else if (balancer.EndpointService is { } other)
        {
            Network.Problems.Add(
                ProblemKind.ServesAlready,
                $"load balancer '{balancer.Name}' serves endpoint service '{other.Name}' already; a load balancer serves one",
                origin,
                other.Origin);
        }
        else
        {
            balancer.EndpointService = this;
            loadBalancers.Add(balancer);
        }

        return this;
    }

    /// <summary>
    /// Gives the service a domain name, which leads to their endpoint in the VPCs of consumers that turn private DNS on. Source: "Manage DNS
    /// names for VPC endpoint services", AWS PrivateLink guide.
    /// </summary>
    /// <param name="name">For example <c>api.example.com</c>: one that the provider owns.</param>
    public EndpointServiceBuilder PrivateDnsName(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        privateDnsName = Network.Problems.DomainName(name, Call.Here(file, line).Of(nameof(name))) ?? privateDnsName;
        return this;
    }

    /// <summary>Lets another account make endpoints to the service.</summary>
    /// <param name="account">The consumer.</param>
    public EndpointServiceBuilder Permit(AccountBuilder account)
    {
        permitted.Add(account);
        return this;
    }

    /// <summary>Accepts an endpoint, where acceptance is required.</summary>
    /// <param name="endpoint">An endpoint to this service.</param>
    public EndpointServiceBuilder Accept(InterfaceEndpointBuilder endpoint)
    {
        accepted.Add(endpoint);
        rejected.Remove(endpoint);
        return this;
    }

    /// <summary>Rejects an endpoint, also one that was accepted before.</summary>
    /// <param name="endpoint">An endpoint to this service.</param>
    public EndpointServiceBuilder Reject(InterfaceEndpointBuilder endpoint)
    {
        rejected.Add(endpoint);
        return this;
    }

    internal bool Permits(AccountBuilder account) => account == Vpc.Account || permitted.Contains(account);

    internal VpcEndpointState StateOf(ElementBuilder endpoint) =>
        rejected.Contains(endpoint) ? VpcEndpointState.Rejected
        : acceptanceRequired && !accepted.Contains(endpoint) ? VpcEndpointState.PendingAcceptance
        : VpcEndpointState.Available;

    internal EndpointService Build(Func<ElementBuilder, bool> isPresent) => new(
        Id,
        Origin,
        Vpc.Id,
        loadBalancers.Where(balancer => balancer.Nodes.Any(isPresent)).Select(balancer => balancer.Id).ToEquatableArray(),
        acceptanceRequired)
    {
        GatewayLoadBalancers = gatewayLoadBalancers.Where(balancer => balancer.Nodes.Any(isPresent)).Select(balancer => balancer.Id).ToEquatableArray(),
        PrivateDnsName = privateDnsName,
        SupportedIpAddressTypes = AddressTypes,
    };
}

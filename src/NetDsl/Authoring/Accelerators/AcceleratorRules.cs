using NetDsl.Model;

namespace NetDsl;

/// <summary>What accelerators can only be asked for when everything is written: listeners and gateways may come later than what needs them.</summary>
internal static class AcceleratorRules
{
    /// <summary>Whether an endpoint sees the client's address. Source: "Preserve client IP addresses", AWS Global Accelerator Developer Guide.</summary>
    public static bool PreservesClientAddress(AcceleratorEndpointGroupBuilder.Member member) => member.Target is LoadBalancerBuilder balancer
        ? member.PreservesClientAddress ?? (RefusalOfPreservation(balancer) is null && balancer.Network.Semantics.Profile.AcceleratorPreservesClientsOfLoadBalancers)
        : member.PreservesClientAddress ?? false;

    /// <summary>What is wrong with the accelerators of a network.</summary>
    public static IEnumerable<Problem> Problems(NetworkBuilder network, IReadOnlyList<AcceleratorBuilder> accelerators) =>
        TooMany(network.Semantics.Profile.Quotas, accelerators).Concat(accelerators.SelectMany(Problems));

    private static IEnumerable<Problem> Problems(AcceleratorBuilder accelerator)
    {
        foreach (var listener in accelerator.Listeners)
        {
            foreach (var group in listener.Groups)
            {
                foreach (var each in group.PortOverrides)
                {
                    if (Clash(accelerator, listener, each) is { } clash)
                    {
                        yield return clash;
                    }
                }

                foreach (var member in group.Members)
                {
                    if (((accelerator.IsDualstack ? FamilyRefusal(accelerator, member) : null) ?? Refusal(member)) is { } refusal)
                    {
                        yield return refusal;
                    }
                }
            }
        }
    }

    private static Problem? Clash(AcceleratorBuilder accelerator, AcceleratorListenerBuilder listener, PortOverride each) =>
        !listener.TakenPorts.Any(range => range.Contains(each.ListenerPort))
            ? Conflict($"the listener does not take port {each.ListenerPort}; override one of its ports", each.Origin, listener.Origin)
            : accelerator.Listeners.FirstOrDefault(other => other.TakenPorts.Any(range => range.Contains(each.EndpointPort))) is { } taken
            ? Conflict(
                $"endpoint port {each.EndpointPort} is a port of a listener of accelerator '{accelerator.Name}'; the vendor takes only others for overrides",
                each.Origin,
                taken.Origin)
            : null;

    private static Problem? Refusal(AcceleratorEndpointGroupBuilder.Member member)
    {
        if (member.Target is LoadBalancerBuilder balancer && member.PreservesClientAddress == true && RefusalOfPreservation(balancer) is { } reason)
        {
            return Conflict(
                $"network load balancer '{balancer.Name}' cannot see clients' addresses: it has {reason}; change that, or leave preserveClientAddress out",
                member.PreservationOrigin,
                balancer.Origin);
        }

        return member.Vpc is { IsLeftOut: false } vpc
            && (PreservesClientAddress(member) || member.Target is LoadBalancerBuilder { IsInternal: true })
            ? GatewayRefusal(vpc, $"'{member.Target.Name}'", member.Origin)
            : null;
    }

    /// <summary>
    /// What is not written to by a public address is reached by interfaces of the vendor's, and that takes an internet gateway, though no route to it. Source:
    /// "Secure VPC connections in AWS Global Accelerator", AWS Global Accelerator Developer Guide.
    /// </summary>
    public static Problem? GatewayRefusal(VpcBuilder vpc, string endpoint, Origin origin) =>
        vpc.AttachedInternetGateway is { IsLeftOut: false }
            ? null
            : Conflict(
                $"VPC '{vpc.Name}' has no internet gateway, without which an accelerator does not reach {endpoint}; attach one, no route to it is needed",
                origin,
                vpc.Origin);

    /// <summary>
    /// What keeps an endpoint from a dual-stack accelerator. Source: "Endpoints for standard accelerators", AWS Global Accelerator Developer Guide: dual-stack load
    /// balancers, and instances with a primary IPv6 address, that see the client's address.
    /// </summary>
    private static Problem? FamilyRefusal(AcceleratorBuilder accelerator, AcceleratorEndpointGroupBuilder.Member member)
    {
        if (member.Target.IsLeftOut)
        {
            return null;
        }

        var reason = member.Target switch
        {
            ElasticIpBuilder => "an elastic address is of IPv4; use what holds it",
            LoadBalancerBuilder { IsDualstack: false } => "it is of type Ipv4; call IpAddressType(IpAddressType.Dualstack) on it",
            LoadBalancerBuilder balancer when RefusalOfPreservation(balancer) is { } fault => $"it cannot see clients' addresses, because it has {fault}; change that",
            LoadBalancerBuilder when !PreservesClientAddress(member) => "it does not see clients' addresses; leave preserveClientAddress out",
            InstanceBuilder { Primary: { IsLeftOut: false, Ipv6Addresses.Count: 0 } } => "its primary interface has no IPv6 address; give it one with Ipv6Address()",
            _ => null,
        };
        return reason is null ? null : new Problem(
            ProblemKind.AcceleratorFamilies,
            $"{ElementKinds.Text(member.Target.Id.Kind)} '{member.Target.Name}' cannot be an endpoint of the dual-stack accelerator '{accelerator.Name}': {reason}",
            member.TargetOrigin)
        {
            Other = member.Target.Origin,
        };
    }

    private static string? RefusalOfPreservation(LoadBalancerBuilder balancer) =>
        !balancer.HasSecurityGroups ? "no security group" : balancer.HasTlsListener ? "a TLS listener" : null;

    private static IEnumerable<Problem> TooMany(QuotaProfile quotas, IReadOnlyList<AcceleratorBuilder> accelerators)
    {
        foreach (var beyond in accelerators.GroupBy(each => each.Account).SelectMany(owned => owned.Skip(quotas.AcceleratorsPerAccount)))
        {
            yield return Beyond($"account '{beyond.Account.Name}'", quotas.AcceleratorsPerAccount, "accelerators", beyond.Origin);
        }

        foreach (var accelerator in accelerators)
        {
            var name = $"accelerator '{accelerator.Name}'";
            foreach (var beyond in accelerator.Listeners.Skip(quotas.ListenersPerAccelerator))
            {
                yield return Beyond(name, quotas.ListenersPerAccelerator, "listeners", beyond.Origin);
            }

            foreach (var beyond in accelerator.Listeners.Where(listener => listener.TakenPorts.Count > quotas.PortRangesPerAcceleratorListener))
            {
                yield return Beyond($"a listener of {name}", quotas.PortRangesPerAcceleratorListener, "port ranges", beyond.Origin);
            }

            var groups = accelerator.Listeners.SelectMany(listener => listener.Groups).ToList();
            foreach (var beyond in groups.Skip(quotas.EndpointGroupsPerAccelerator))
            {
                yield return Beyond(name, quotas.EndpointGroupsPerAccelerator, "endpoint groups", beyond.Origin);
            }

            foreach (var beyond in groups.SelectMany(group => group.Members.Skip(quotas.EndpointsPerEndpointGroup)))
            {
                yield return Beyond($"an endpoint group of {name}", quotas.EndpointsPerEndpointGroup, "endpoints", beyond.Origin);
            }

            foreach (var beyond in groups.SelectMany(group => group.PortOverrides.Skip(quotas.PortOverridesPerEndpointGroup)))
            {
                yield return Beyond($"an endpoint group of {name}", quotas.PortOverridesPerEndpointGroup, "port overrides", beyond.Origin);
            }
        }
    }

    /// <summary>That something has more of what a quota counts.</summary>
    public static Problem Beyond(string owner, int most, string things, Origin origin) =>
        Conflict($"{owner} has {most} {things} already, the quota of this network's profile; leave one out, or set the quota", origin);

    private static Problem Conflict(string text, Origin origin, Origin? other = null) => new(ProblemKind.Conflict, text, origin) { Other = other };
}

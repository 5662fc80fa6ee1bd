using System.Globalization;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// What custom routing accelerators can only be asked for when everything is written: ports, subnets and gateways may come later than what needs them.
/// Source: "Guidelines and restrictions for custom routing accelerators", AWS Global Accelerator Developer Guide.
/// </summary>
internal static class CustomRoutingRules
{
    /// <summary>What is wrong with the custom routing accelerators of a network.</summary>
    public static IEnumerable<Problem> Problems(QuotaProfile quotas, IReadOnlyList<CustomRoutingAcceleratorBuilder> accelerators) =>
        TooMany(quotas, accelerators).Concat(accelerators.SelectMany(accelerator => accelerator.Listeners).SelectMany(Problems));

    private static IEnumerable<Problem> Problems(CustomRoutingListenerBuilder listener)
    {
        if (TooFewPorts(listener) is { } tooFew)
        {
            yield return tooFew;
        }

        foreach (var subnet in listener.Groups.SelectMany(group => group.Subnets).Where(each => !each.Of.IsLeftOut))
        {
            if (AcceleratorRules.GatewayRefusal(subnet.Of.Vpc, $"subnet '{subnet.Of.Name}'", subnet.Origin) is { } refusal)
            {
                yield return refusal;
            }

            foreach (var each in subnet.Allowed.Where(each => each.Ports != PortRange.All && !Leads(subnet.Group, each.Ports)))
            {
                yield return Conflict(
                    $"the group does not lead to all of {each.Ports}; allow ports that it leads to, or add them with DestinationPorts(…)",
                    each.PortsOrigin,
                    subnet.Group.Origin);
            }
        }
    }

    /// <summary>Each port of each address takes one of the listener's, whether traffic to it is allowed or not.</summary>
    private static Problem? TooFewPorts(CustomRoutingListenerBuilder listener)
    {
        var has = listener.TakenPorts.Sum(Count);
        var need = listener.Groups.Sum(group => group.Destinations.Sum(each => Count(each.Ports)) * group.Subnets
            .Where(each => !each.Of.IsLeftOut)
            .Sum(each => SubnetAddresses.Usable(each.Of.Prefix.Value)));
        return need <= has ? null : new Problem(
            ProblemKind.CustomRoutingPorts,
            string.Format(
                CultureInfo.InvariantCulture,
                "the listener has {0} ports, and the addresses of its subnets take {1}, one for each port that they are led to; give it more, or lead to fewer",
                has,
                need),
            listener.Origin)
        {
            Other = listener.Groups.First(group => group.Subnets.Count > 0).Subnets[0].Of.Prefix.Origin,
        };
    }

    private static long Count(PortRange range) => range.Last - range.First + 1;

    private static bool Leads(CustomRoutingEndpointGroupBuilder group, PortRange ports) =>
        group.Destinations.Sum(each => each.Ports.Overlaps(ports)
            ? Math.Min(each.Ports.Last, ports.Last) - Math.Max(each.Ports.First, ports.First) + 1
            : 0) == Count(ports);

    private static IEnumerable<Problem> TooMany(QuotaProfile quotas, IReadOnlyList<CustomRoutingAcceleratorBuilder> accelerators)
    {
        foreach (var beyond in accelerators.GroupBy(each => each.Account).SelectMany(owned => owned.Skip(quotas.AcceleratorsPerAccount)))
        {
            yield return AcceleratorRules.Beyond($"account '{beyond.Account.Name}'", quotas.AcceleratorsPerAccount, "custom routing accelerators", beyond.Origin);
        }

        foreach (var accelerator in accelerators)
        {
            var name = $"accelerator '{accelerator.Name}'";
            foreach (var beyond in accelerator.Listeners.Skip(quotas.ListenersPerAccelerator))
            {
                yield return AcceleratorRules.Beyond(name, quotas.ListenersPerAccelerator, "listeners", beyond.Origin);
            }

            foreach (var beyond in accelerator.Listeners.Where(listener => listener.TakenPorts.Count > quotas.PortRangesPerAcceleratorListener))
            {
                yield return AcceleratorRules.Beyond($"a listener of {name}", quotas.PortRangesPerAcceleratorListener, "port ranges", beyond.Origin);
            }

            var groups = accelerator.Listeners.SelectMany(listener => listener.Groups).ToList();
            foreach (var beyond in groups.Skip(quotas.EndpointGroupsPerAccelerator))
            {
                yield return AcceleratorRules.Beyond(name, quotas.EndpointGroupsPerAccelerator, "endpoint groups", beyond.Origin);
            }

            foreach (var beyond in groups.SelectMany(group => group.Subnets.Skip(quotas.EndpointsPerEndpointGroup)))
            {
                yield return AcceleratorRules.Beyond($"an endpoint group of {name}", quotas.EndpointsPerEndpointGroup, "subnets", beyond.Origin);
            }
        }
    }

    private static Problem Conflict(string text, Origin origin, Origin other) => new(ProblemKind.Conflict, text, origin) { Other = other };
}

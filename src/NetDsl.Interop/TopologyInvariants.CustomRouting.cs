using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Custom routing accelerators.</content>
internal sealed partial class TopologyInvariants
{
    private void RequireCustomRouting(string path, Accelerator accelerator)
    {
        if (accelerator.CustomRouting is not { } routing)
        {
            return;
        }

        Hold(path, accelerator.Listeners.Count == 0 && !accelerator.IsDualstack, "a custom routing accelerator has no other listeners, and no IPv6");
        var taken = new List<PortRange>();
        Each($"{path}.customRouting.listeners", routing.Listeners, (inner, listener) =>
        {
            Each($"{inner}.ports", listener.Ports, (at, ports) =>
            {
                Hold(at, ports.First > 0 && !taken.Exists(ports.Overlaps), $"a port of {ports} is 0, or taken by a listener already");
                taken.Add(ports);
            });
            Distinct($"{inner}.groups", listener.Groups.Select(group => group.Region), "a listener has one endpoint group a region");
            Each($"{inner}.groups", listener.Groups, RequireCustomRoutingGroup);
            var needed = listener.Groups.Sum(group => group.PortsOfAddress * group.Subnets.Sum(each =>
                SubnetAddresses.Usable(topology.Subnets.First(subnet => subnet.Id == each.Subnet).Prefix.Value.AsIpv4!.Value)));
            Hold($"{inner}.ports", needed <= listener.PortCount, $"a listener of {listener.PortCount} ports cannot lead to {needed} ports of destinations");
        });
    }

    private void RequireCustomRoutingGroup(string path, CustomRoutingEndpointGroup group)
    {
        Find($"{path}.region", group.Region);
        Each($"{path}.destinations", group.Destinations, (inner, destination) => Hold(
            $"{inner}.firstPort",
            destination.Ports.First > 0 && group.Destinations.Count(other => other.Ports.Overlaps(destination.Ports)) == 1,
            $"a port of {destination.Ports} is 0, or led to already"));
        Distinct($"{path}.subnets", group.Subnets.Select(each => each.Subnet), "a subnet is in a group once");
        Each($"{path}.subnets", group.Subnets, (inner, each) =>
        {
            Find($"{inner}.subnet", each.Subnet);
            Hold(
                $"{inner}.subnet",
                each.Subnet.Path.StartsWith($"{group.Region.Path}/", StringComparison.Ordinal),
                $"subnet '{each.Subnet}' is not in region '{group.Region}' of its group");
            var subnet = topology.Subnets.First(other => other.Id == each.Subnet);
            Hold(
                $"{inner}.subnet",
                !subnet.IsIpv6Only && subnet.Prefix.Value.Length is >= CustomRoutingSubnet.ShortestPrefix and <= CustomRoutingSubnet.LongestPrefix,
                $"subnet '{each.Subnet}' has not from /{CustomRoutingSubnet.ShortestPrefix} to /{CustomRoutingSubnet.LongestPrefix} addresses of IPv4");
            Each($"{inner}.allowed", each.Allowed, (at, allowed) => Hold(
                $"{at}.address",
                subnet.Contains(allowed.Address) && !SubnetAddresses.IsReserved(subnet.Prefix.Value.AsIpv4!.Value, allowed.Address),
                $"{allowed.Address} is no address that a host of subnet '{each.Subnet}' can have"));
        });
    }
}

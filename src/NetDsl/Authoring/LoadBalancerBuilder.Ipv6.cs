using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>IPv6.</content>
public sealed partial class LoadBalancerBuilder
{
    private IpAddressType addressType;
    private bool hasIpv6SourceNatPrefix;
    private bool? deniesInternetGatewayTraffic;

    IpAddressType IManagesInterfaces.AddressType => addressType;

    bool IManagesInterfaces.DeniesInternetGatewayTraffic => IsDualstack && (deniesInternetGatewayTraffic ?? IsInternal);

    internal bool IsDualstack => addressType == NetDsl.IpAddressType.Dualstack;

    /// <summary>
    /// Says which families clients may speak. The nodes of a dual-stack load balancer have an IPv6 address each, beside the IPv4 one, so that its subnets need
    /// IPv6. Source: "IP address type", User Guide for Network Load Balancers.
    /// </summary>
    /// <param name="type">IPv4, which is the vendor's default, or dual-stack.</param>
    public LoadBalancerBuilder IpAddressType(IpAddressType type, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (type == NetDsl.IpAddressType.Ipv6)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"a network load balancer is of type Ipv4 or Dualstack, and '{Name}' cannot be without IPv4; write IpAddressType.Dualstack",
                Call.Here(file, line).Of(nameof(type)));
            return this;
        }

        addressType = type;
        return this;
    }

    /// <summary>
    /// Says whether the internet gateway carries no IPv6 between the internet and the nodes: so by default when the load balancer is internal, and not when it is
    /// internet-facing. What comes over peerings, transit gateways, VPN and Direct Connect is not asked. Source: "Load balancer attributes",
    /// <c>ipv6.deny_all_igw_traffic</c>, User Guide for Network Load Balancers.
    /// </summary>
    /// <param name="enabled">Whether it does.</param>
    public LoadBalancerBuilder DenyAllIgwTraffic(bool enabled = true)
    {
        deniesInternetGatewayTraffic = enabled;
        return this;
    }

    /// <summary>
    /// Gives each node a prefix for IPv6 source NAT, without which a dual-stack load balancer has no listeners for UDP. Source: "Create a Network Load Balancer",
    /// User Guide for Network Load Balancers.
    /// </summary>
    public LoadBalancerBuilder EnablePrefixForIpv6SourceNat()
    {
        hasIpv6SourceNatPrefix = true;
        return this;
    }

    /// <summary>What the type does not go with, whatever was written first.</summary>
    internal IEnumerable<Problem> AddressTypeProblems()
    {
        foreach (var node in nodes)
        {
            if (IsDualstack && !node.Subnet.IsIpv6Only && node.Subnet.Ipv6Prefix is null)
            {
                yield return Refusal(
                    ProblemKind.NoIpv6Prefix,
                    $"load balancer '{Name}' is dual-stack, and subnet '{node.Subnet.Name}' has no IPv6 prefix for its node; give it one with Ipv6Cidr()",
                    node.Origin,
                    node.Subnet.Origin) with
                {
                    Call = "Ipv6Cidr()",
                    CallPlace = node.Subnet.Origin,
                };
            }
            else if (!IsDualstack && node.FixedIpv6Origin is { } origin)
            {
                yield return NotDualstack($"load balancer '{Name}' is of type Ipv4, and its nodes have no IPv6 addresses; call IpAddressType(IpAddressType.Dualstack)", origin);
            }
        }

        foreach (var (listener, (group, origin)) in listeners.Where(each => !each.Group.Value.IsLeftOut))
        {
            var isUdp = listener.Protocol is ListenerProtocol.Udp or ListenerProtocol.TcpUdp;
            if (!IsDualstack && group.IsIpv6)
            {
                yield return NotDualstack(
                    $"target group '{group.Name}' has IPv6 targets, which load balancer '{Name}' of type Ipv4 cannot speak to; call IpAddressType(IpAddressType.Dualstack) on it",
                    origin,
                    group.Origin);
            }
            else if (IsDualstack && isUdp && !hasIpv6SourceNatPrefix)
            {
                yield return Refusal(
                    ProblemKind.NoIpv6SourceNat,
                    $"load balancer '{Name}' is dual-stack, and takes UDP only with a prefix for IPv6 source NAT; call EnablePrefixForIpv6SourceNat() on it",
                    listener.Origin) with
                {
                    Call = "EnablePrefixForIpv6SourceNat()",
                    CallPlace = Origin,
                };
            }
            else if (IsDualstack && isUdp && !group.IsIpv6)
            {
                yield return Conflict(
                    $"target group '{group.Name}' has IPv4 targets, to which the dual-stack load balancer '{Name}' sends no UDP; call IpAddressType(IpAddressType.Ipv6) on the group",
                    origin,
                    group.Origin);
            }
        }
    }

    private Problem NotDualstack(string text, Origin origin, Origin? other = null) => Refusal(ProblemKind.LoadBalancerNotDualStack, text, origin, other) with
    {
        Call = "IpAddressType(IpAddressType.Dualstack)",
        CallPlace = Origin,
    };
}

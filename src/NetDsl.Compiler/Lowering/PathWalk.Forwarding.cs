using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Through hosts that send on what is not for them.</content>
internal sealed partial class PathWalk
{
    // Behind a middlebox no rule that references a group matches its sender.
    private bool isBehindMiddlebox;

    /// <summary>A route leads to an interface.</summary>
    /// <param name="vpc">The VPC of the table.</param>
    /// <param name="from">The subnet that the packet leaves; none when it comes from a gateway.</param>
    /// <param name="route">The route.</param>
    /// <param name="target">The interface.</param>
    private PathEnd ToInterface(Vpc vpc, Subnet? from, MergedRoute route, NetworkInterface target)
    {
        var home = index.Get<Subnet>(target.Subnet);
        if (home.Vpc != vpc.Id)
        {
            return DropAtTarget(
                target,
                route,
                $"interface '{target.Name}' is of VPC '{index.Vpc(home).Name}', not of '{vpc.Name}'; route to one of the own VPC");
        }

        if (target.Instance is not { } instance)
        {
            return DropAtTarget(
                target, route, $"interface '{target.Name}' belongs to no instance; route to the interface of one that runs");
        }

        if (home.Id != from?.Id)
        {
            AskAcl(home, inbound: true);
        }

        return Is(target.PrivateAddress) || target.Ipv6Addresses.Any(Is) ? Arrive(vpc) : Forward(home, target, index.Get<Instance>(instance));
    }

    private PathEnd Forward(Subnet home, NetworkInterface target, Instance host)
    {
        var holder = nodes.Holder(target);
        steps.Add(new InterfaceEntryStep(nodes.Of(target), holder, ReferencedVpcNode()));
        if (target.SourceDestinationCheck)
        {
            return Drop(
                target,
                DropCode.EniSourceDestCheckRestriction,
                $"the destination is not the address of interface '{target.Name}', whose source/destination check is on; switch it off with SourceDestinationCheck(false)");
        }

        if (host.Forwarding == HostForwarding.None)
        {
            return Drop(
                target,
                DropCode.HostDoesNotForward,
                $"instance '{host.Name}' is a host that sends nothing on; say ForwardsTraffic() or TranslatesSources() if it does");
        }

        if (host.Forwarding == HostForwarding.Translating && address.IsIpv6)
        {
            return Drop(
                target,
                DropCode.NatUnsupportedProtocol,
                $"NAT instance '{host.Name}' translates IPv4 only; route IPv6 to an egress-only internet gateway");
        }

        steps.Add(new ForwardStep(nodes.Of(target), holder, nodes.Of(host), host.Forwarding));
        if (host.Forwarding == HostForwarding.Translating)
        {
            SourceIsIn(home);
        }
        else
        {
            isBehindMiddlebox = true;
        }

        return Leave(home);
    }

    /// <summary>The VPC in which rules that reference a group look for the sender.</summary>
    private int ReferencedVpcNode() => isBehindMiddlebox ? -1 : SourceVpcNode();
}

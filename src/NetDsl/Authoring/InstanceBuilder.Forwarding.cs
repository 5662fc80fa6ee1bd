using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Hosts that send on what is not for them.</content>
public sealed partial class InstanceBuilder : IRouteTarget
{
    private HostForwarding forwarding;
    private Origin? forwardingOrigin;

    /// <summary>What it does with packets that are not for it.</summary>
    internal HostForwarding Forwarding => forwarding;

    /// <summary>
    /// Sets the source/destination check of the primary interface. With it, the vendor's default, an interface sends and
    /// receives only what its own address is source or destination of. Source: "Elastic network interfaces", Amazon EC2 User Guide.
    /// </summary>
    /// <param name="enabled">Off for what forwards.</param>
    public InstanceBuilder SourceDestinationCheck(
        bool enabled, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Primary.SourceDestinationCheck(enabled, file, line);
        return this;
    }

    /// <summary>
    /// Lets the host send on packets that are not for it, by the route table of the subnet of the interface at which they arrived. The
    /// security groups of the interface are asked twice: for what comes in and for what goes out. The interface also needs
    /// its source/destination check off. Source: "Middlebox routing", Amazon VPC User Guide.
    /// </summary>
    /// <param name="stateful">
    /// Whether it is a firewall that remembers connections, and drops TCP segments of one that it has not seen begin or sees in one
    /// direction only; otherwise it is a router.
    /// </param>
    public InstanceBuilder ForwardsTraffic(
        bool stateful = false, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Forward(stateful ? HostForwarding.Stateful : HostForwarding.Stateless, Call.Here(file, line).Origin);
        return this;
    }

    /// <summary>
    /// Makes the host a NAT instance: of what it sends on, it puts its own address and a port in place of the source, and it gives
    /// replies theirs back. The interface also needs its source/destination check off, and for the internet a public
    /// address. Source: "NAT instances", Amazon VPC User Guide.
    /// </summary>
    public InstanceBuilder TranslatesSources([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Forward(HostForwarding.Translating, Call.Here(file, line).Origin);
        return this;
    }

    private void Forward(HostForwarding mode, Origin origin)
    {
        if (forwardingOrigin is not null && forwarding != mode)
        {
            Network.Problems.Add(
                ProblemKind.ForwardsOtherwise,
                $"instance '{Name}' forwards in another way already; keep one of ForwardsTraffic(), ForwardsTraffic(stateful: true) and TranslatesSources()",
                origin,
                forwardingOrigin);
            return;
        }

        forwarding = mode;
        forwardingOrigin = origin;
    }
}

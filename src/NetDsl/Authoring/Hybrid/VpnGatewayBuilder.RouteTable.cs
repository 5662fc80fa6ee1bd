using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>The table that routes what comes in.</content>
public sealed partial class VpnGatewayBuilder
{
    internal Sourced<RouteTableBuilder>? Table { get; private set; }

    /// <summary>
    /// Associates a gateway route table: it routes what enters the VPC from sites. Its destinations are whole subnets or blocks of the VPC, its targets interfaces and
    /// Gateway Load Balancer endpoints. Source: "Gateway route tables", Amazon VPC User Guide.
    /// </summary>
    /// <param name="table">A table of the VPC that the gateway is attached to; not its main table, and without propagation.</param>
    public VpnGatewayBuilder Associate(
        RouteTableBuilder table, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(table));
        var present = Table;
        Table = GatewayRouteTables.With(this, present, table, origin);
        if (present is null && Table is not null)
        {
            Network.Semantics.Need(
                profile => profile.EndpointTargetsInVpnGatewayTables || !table.Targets.Any(target => target.Value is GatewayLoadBalancerEndpointBuilder),
                nameof(SemanticsProfile.EndpointTargetsInVpnGatewayTables),
                $"a route of virtual private gateway '{Name}' to a Gateway Load Balancer endpoint",
                origin);
        }

        return this;
    }
}

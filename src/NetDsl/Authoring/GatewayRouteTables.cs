using NetDsl.Model;

namespace NetDsl;

/// <summary>The tables that route what comes in by a gateway. Source: "Gateway route tables", Amazon VPC User Guide.</summary>
internal static class GatewayRouteTables
{
    /// <summary>The table that a gateway has once another is associated with it: a gateway has one.</summary>
    /// <param name="gateway">An internet gateway or a virtual private gateway.</param>
    /// <param name="present">The table that it has already, if any.</param>
    /// <param name="table">The table to associate.</param>
    /// <param name="origin">The text that names it.</param>
    public static Sourced<RouteTableBuilder>? With(ElementBuilder gateway, Sourced<RouteTableBuilder>? present, RouteTableBuilder table, Origin origin)
    {
        if (gateway.IsLeftOut || table.IsLeftOut || present?.Value == table)
        {
            return present;
        }

        if (present is { } first)
        {
            gateway.Network.Problems.Add(
                ProblemKind.GatewayTable,
                $"{ElementKinds.Text(gateway.Id.Kind)} '{gateway.Name}' has route table '{first.Value.Name}' already; a gateway has one, put everything into it",
                origin,
                first.Origin);
            return present;
        }

        gateway.Network.Semantics.Need(
            profile => profile.GatewayRouteTables, nameof(SemanticsProfile.GatewayRouteTables), "a route table of a gateway", origin);
        return new Sourced<RouteTableBuilder>(table, origin);
    }
}

using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>The table that routes what comes in.</content>
public sealed partial class InternetGatewayBuilder
{
    internal Sourced<RouteTableBuilder>? Table { get; private set; }

    /// <summary>
    /// Associates a gateway route table: it routes what comes in from the internet, behind the translation to the private
    /// address. Its destinations are whole subnets or blocks of the VPC, its targets interfaces, which need a public address, and
    /// Gateway Load Balancer endpoints. Source: "Gateway route tables", Amazon VPC User Guide.
    /// </summary>
    /// <param name="table">A table of the VPC that the gateway is attached to; not its main table.</param>
    public InternetGatewayBuilder Associate(
        RouteTableBuilder table, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Table = GatewayRouteTables.With(this, Table, table, Call.Here(file, line).Of(nameof(table)));
        return this;
    }
}

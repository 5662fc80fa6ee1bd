using NetDsl.Runtime.Connections;
using NetDsl.Runtime.Forwarding;
using NetDsl.Runtime.Translation;

namespace NetDsl.Runtime.Dataplanes;

/// <summary>All that a network in operation remembers.</summary>
internal sealed class DataplaneState
{
    private readonly NatTable?[] natTables;

    public DataplaneState(ForwardingTables tables, DataplaneOptions options)
    {
        Connections = new ConnectionTable(options.Connections);
        natTables = new NatTable?[tables.Holders.Count];
        for (var holder = 0; holder < natTables.Length; holder++)
        {
            if (tables.Holders[holder].IsNatGateway)
            {
                natTables[holder] = new NatTable(holder, tables.Holders[holder].PrivateAddress, options.Nat);
            }
        }
    }

    public ConnectionTable Connections { get; }

    public IReadOnlyList<NatGatewayUse> NatGateways => [.. natTables.OfType<NatTable>().Select(table => table.Use)];

    public NatTable NatGateway(int holder) => natTables[holder]!;
}

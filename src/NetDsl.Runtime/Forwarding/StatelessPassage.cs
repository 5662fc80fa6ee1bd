namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// Judges every packet as the first of its flow: groups are asked at both ends, a NAT gateway gives its first port and
/// knows no flow. The first thing that denies ends the walk.
/// </summary>
internal readonly struct StatelessPassage(ForwardingTables tables) : IPassage
{
    public bool LeaveInterface(PathPosition at, int holder, in Packet packet) => tables.MatchEgress(holder, packet) >= 0;

    public bool PassNetworkAcl(PathPosition at, in Packet packet, int rule, bool allowed) => allowed;

    public void Pass(PathPosition at, in Packet packet)
    {
    }

    public DropCode? Translate(PathPosition at, int natGateway, ref Packet packet)
    {
        packet = packet with
        {
            Source = tables.Holders[natGateway].PrivateAddress,
            SourcePort = ForwardingTables.FirstNatPort,
        };
        return null;
    }

    public bool Restore(PathPosition at, int natGateway, ref Packet packet) => false;

    public bool EnterInterface(PathPosition at, int holder, in Packet packet, int sourceVpc) =>
        tables.MatchIngress(holder, packet, sourceVpc) >= 0;
}

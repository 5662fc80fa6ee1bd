using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// Judges every packet as the first of its flow: groups are asked at both ends, a NAT gateway gives its first port and
/// knows no flow. The first thing that denies ends the walk.
/// </summary>
internal readonly struct StatelessPassage(ForwardingTables tables) : IPassage
{
    public bool AsksEveryStep => false;

    public int Diversion(int sender, in Packet packet) => -1;

    public void Take(int program)
    {
    }

    public void Arrive(int holder)
    {
    }

    public DropCode? LeaveInterface(PathPosition at, int holder, in Packet packet) => tables.MatchEgress(holder, packet) >= 0 ? null : DropCode.EniSgRulesMismatch;

    public bool PassNetworkAcl(PathPosition at, in Packet packet, int rule, bool allowed) => allowed;

    public DropCode? Reach(PathPosition at, int holder) => null;

    public DropCode? Pass(PathPosition at, in Packet packet) => null;

    public DropCode? Translate(PathPosition at, int natGateway, ref Packet packet)
    {
        packet = packet with
        {
            Source = tables.Holders[natGateway].PrivateAddress,
            SourcePort = ForwardingTables.FirstNatPort,
        };
        return null;
    }

    public DropCode? TranslateToIpv4(PathPosition at, int natGateway, in Packet translated, ref Packet packet)
    {
        packet = translated;
        return null;
    }

    public bool PassEgressOnly(PathPosition at, int gateway, bool inbound, in Packet packet) => !inbound;

    public bool Inspect(PathPosition at, int holder, int host, in Packet packet) => true;

    public void Inspect(PathPosition at, Inspection inspection, InspectionTarget appliance, in Packet packet)
    {
    }

    public bool PassNetworkAcl(PathPosition at, NetworkAclStep acl, in Packet packet, int rule, bool allowed) => allowed;

    public bool EnterAppliance(PathPosition at, int holder, in Packet packet, int rule) => rule >= 0;

    public bool LeaveAppliance(PathPosition at, int holder, in Packet packet, int rule) => rule >= 0;

    public bool Restore(PathPosition at, int translator, ref Packet packet, out int handedBy)
    {
        handedBy = -1;
        return false;
    }

    public DropCode? Distribute(PathPosition at, in Leg leg, DistributionRule rule, bool keepsSource, ref Packet packet)
    {
        packet = tables.Distributions.DistributeUncounted(leg.Translator, rule, keepsSource, packet);
        return null;
    }

    public DropCode? Hand(PathPosition at, in Leg leg, in Packet handed, ref Packet packet)
    {
        packet = handed;
        return null;
    }

    public DropCode? Accelerate(PathPosition at, in Leg leg, ref AcceleratorChoice choice, ref Packet packet)
    {
        packet = tables.Accelerators.SendUncounted(leg.Translator, choice, packet);
        return null;
    }

    public DropCode? EnterInterface(PathPosition at, int holder, in Packet packet, in Leg leg) =>
        tables.MatchIngress(holder, packet, leg.SourceVpc, leg.Carrier) >= 0 ? null : DropCode.EniSgRulesMismatch;
}

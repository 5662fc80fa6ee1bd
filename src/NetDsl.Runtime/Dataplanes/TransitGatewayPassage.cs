using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Dataplanes;

/// <summary>Drives a walk as another passage does, and shows a watch every step; a data plane that nobody watches does without it.</summary>
/// <param name="inner">Who decides.</param>
/// <param name="watch">Who looks.</param>
internal struct TransitGatewayPassage<TInner>(TInner inner, TransitGatewayWatch watch) : IPassage
    where TInner : struct, IPassage
{
    private TInner inner = inner;

    public DropCode? Pass(PathPosition at, in Packet packet)
    {
        var code = inner.Pass(at, packet);
        if (code is null)
        {
            watch.Pass(at, packet);
        }

        return code;
    }

    public readonly bool AsksEveryStep => true;

    public int Diversion(int sender, in Packet packet) => inner.Diversion(sender, packet);

    public void Take(int program) => inner.Take(program);

    public void Arrive(int holder) => inner.Arrive(holder);

    public DropCode? LeaveInterface(PathPosition at, int holder, in Packet packet) => inner.LeaveInterface(at, holder, packet);

    public bool PassNetworkAcl(PathPosition at, in Packet packet, int rule, bool allowed) => inner.PassNetworkAcl(at, packet, rule, allowed);

    public DropCode? Reach(PathPosition at, int holder) => inner.Reach(at, holder);

    public DropCode? Translate(PathPosition at, int natGateway, ref Packet packet) => inner.Translate(at, natGateway, ref packet);

    public DropCode? TranslateToIpv4(PathPosition at, int natGateway, in Packet translated, ref Packet packet) =>
        inner.TranslateToIpv4(at, natGateway, translated, ref packet);

    public bool PassEgressOnly(PathPosition at, int gateway, bool inbound, in Packet packet) => inner.PassEgressOnly(at, gateway, inbound, packet);

    public bool Inspect(PathPosition at, int holder, int host, in Packet packet) => inner.Inspect(at, holder, host, packet);

    public void Inspect(PathPosition at, Inspection inspection, InspectionTarget appliance, in Packet packet) => inner.Inspect(at, inspection, appliance, packet);

    public bool PassNetworkAcl(PathPosition at, NetworkAclStep acl, in Packet packet, int rule, bool allowed) =>
        inner.PassNetworkAcl(at, acl, packet, rule, allowed);

    public bool EnterAppliance(PathPosition at, int holder, in Packet packet, int rule) => inner.EnterAppliance(at, holder, packet, rule);

    public bool LeaveAppliance(PathPosition at, int holder, in Packet packet, int rule) => inner.LeaveAppliance(at, holder, packet, rule);

    public bool Restore(PathPosition at, int translator, ref Packet packet, out int handedBy) => inner.Restore(at, translator, ref packet, out handedBy);

    public DropCode? Distribute(PathPosition at, in Leg leg, DistributionRule rule, bool keepsSource, ref Packet packet) =>
        inner.Distribute(at, leg, rule, keepsSource, ref packet);

    public DropCode? Hand(PathPosition at, in Leg leg, in Packet handed, ref Packet packet) => inner.Hand(at, leg, handed, ref packet);

    public DropCode? Accelerate(PathPosition at, in Leg leg, ref AcceleratorChoice choice, ref Packet packet) => inner.Accelerate(at, leg, ref choice, ref packet);

    public DropCode? EnterInterface(PathPosition at, int holder, in Packet packet, in Leg leg) => inner.EnterInterface(at, holder, packet, leg);
}

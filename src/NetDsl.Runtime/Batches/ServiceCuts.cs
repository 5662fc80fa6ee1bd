using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Batches;

/// <summary>
/// Finds where, in protocol and destination port, what becomes of packets of one path may change: at the ends of the rules that they meet.
/// </summary>
internal sealed class ServiceCuts(ForwardingGraph graph, ForwardingTables tables)
{
    private const uint PortsOfProtocol = 1 << 16;
    private const uint Protocols = 256;

    // Whether the source is one that differs from sender to sender: its public address.
    private bool isRewritten;
    private bool isTranslated;

    // The destination that was put in place of the packet's.
    private IpAddress? replaced;

    /// <summary>Where ranges begin: 0, and rising.</summary>
    public SortedSet<uint> Starts { get; } = [0];

    /// <summary>Whether packets end at a service of the host that sends them.</summary>
    public bool EndsAtSender { get; private set; }

    /// <summary>
    /// Follows a path, and collects the cuts of everything on it. Whether nothing on it looks at more than classes tell: flows, source ports, or what an element has put into the packet.
    /// </summary>
    /// <param name="sender">Who sends; -1 for the internet.</param>
    /// <param name="destination">Where to.</param>
    public bool Follow(int sender, IpAddress destination)
    {
        var source = sender < 0 ? graph.Sources.Count - 1 : graph.Holders[sender].Source;
        if (tables.Paths.ProgramFor(source, destination) is not (>= 0 and var index))
        {
            return false;
        }

        ref readonly var program = ref tables.Paths[index];
        if (!Follow(program, sender, destination))
        {
            return false;
        }

        if (program.End == EndKind.Junction)
        {
            // A path comes to a junction before anything puts another destination in place of its own.
            if (tables.Paths.ProgramBehind(program, destination) is not (>= 0 and var behind))
            {
                return false;
            }

            program = ref tables.Paths[behind];
            if (!Follow(program, sender, destination))
            {
                return false;
            }
        }

        EndsAtSender = program.End == EndKind.HostService;
        return program.End switch
        {
            EndKind.Drop or EndKind.Exit or EndKind.Service or EndKind.HostService => true,
            EndKind.Deliver => !isRewritten && EndsAt(tables.Holders.At(program.Vpc, replaced ?? destination)),
            _ => false,
        };
    }

    /// <summary>Follows the steps of one program.</summary>
    private bool Follow(in FlatProgram program, int sender, IpAddress destination)
    {
        foreach (ref readonly var step in tables.Paths.StepsOf(program))
        {
            switch (step.Kind)
            {
                case StepKind.Route or StepKind.Peering or StepKind.Relay or StepKind.TransitGateway:
                    break;
                case StepKind.SenderGroups when (step.Argument >= 0 || sender >= 0) && !isRewritten:
                    Cut(graph.Holders[step.Argument < 0 ? sender : step.Argument].Egress);
                    break;
                case StepKind.InterfaceEntry when !isRewritten:
                    Cut(graph.Holders[step.Argument].Ingress);
                    break;
                case StepKind.Forward when !isRewritten:
                    // As the first of its flow, a packet is let through by what remembers flows.
                    if (step.Forwarding == HostForwarding.Translating)
                    {
                        Cut(1, 6, 17);
                        isTranslated = true;
                    }

                    Cut(graph.Holders[step.Argument].Egress);
                    break;
                case StepKind.Inspection when tables.TreatsAllAlike(step.Argument):
                    break;
                case StepKind.NetworkAcl when !isRewritten:
                    Cut(step.Argument);
                    break;
                case StepKind.GatewayEndpoint:
                    Cut(1, 6, 58);
                    break;
                case StepKind.NatGateway when !isRewritten:
                    // Behind it, its address is the source of all.
                    Cut(1, 6, 17);
                    isTranslated = true;
                    break;
                case StepKind.InternetGatewayOut when isTranslated || (destination.IsIpv6 && IsAt(sender, step.Argument)):
                    break;
                case StepKind.InternetGatewayIn when destination.IsIpv6 && step.Argument < 0:
                    break;
                case StepKind.EgressOnlyGateway when step.Inbound || (!isTranslated && IsAt(sender, step.Subnet)):
                    break;
                case StepKind.InternetGatewayOut when sender >= 0 && graph.Holders[sender].Vpc == step.Argument:
                    isRewritten = true;
                    break;
                case StepKind.InternetGatewayIn when !isRewritten && step.Argument >= 0:
                    replaced = graph.Holders[step.Argument].PrivateAddress;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whether whoever sends is in a VPC, so that its gateways know the address.</summary>
    private bool IsAt(int sender, int vpc) => sender >= 0 && graph.Holders[sender].Vpc == vpc;

    private bool EndsAt(int receiver)
    {
        if (receiver < 0)
        {
            return true;
        }

        var holder = graph.Holders[receiver];
        if (holder.Translates || holder.IsNatInstance)
        {
            return false;
        }

        Cut(holder.Ingress);
        return true;
    }

    private void Cut(params ReadOnlySpan<byte> protocols)
    {
        foreach (uint protocol in protocols)
        {
            Cut(protocol * PortsOfProtocol, (protocol + 1) * PortsOfProtocol);
        }
    }

    private void Cut(int filter)
    {
        if (filter < 0)
        {
            return;
        }

        foreach (var rule in graph.Filters[filter].Rules)
        {
            if (rule.Protocol.IsAny)
            {
                continue;
            }

            var first = (uint)rule.Protocol.Number * PortsOfProtocol;
            if (rule.Protocol.HasPortsOrTypes)
            {
                Cut(first + rule.Ports.First, first + rule.Ports.Last + 1u);
            }
            else
            {
                Cut(first, first + PortsOfProtocol);
            }
        }
    }

    private void Cut(uint start, uint end)
    {
        Starts.Add(start);
        if (end < Protocols * PortsOfProtocol)
        {
            Starts.Add(end);
        }
    }
}

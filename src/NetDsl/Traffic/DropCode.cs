using System.Text;

namespace NetDsl;

/// <summary>
/// Why a packet is dropped: a closed list. Most are the public explanation codes of "Reachability Analyzer explanation
/// codes"; those that the field has no code for are ours, in the same style, and say so.
/// </summary>
public enum DropCode
{
    /// <summary>No route of the table contains the destination.</summary>
    NoRouteToDestination,

    /// <summary>The route that wins leads to something that is gone, not attached, not accepted, or is a blackhole.</summary>
    BadStateRoute,

    /// <summary>No rule of the interface's security groups allows the packet.</summary>
    EniSgRulesMismatch,

    /// <summary>An entry of the subnet's network ACL, or its end, denies the packet.</summary>
    SubnetAclRestriction,

    /// <summary>The source is no address of the sending interface.</summary>
    EniSourceDestCheckRestriction,

    /// <summary>The internet gateway has no public address paired with the source.</summary>
    IgwPublicIpAssociationForEgress,

    /// <summary>Ours: the packet answers nothing that the egress-only internet gateway let out.</summary>
    EigwUnsolicited,

    /// <summary>A peering connection carries only what comes from one VPC's blocks and goes to the other's.</summary>
    PcxRequiresAddressInVpcCidr,

    /// <summary>The attachment has no subnet in the zone that the packet comes from.</summary>
    TgwRouteAzRestriction,

    /// <summary>The attachment that the packet comes from is associated with no transit gateway route table.</summary>
    TgwAttachMissingTgwRtbAssociation,

    /// <summary>No route of the transit gateway route table contains the destination.</summary>
    TgwRtbNoRouteToTgwAttachment,

    /// <summary>
    /// Ours: an internet gateway carries no IPv6 to or from the interface, which is of an internal load balancer or of an endpoint: its <c>denyAllIgwTraffic</c>.
    /// </summary>
    EniDeniesIgwTraffic,

    /// <summary>The load balancer has no listener for the protocol and port.</summary>
    Elbv2ListenersMismatch,

    /// <summary>The listener's target group has no target that could be used.</summary>
    Elbv2ListenerHasNoTg,

    /// <summary>The load balancer's node has no target in its zone, and may not send to other zones.</summary>
    Elbv2NoTargetsInAz,

    /// <summary>A load balancer preserved the client's address, and the way to its target leads through a Gateway Load Balancer endpoint, which carries no such flows.</summary>
    Elbv2SourceAddressPreservation,

    /// <summary>Ours: the packet is addressed to an interface of a Gateway Load Balancer or of its endpoint, which only routes lead to.</summary>
    GwlbNotAddressable,

    /// <summary>Ours: the chosen target is the client itself, whose address is preserved: it would be answered by itself.</summary>
    LbHairpin,

    /// <summary>A gateway endpoint takes TCP and ICMP only.</summary>
    VpceGatewayProtocolRestriction,

    /// <summary>The endpoint service has no node in the zone of the endpoint's interface.</summary>
    VpceServiceNotInstalledInAz,

    /// <summary>An interface endpoint takes TCP only.</summary>
    ProtocolRestriction,

    /// <summary>Ours: a gateway endpoint serves its own VPC only, not what comes in by peering, transit gateway or VPN.</summary>
    EndpointNotExtendable,

    /// <summary>Ours: the provider of the service has not accepted the endpoint, or has rejected it.</summary>
    EndpointNotAccepted,

    /// <summary>Ours: the policy of the endpoint does not let the request through; the packet arrives, and the service refuses what it asks.</summary>
    EndpointPolicyDeny,

    /// <summary>Ours: the policy of the resource wants requests to come by other endpoints; the packet arrives, and the service refuses what it asks.</summary>
    ResourcePolicyDeny,

    /// <summary>Ours: a load balancer has forgotten the TCP connection that the packet goes on with; the sender gets a reset.</summary>
    LbIdleExpired,

    /// <summary>Ours: a node of a load balancer has no port left for that target.</summary>
    LbPortExhausted,

    /// <summary>Ours: nothing in the VPC has the destination address.</summary>
    NoInterfaceWithAddress,

    /// <summary>Ours: the destination lies in 169.254.168.0/22, which no table forwards.</summary>
    ReservedRange,

    /// <summary>Ours: the destination is private or special, and the internet does not carry it.</summary>
    NotRoutableOnInternet,

    /// <summary>Ours: no interface of the network is paired with that public address, or its VPC has no attached gateway.</summary>
    IgwNoMapping,

    /// <summary>Ours: a NAT gateway translates TCP, UDP and ICMP only.</summary>
    NatUnsupportedProtocol,

    /// <summary>Ours: a NAT gateway has no flow that the packet answers.</summary>
    NatUnsolicited,

    /// <summary>Ours: a NAT gateway has no port left for that destination.</summary>
    NatPortExhausted,

    /// <summary>Ours: a NAT gateway has forgotten the TCP connection that the packet goes on with; the sender gets a reset.</summary>
    NatIdleExpired,

    /// <summary>Ours: no site advertises a prefix with the destination to the virtual private gateway, and no static route of a VPN connection has it.</summary>
    VgwUnknownPrefix,

    /// <summary>Ours: the source is of no prefix that is registered for the public virtual interface.</summary>
    DxSourceNotRegistered,

    /// <summary>Ours: the region blocks public access, and the subnet is not excluded.</summary>
    BpaBlocked,

    /// <summary>Ours: a host got a packet that is not for it, and sends nothing on.</summary>
    HostDoesNotForward,

    /// <summary>Ours: a stateful appliance sees one direction of a TCP connection only, and drops it.</summary>
    StatefulApplianceAsymmetry,

    /// <summary>Ours: the Client VPN endpoint has no route to the destination for the association that the client landed on.</summary>
    ClientVpnNoRoute,

    /// <summary>Ours: no authorization rule of the Client VPN endpoint lets the client's user reach the destination.</summary>
    ClientVpnNotAuthorized,

    /// <summary>Ours: no tunnel of the VPN connection that a static route of a transit gateway leads to is up.</summary>
    VpnTunnelDown,

    /// <summary>Ours: no listener of the accelerator takes the protocol and port.</summary>
    GaNoListener,

    /// <summary>Ours: the listener of the accelerator has no endpoint in any region; the port of a custom routing accelerator leads to no host that gets the packet.</summary>
    GaNoEndpoint,

    /// <summary>Ours: the accelerator is disabled; its addresses are still its own.</summary>
    GaDisabled,

    /// <summary>Ours: an accelerator has forgotten the TCP connection that the packet goes on with; the sender gets a reset.</summary>
    GaIdleExpired,

    /// <summary>Ours: an accelerator has no port left for that endpoint.</summary>
    GaPortExhausted,

    /// <summary>Ours: the packet came to a host that its receiver has left; a host that knows of the move by now finds it.</summary>
    MappingMiss,

    /// <summary>Ours: the node that keeps the state of the flow takes no more packets in this second.</summary>
    FlowStateOverloaded,

    /// <summary>Ours: the host that the packet came to, or that was to send it, is down.</summary>
    HostDown,

    /// <summary>Ours: the line to the site is down, and who sent the packet there does not know it yet.</summary>
    LinkDown,

    /// <summary>Ours: the line to the site lost the packet.</summary>
    LinkLoss,

    /// <summary>Ours: the target of the flow is known to be down, and others get its flows; the sender gets a reset.</summary>
    LbTargetUnhealthy,

    /// <summary>Ours: the instance has sent and received as many packets as it may, and too many wait already.</summary>
    PpsAllowance,

    /// <summary>Ours: the instance, or one of its flows, has as many bits in that direction as it may, and too much waits already.</summary>
    BandwidthAllowance,

    /// <summary>Ours: the instance tracks as many connections as it may, and the packet would open another.</summary>
    ConntrackFull,

    /// <summary>Ours: the interface has asked services of its host as often in this second as it may.</summary>
    LinkLocalAllowance,

    /// <summary>Ours: the packet came back to where it was.</summary>
    ForwardingLoop,

    /// <summary>Ours: the reply reaches the sender from another address than the one that it wrote to, or does not reach it.</summary>
    ReplyMismatch,
}

/// <summary>The text of drop codes.</summary>
public static class DropCodes
{
    /// <summary>The code as the field writes it, for example <c>ENI_SG_RULES_MISMATCH</c>.</summary>
    public static string ToCode(this DropCode code)
    {
        var text = new StringBuilder();
        foreach (var character in code.ToString())
        {
            if (char.IsUpper(character) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(character));
        }

        return text.ToString();
    }
}

using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A peer of a Connect attachment: a GRE tunnel to an appliance, with BGP inside.</summary>
public sealed class ConnectPeerBuilder : ElementBuilder
{
    /// <summary>What the vendor keeps. Source: "Transit gateway Connect peers".</summary>
    internal static readonly Ipv4Prefix[] ReservedInside =
    [
        .. Enumerable.Range(0, 6).Select(number => Ipv4Prefix.Parse($"169.254.{number}.0/29")),
        Ipv4Prefix.Parse("169.254.169.248/29"),
    ];

    private readonly SiteBuilder site;
    private readonly Sourced<ElementBuilder> appliance;
    private readonly uint? asn;
    private readonly RoutingPolicyParts policy;
    private bool isUp = true;

    internal ConnectPeerBuilder(
        TransitGatewayConnectAttachmentBuilder attachment,
        Declaration declaration,
        SiteBuilder site,
        Sourced<ElementBuilder> appliance,
        Sourced<Ipv4Prefix> insideCidr,
        uint? asn)
        : base(attachment.Network, declaration)
    {
        Attachment = attachment;
        this.site = site;
        this.appliance = appliance;
        InsideCidr = insideCidr;
        this.asn = asn;
        policy = new RoutingPolicyParts(this, site);
    }

    internal TransitGatewayConnectAttachmentBuilder Attachment { get; }

    internal ElementBuilder Appliance => appliance.Value;

    internal Sourced<Ipv4Prefix> InsideCidr { get; }

    internal Ipv4Address GatewayAddress { get; set; }

    /// <summary>Advertises this prefix, and no longer all prefixes of the site; <c>0.0.0.0/0</c> draws all traffic.</summary>
    /// <param name="prefix">May be wider or narrower than the site's own, of either family.</param>
    public ConnectPeerBuilder Advertise(string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        policy.Advertise(prefix, Call.Here(file, line).Of(nameof(prefix)));
        return this;
    }

    /// <summary>Makes the AS path longer, so that the gateway prefers other peers.</summary>
    /// <param name="times">1 to 10.</param>
    public ConnectPeerBuilder Prepend(int times, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        policy.Prepend(times, Call.Here(file, line).Of(nameof(times)));
        return this;
    }

    /// <summary>Sends a multi-exit discriminator; among paths of equal length the lowest is preferred.</summary>
    /// <param name="value">0 to 4294967295; none is sent when nothing is said, and then 100 counts.</param>
    public ConnectPeerBuilder Med(long value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        policy.Med(value, Call.Here(file, line).Of(nameof(value)));
        return this;
    }

    /// <summary>Says how much the site prefers what it learns through this peer; the highest wins.</summary>
    /// <param name="value">0 to 4294967295; 100 when nothing is said.</param>
    public ConnectPeerBuilder LocalPreference(long value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        policy.LocalPreference(value, Call.Here(file, line).Of(nameof(value)));
        return this;
    }

    /// <summary>Lets the appliance's router fail, so that traces show what is left.</summary>
    public ConnectPeerBuilder Down()
    {
        isUp = false;
        return this;
    }

    internal ConnectPeer Build() => new(
        Id,
        Origin,
        Attachment.Id,
        site.Id,
        new Sourced<ElementId>(appliance.Value.Id, appliance.Origin),
        GatewayAddress,
        InsideCidr,
        asn ?? Attachment.Gateway.Asn,
        policy.Build(),
        isUp);
}

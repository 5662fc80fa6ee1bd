using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A site-to-site VPN connection: two tunnels. With BGP, until a static route is added.</summary>
public sealed partial class VpnConnectionBuilder : ElementBuilder
{
    // Source: "Tunnel options for your AWS Site-to-Site VPN connection".
    private static readonly IpPrefix[] ReservedInside =
    [
        .. Enumerable.Range(0, 6).Select(number => IpPrefix.Parse($"169.254.{number}.0/30")),
        IpPrefix.Parse("169.254.169.252/30"),
    ];

    private readonly RegionBuilder region;
    private readonly Sourced<CustomerGatewayBuilder> customerGateway;
    private readonly IVpnTarget target;
    private readonly RoutingPolicyParts policy;
    private readonly List<Sourced<IpPrefix>> staticRoutes = [];
    private readonly List<Sourced<IpPrefix>> deviceRoutes = [];
    private readonly VpnTunnel[] tunnels = [new(1, null, IsUp: true), new(2, null, IsUp: true)];
    private bool carriesIpv6;

    internal VpnConnectionBuilder(
        RegionBuilder region,
        Declaration declaration,
        Sourced<CustomerGatewayBuilder> customerGateway,
        IVpnTarget target,
        TransitGatewayVpnConcentratorAttachmentBuilder? concentrator)
        : base(region.Network, declaration)
    {
        Concentrator = concentrator;
        this.region = region;
        this.customerGateway = customerGateway;
        this.target = target;
        policy = new RoutingPolicyParts(this, customerGateway.Value.Site);
    }

    /// <summary>Adds a prefix of the site by hand; the connection then has static routing and no BGP.</summary>
    /// <param name="prefix">What the target sends into the tunnels.</param>
    public VpnConnectionBuilder StaticRoute(string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Add(staticRoutes, prefix, Call.Here(file, line).Of(nameof(prefix)), "a static route to");
        return this;
    }

    /// <summary>
    /// Adds a route of the device by hand, for a connection with static routing: what the site sends into the tunnels. Without one it
    /// is the blocks of the VPC at the other end.
    /// </summary>
    /// <param name="prefix">The addresses behind the tunnels.</param>
    public VpnConnectionBuilder DeviceRoute(string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Add(deviceRoutes, prefix, Call.Here(file, line).Of(nameof(prefix)), "a device route to");
        return this;
    }

    /// <summary>Advertises this prefix, and no longer all prefixes of the site; <c>0.0.0.0/0</c> draws all traffic.</summary>
    /// <param name="prefix">May be wider or narrower than the site's own.</param>
    public VpnConnectionBuilder Advertise(string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (SpeaksBgp("an advertised prefix", call.Origin))
        {
            policy.Advertise(prefix, call.Of(nameof(prefix)));
        }

        return this;
    }

    /// <summary>Makes the AS path longer, so that the other end prefers other connections.</summary>
    /// <param name="times">1 to 10.</param>
    public VpnConnectionBuilder Prepend(int times, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (SpeaksBgp("a prepended AS path", call.Origin))
        {
            policy.Prepend(times, call.Of(nameof(times)));
        }

        return this;
    }

    /// <summary>Sends a multi-exit discriminator; among paths of equal length from one neighbouring system the lowest is preferred.</summary>
    /// <param name="value">0 to 4294967295; none is sent when nothing is said.</param>
    public VpnConnectionBuilder Med(long value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (SpeaksBgp("a multi-exit discriminator", call.Origin))
        {
            policy.Med(value, call.Of(nameof(value)));
        }

        return this;
    }

    /// <summary>Says how much the site prefers what it learns over this connection; the highest wins.</summary>
    /// <param name="value">0 to 4294967295; 100 when nothing is said.</param>
    public VpnConnectionBuilder LocalPreference(long value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (SpeaksBgp("a local preference", call.Origin))
        {
            policy.LocalPreference(value, call.Of(nameof(value)));
        }

        return this;
    }

    /// <summary>Fixes the addresses inside a tunnel.</summary>
    /// <param name="tunnel">1 or 2.</param>
    /// <param name="insideCidr">A /30 of 169.254.0.0/16 that no other tunnel of the same gateway has, for example <c>169.254.10.0/30</c>.</param>
    public VpnConnectionBuilder InsideCidr(
        int tunnel, string insideCidr, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (!IsTunnel(tunnel, call.Of(nameof(tunnel)))
            || Network.Problems.Prefix(insideCidr, call.Of(nameof(insideCidr))) is not { } inside)
        {
            return this;
        }

        if (inside.Value.Length != 30 || !IpPrefix.FromIpv4Prefix(VpcBlockRules.LinkLocal).Contains(inside.Value) || ReservedInside.Contains(inside.Value))
        {
            Network.Problems.Add(new Problem(
                ProblemKind.InsidePrefix,
                $"{inside} cannot be inside a tunnel; it is a /30 of {VpcBlockRules.LinkLocal}, and the vendor keeps 169.254.0.0/30 to 169.254.5.0/30 and 169.254.169.252/30",
                inside.Origin)
            {
                Replacement = FreeInside(),
            });
        }
        else if (OthersInside.FirstOrDefault(other => other.Value == inside.Value) is { Origin: not null } present)
        {
            Network.Problems.Add(new Problem(
                ProblemKind.InsidePrefixTwice, $"{inside} is inside another tunnel of the same gateway; give each tunnel its own", inside.Origin)
            {
                Other = present.Origin,
                Replacement = FreeInside(),
            });
        }
        else
        {
            tunnels[tunnel - 1] = tunnels[tunnel - 1] with { InsideCidr = inside };
        }

        return this;
    }

    /// <summary>Carries IPv6 in place of IPv4; a connection carries one family. Source: "IPv4 and IPv6 traffic in AWS Site-to-Site VPN".</summary>
    public VpnConnectionBuilder InsideIpv6([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (target is VpnGatewayBuilder gateway)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"VPN connection '{Name}' ends at virtual private gateway '{gateway.Name}', which carries IPv4 only over VPN; end it at a transit gateway",
                Call.Here(file, line).Origin,
                gateway.Origin);
            return this;
        }

        carriesIpv6 = true;
        return this;
    }

    /// <summary>Lets both tunnels fail, so that traces show what is left.</summary>
    public VpnConnectionBuilder Down()
    {
        for (var index = 0; index < tunnels.Length; index++)
        {
            tunnels[index] = tunnels[index] with { IsUp = false };
        }

        return this;
    }

    /// <summary>Lets one tunnel fail, so that traces show what is left.</summary>
    /// <param name="tunnel">1 or 2.</param>
    public VpnConnectionBuilder TunnelDown(int tunnel, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (IsTunnel(tunnel, Call.Here(file, line).Of(nameof(tunnel))))
        {
            tunnels[tunnel - 1] = tunnels[tunnel - 1] with { IsUp = false };
        }

        return this;
    }

    internal ElementBuilder Target => (ElementBuilder)target;

    /// <summary>The attachment at which it ends with others; nothing when it has one of its own, or a virtual private gateway.</summary>
    internal TransitGatewayVpnConcentratorAttachmentBuilder? Concentrator { get; }

    internal SiteBuilder Site => customerGateway.Value.Site;

    internal VpnConnection Build() => new(
        Id,
        Origin,
        new Sourced<ElementId>(customerGateway.Value.Id, customerGateway.Origin),
        target.Id,
        staticRoutes.Count > 0 || deviceRoutes.Count > 0 ? VpnRouting.Static : VpnRouting.Dynamic,
        staticRoutes.ToEquatableArray(),
        deviceRoutes.ToEquatableArray(),
        policy.Build(),
        tunnels.ToEquatableArray())
    {
        CarriesIpv6 = carriesIpv6,
        Concentrator = Concentrator?.Concentrator,
        Transport = transport is { Value: { IsLeftOut: false } present } ? new Sourced<ElementId>(present.Id, transport.Value.Origin) : null,
    };

    private IEnumerable<Sourced<IpPrefix>> OthersInside => region.VpnConnections
        .Where(connection => connection.target == target)
        .SelectMany(connection => connection.tunnels)
        .Where(tunnel => tunnel.InsideCidr is not null)
        .Select(tunnel => tunnel.InsideCidr!.Value);

    /// <summary>The first /30 that the vendor takes inside a tunnel of the gateway.</summary>
    private string? FreeInside() =>
        VpcBlockRules.FreeLinkLocal(30, inside => ReservedInside.Contains(inside) || OthersInside.Any(other => other.Value == inside));

    private bool IsTunnel(int tunnel, Origin origin) => Network.Problems.InRange(tunnel, 1, 2, "the number of a tunnel", origin);

    private bool SpeaksBgp(string what, Origin origin)
    {
        if (staticRoutes.Count + deviceRoutes.Count == 0)
        {
            return true;
        }

        Network.Problems.Add(
            ProblemKind.StaticAndBgp,
            $"VPN connection '{Name}' has static routing, without BGP, and so cannot have {what}; leave its static routes out, or this",
            origin,
            (staticRoutes.Count > 0 ? staticRoutes : deviceRoutes)[0].Origin);
        return false;
    }

    private void Add(List<Sourced<IpPrefix>> routes, string prefix, Origin origin, string what)
    {
        if (Network.Problems.Prefix(prefix, origin) is not { } known)
        {
            return;
        }

        if (Concentrator is { } shared)
        {
            Network.Problems.Add(
                ProblemKind.StaticAndBgp,
                $"VPN connection '{Name}' ends at VPN concentrator '{shared.Name}', whose connections have BGP; leave {what} {known} out, and let the site advertise what it has",
                origin,
                shared.Origin);
        }
        else if (!policy.IsDefault)
        {
            Network.Problems.Add(
                ProblemKind.StaticAndBgp,
                $"VPN connection '{Name}' was told what to say over BGP, and a connection with static routing has none; leave {what} {known} out, or what is said of BGP",
                origin);
        }
        else if (routes.Find(other => other.Value == known.Value) is { Origin: not null } first)
        {
            Network.Problems.Add(
                ProblemKind.AdvertisedTwice, $"VPN connection '{Name}' has {what} {known} already; say it once", origin, first.Origin);
        }
        else
        {
            routes.Add(known);
        }
    }
}

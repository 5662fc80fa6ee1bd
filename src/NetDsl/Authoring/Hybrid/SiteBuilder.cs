using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// Premises outside the vendor's regions. Inside a site every host and every router reaches every other; what it knows of the
/// rest it learns over VPN connections and Direct Connect.
/// </summary>
public sealed partial class SiteBuilder : ElementBuilder
{
    private readonly List<Sourced<IpPrefix>> prefixes = [];
    private readonly List<SiteHostBuilder> hosts = [];
    private readonly List<CustomerGatewayBuilder> customerGateways = [];

    internal SiteBuilder(NetworkBuilder network, Declaration declaration, uint asn)
        : base(network, declaration) => Asn = asn;

    internal uint Asn { get; }

    internal IReadOnlyList<SiteHostBuilder> Hosts => hosts;

    internal IReadOnlyList<CustomerGatewayBuilder> CustomerGateways => customerGateways;

    /// <summary>Gives the site addresses, which it advertises over its links unless they say otherwise.</summary>
    /// <param name="prefix">For example <c>192.168.0.0/16</c>; one that overlaps no other of the site.</param>
    public SiteBuilder Prefix(string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(prefix));
        if (Network.Problems.Prefix(prefix, origin) is not { } known)
        {
            return this;
        }

        if (prefixes.FirstOrDefault(other => other.Value.Overlaps(known.Value)) is { Origin: not null } present)
        {
            Network.Problems.Add(
                ProblemKind.NamedAlready,
                $"site '{Name}' has {present} already, which overlaps {known}; name each address once",
                origin,
                present.Origin);
            return this;
        }

        prefixes.Add(known);
        return this;
    }

    /// <summary>Declares a host, which can be an end of traces.</summary>
    /// <param name="name">Unique in the site.</param>
    /// <param name="address">In a prefix of the site that was given before, and of no other host.</param>
    public SiteHostBuilder Host(
        string name, string address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var host = new SiteHostBuilder(
            this, Network.Names.Declare(ElementKind.SiteHost, Id.Path, name, call.Of(nameof(name)), IsLeftOut));
        if (Network.Problems.AnyAddress(address, call.Of(nameof(address))) is not { } known)
        {
            host.LeaveOut();
        }
        else if (!prefixes.Exists(prefix => prefix.Value.Contains(known)))
        {
            Network.Problems.Add(
                ProblemKind.InvalidAddress,
                $"{known} is in no prefix of site '{Name}'; give the site its prefix first, with Prefix(…)",
                call.Of(nameof(address)));
            host.LeaveOut();
        }
        else if (hosts.Find(other => !other.IsLeftOut && other.Address == known) is { } first)
        {
            Network.Problems.Add(
                ProblemKind.InvalidAddress,
                $"{known} is the address of host '{first.Name}' already; give each host its own",
                call.Of(nameof(address)),
                first.Origin);
            host.LeaveOut();
        }
        else
        {
            host.Address = known;
        }

        hosts.Add(host);
        return host;
    }

    /// <summary>Declares a device that VPN connections start at.</summary>
    /// <param name="name">Unique in the site.</param>
    /// <param name="address">Its address on the internet, or in the site where Direct Connect leads to it; left out for a device that identifies itself by certificate.</param>
    /// <param name="asn">Its autonomous system, 1 to 4294967294; the site's when left out.</param>
    public CustomerGatewayBuilder CustomerGateway(
        string name,
        string? address = null,
        long? asn = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var number = asn is { } own ? Network.Problems.Asn(own, call.Of(nameof(asn))) : Asn;
        IpAddress? outside = null;
        var valid = number is not null;
        if (address is not null)
        {
            outside = Network.Problems.Address(address, call.Of(nameof(address)));
            valid &= outside is not null;
        }

        var gateway = new CustomerGatewayBuilder(
            this,
            Network.Names.Declare(ElementKind.CustomerGateway, Id.Path, name, call.Of(nameof(name)), IsLeftOut || !valid),
            outside,
            number ?? Asn);
        customerGateways.Add(gateway);
        return gateway;
    }

    internal bool Contains(IpPrefix prefix) => prefixes.Exists(own => own.Value.Contains(prefix));

    internal Site Build() => new(Id, Origin, Asn, prefixes.ToEquatableArray()) { Resolver = Resolver };
}

/// <summary>A host of a site.</summary>
public sealed class SiteHostBuilder : ElementBuilder
{
    internal SiteHostBuilder(SiteBuilder site, Declaration declaration)
        : base(site.Network, declaration) => Site = site;

    /// <summary>Its site.</summary>
    public SiteBuilder Site { get; }

    internal IpAddress Address { get; set; }

    internal SiteHost Build() => new(Id, Origin, Site.Id, Address);
}

/// <summary>A customer gateway: the device at a site's end of VPN connections.</summary>
public sealed class CustomerGatewayBuilder : ElementBuilder
{
    private bool isUp = true;

    internal CustomerGatewayBuilder(SiteBuilder site, Declaration declaration, IpAddress? address, uint asn)
        : base(site.Network, declaration)
    {
        Site = site;
        Asn = asn;
        Address = address;
    }

    /// <summary>Its site.</summary>
    public SiteBuilder Site { get; }

    internal uint Asn { get; }

    internal IpAddress? Address { get; }

    /// <summary>Lets the device fail, and every connection on it, so that traces show what is left.</summary>
    public CustomerGatewayBuilder Down()
    {
        isUp = false;
        return this;
    }

    internal CustomerGateway Build() => new(Id, Origin, Site.Id, Address, Asn, isUp);
}

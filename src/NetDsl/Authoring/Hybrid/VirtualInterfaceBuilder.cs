using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A virtual interface of Direct Connect: a VLAN with a BGP session.</summary>
public sealed partial class VirtualInterfaceBuilder : ElementBuilder
{
    private const int UsualMtu = 1500;
    private readonly RoutingPolicyParts policy;
    private readonly DirectConnectPortBuilder port;
    private readonly Sourced<ElementBuilder> gateway;
    private readonly uint asn;
    private uint? providerAsn;
    private int mtu = UsualMtu;
    private bool isUp = true;

    internal VirtualInterfaceBuilder(
        DirectConnectPortBuilder port,
        Declaration declaration,
        VirtualInterfaceKind kind,
        int vlan,
        Sourced<ElementBuilder> gateway,
        uint asn)
        : base(port.Network, declaration)
    {
        this.port = port;
        Kind = kind;
        Vlan = vlan;
        this.gateway = gateway;
        this.asn = asn;
        policy = new RoutingPolicyParts(this, port.Site);
    }

    internal VirtualInterfaceKind Kind { get; }

    internal int Vlan { get; }

    internal ElementBuilder Gateway => gateway.Value;

    /// <summary>Advertises this prefix, and no longer all prefixes of the site.</summary>
    /// <param name="prefix">May be wider or narrower than the site's own.</param>
    public VirtualInterfaceBuilder Advertise(string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        policy.Advertise(prefix, Call.Here(file, line).Of(nameof(prefix)));
        return this;
    }

    /// <summary>Makes the AS path longer; the vendor asks it after the local preference.</summary>
    /// <param name="times">1 to 10.</param>
    public VirtualInterfaceBuilder Prepend(int times, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        policy.Prepend(times, Call.Here(file, line).Of(nameof(times)));
        return this;
    }

    /// <summary>Sends a multi-exit discriminator; the lowest is preferred. The vendor advises against it.</summary>
    /// <param name="value">0 to 4294967295; none is sent when nothing is said.</param>
    public VirtualInterfaceBuilder Med(long value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        policy.Med(value, Call.Here(file, line).Of(nameof(value)));
        return this;
    }

    /// <summary>Says how much the site prefers what it learns here; the highest wins.</summary>
    /// <param name="value">0 to 4294967295; 100 when nothing is said.</param>
    public VirtualInterfaceBuilder LocalPreference(long value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        policy.LocalPreference(value, Call.Here(file, line).Of(nameof(value)));
        return this;
    }

    /// <summary>Sends a community that says how much the vendor is to prefer this virtual interface towards the site.</summary>
    /// <param name="community">7224:7100, 7224:7200 or 7224:7300.</param>
    public VirtualInterfaceBuilder Community(LocalPreferenceCommunity community)
    {
        policy.Community(community);
        return this;
    }

    /// <summary>Puts a provider between the two ends, which speaks BGP with both and stands in the AS path.</summary>
    /// <param name="asn">The provider's autonomous system, 1 to 4294967294.</param>
    public VirtualInterfaceBuilder Provider(long asn, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        providerAsn = Network.Problems.Asn(asn, Call.Here(file, line).Of(nameof(asn))) ?? providerAsn;
        return this;
    }

    /// <summary>Sets the size of the largest packet.</summary>
    /// <param name="bytes">1500, or 9001 on a private virtual interface, or 8500 on a transit one.</param>
    public VirtualInterfaceBuilder Mtu(int bytes, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        int? jumbo = Kind switch
        {
            VirtualInterfaceKind.Private => 9001,
            VirtualInterfaceKind.Transit => 8500,
            _ => null,
        };
        if (bytes == UsualMtu || bytes == jumbo)
        {
            mtu = bytes;
        }
        else
        {
            Network.Problems.Add(
                ProblemKind.InvalidNumber,
                $"a {Word(Kind)} virtual interface cannot have packets of {bytes} bytes; write {UsualMtu}{(jumbo is null ? "" : $" or {jumbo}")}",
                Call.Here(file, line).Of(nameof(bytes)));
        }

        return this;
    }

    /// <summary>Lets its BGP session fail, so that traces show what is left.</summary>
    public VirtualInterfaceBuilder Down()
    {
        isUp = false;
        return this;
    }

    internal VirtualInterface Build() => new(
        Id,
        Origin,
        port.Id,
        Kind,
        Vlan,
        new Sourced<ElementId>(gateway.Value.Id, gateway.Origin),
        asn,
        providerAsn,
        mtu,
        policy.Build(),
        isUp)
    {
        RegisteredPrefixes = registered.ToEquatableArray(),
        Scope = scope,
    };
}

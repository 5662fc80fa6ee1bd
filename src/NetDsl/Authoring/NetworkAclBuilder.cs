using System.Globalization;
using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A network ACL. It is stateless: what allows a request does not allow its reply. Entries are tried by rising number,
/// the first that matches decides, and what none matches is denied.
/// </summary>
public sealed class NetworkAclBuilder : ElementBuilder
{
    /// <summary>The highest number of an entry; the vendor's own last one is behind it. Source: "Network ACL rules", Amazon VPC User Guide.</summary>
    public const int MaximumNumber = 32766;

    private readonly List<NetworkAclEntry> inbound = [];
    private readonly List<NetworkAclEntry> outbound = [];

    internal NetworkAclBuilder(VpcBuilder vpc, Declaration declaration)
        : base(vpc.Network, declaration) => Vpc = vpc;

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    /// <summary>Lets traffic into the subnet.</summary>
    /// <param name="number">1 to 32766, once a direction.</param>
    /// <param name="traffic">Protocol and destination ports.</param>
    /// <param name="from">The sources, for example <c>0.0.0.0/0</c>.</param>
    public NetworkAclBuilder AllowInbound(
        int number, TrafficSelector traffic, string from, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(inbound, number, AclAction.Allow, traffic, from, call, call.Of(nameof(from)));
    }

    /// <summary>Keeps traffic out of the subnet.</summary>
    /// <param name="number">1 to 32766, once a direction.</param>
    /// <param name="traffic">Protocol and destination ports.</param>
    /// <param name="from">The sources.</param>
    public NetworkAclBuilder DenyInbound(
        int number, TrafficSelector traffic, string from, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(inbound, number, AclAction.Deny, traffic, from, call, call.Of(nameof(from)));
    }

    /// <summary>Lets traffic out of the subnet.</summary>
    /// <param name="number">1 to 32766, once a direction.</param>
    /// <param name="traffic">Protocol and destination ports; replies go to the ephemeral ports 1024 to 65535.</param>
    /// <param name="to">The destinations.</param>
    public NetworkAclBuilder AllowOutbound(
        int number, TrafficSelector traffic, string to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(outbound, number, AclAction.Allow, traffic, to, call, call.Of(nameof(to)));
    }

    /// <summary>Keeps traffic from leaving the subnet.</summary>
    /// <param name="number">1 to 32766, once a direction.</param>
    /// <param name="traffic">Protocol and destination ports.</param>
    /// <param name="to">The destinations.</param>
    public NetworkAclBuilder DenyOutbound(
        int number, TrafficSelector traffic, string to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(outbound, number, AclAction.Deny, traffic, to, call, call.Of(nameof(to)));
    }

    /// <summary>The ACL that a VPC comes with: entry 100 allows everything, in both directions.</summary>
    internal static NetworkAclBuilder Default(VpcBuilder vpc, Declaration declaration)
    {
        var acl = new NetworkAclBuilder(vpc, declaration);
        acl.inbound.Add(AllowAll(100, IpPrefix.AllIpv4));
        acl.outbound.Add(AllowAll(100, IpPrefix.AllIpv4));
        return acl;
    }

    internal NetworkAcl Build() => new(
        Id,
        Origin,
        Vpc.Id,
        Build(inbound),
        Build(outbound));

    /// <summary>
    /// Entry 101 of the ACL that a VPC with IPv6 comes with, in a direction that the author has added nothing to. Source: "Default network ACL", Amazon
    /// VPC User Guide.
    /// </summary>
    private EquatableArray<NetworkAclEntry> Build(List<NetworkAclEntry> entries) => entries
        .Concat(this == Vpc.DefaultNetworkAcl && entries.Count == 1 && Vpc.Ipv6Blocks.Count > 0 ? [AllowAll(101, IpPrefix.AllIpv6)] : Array.Empty<NetworkAclEntry>())
        .OrderBy(entry => entry.Number)
        .ToEquatableArray();

    private static NetworkAclEntry AllowAll(int number, IpPrefix prefix) =>
        new(number, AclAction.Allow, Traffic.AllTraffic, new Sourced<IpPrefix>(prefix, Origin.None), Origin.None);

    private NetworkAclBuilder Add(
        List<NetworkAclEntry> entries,
        int number,
        AclAction action,
        TrafficSelector traffic,
        string prefix,
        Call call,
        Origin prefixOrigin)
    {
        var peer = Network.Problems.Prefix(prefix, prefixOrigin);
        var sound = Network.Problems.Accepts(traffic) && peer is not null;
        if (number is < 1 or > MaximumNumber)
        {
            Network.Problems.Add(
                ProblemKind.InvalidRuleNumber,
                $"entry number {number} of network ACL '{Name}' does not exist; a number is 1 to {MaximumNumber}",
                call.Of(nameof(number)));
        }
        else if (entries.FirstOrDefault(entry => entry.Number == number) is { } first)
        {
            Network.Problems.Add(new Problem(
                ProblemKind.RuleNumberTaken,
                $"network ACL '{Name}' has an entry {number} in this direction already; choose another number",
                call.Of(nameof(number)))
            {
                Other = first.Origin,
                Replacement = Enumerable.Range(number + 1, MaximumNumber - number)
                    .FirstOrDefault(free => entries.TrueForAll(entry => entry.Number != free)) is var next and > 0 ? next.ToString(CultureInfo.InvariantCulture) : null,
            });
        }
        else if (sound)
        {
            entries.Add(new NetworkAclEntry(number, action, traffic, peer!.Value, call.Origin));
        }

        return this;
    }
}

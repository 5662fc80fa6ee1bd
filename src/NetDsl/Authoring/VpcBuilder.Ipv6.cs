using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>IPv6.</content>
public sealed partial class VpcBuilder
{
    private readonly List<Sourced<IpPrefix>> ipv6Blocks = [];
    private readonly List<EgressOnlyInternetGatewayBuilder> egressOnlyGateways = [];

    /// <summary>The IPv6 blocks that it has so far, for example to route to them.</summary>
    public IReadOnlyList<string> Ipv6CidrBlocks => [.. ipv6Blocks.Select(block => block.ToString())];

    internal IReadOnlyList<Sourced<IpPrefix>> Ipv6Blocks => ipv6Blocks;

    internal IReadOnlyList<EgressOnlyInternetGatewayBuilder> EgressOnlyGateways => egressOnlyGateways;

    /// <summary>The blocks of both families.</summary>
    internal IEnumerable<IpPrefix> AllBlocks => blocks.Select(block => (IpPrefix)block.Value).Concat(ipv6Blocks.Select(block => block.Value));

    /// <summary>
    /// Adds an IPv6 block of the vendor's choice: a /56, here the lowest of 3fff:a00::/24 that no VPC declared before has. Source: "VPC CIDR blocks",
    /// Amazon VPC User Guide.
    /// </summary>
    public VpcBuilder AmazonIpv6Cidr([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Origin;
        if (IsLeftOut)
        {
            return this;
        }

        if (PrefixAllocation.NextFree([Ipv6Allocation.VendorRange], Network.Ipv6Blocks, Ipv6Allocation.BlockLength) is { } block)
        {
            AddIpv6(new Sourced<IpPrefix>(block, origin));
        }
        else
        {
            Network.Problems.Add(
                ProblemKind.InvalidPrefix,
                $"no /{Ipv6Allocation.BlockLength} is left in {Ipv6Allocation.VendorRange}, which stands for the vendor's range; name blocks with Ipv6Cidr(…)",
                origin);
        }

        return this;
    }

    /// <summary>
    /// Adds an IPv6 block of addresses that were brought along or are managed by IPAM. Source: "VPC CIDR blocks", Amazon VPC User Guide, and "Bring
    /// your own IP addresses (BYOIP) to Amazon EC2".
    /// </summary>
    /// <param name="cidr">A /56 that no other VPC has, for example <c>2001:db8:0:100::/56</c>.</param>
    public VpcBuilder Ipv6Cidr(string cidr, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(cidr));
        if (ReadIpv6(cidr, Ipv6Allocation.BlockLength, (44, 60), "an IPv6 block of a VPC", origin) is { } block && !IsLeftOut)
        {
            AddIpv6(block);
        }

        return this;
    }

    /// <summary>Declares a subnet without IPv4: every interface has an IPv6 address. Source: "Subnet types", Amazon VPC User Guide.</summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="zone">The availability zone: its letter, or its full name such as <c>us-east-1a</c>.</param>
    /// <param name="cidr">A /64 inside an IPv6 block of the VPC; the lowest that is free when left out.</param>
    /// <param name="configure">Describes what is inside.</param>
    public SubnetBuilder Ipv6OnlySubnet(
        string name,
        string zone,
        string? cidr = null,
        Action<SubnetBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var prefix = Ipv6PrefixOfSubnet(name, cidr, call.Of(cidr is null ? nameof(name) : nameof(cidr)));
        var zoneName = ZoneOf(zone, call.Of(nameof(zone)));
        var subnet = SubnetBuilder.Ipv6Only(
            this,
            Network.Names.Declare(ElementKind.Subnet, Id.Path, name, call.Of(nameof(name)), IsLeftOut || prefix is null || zoneName is null),
            prefix ?? default,
            new Sourced<string>(zoneName ?? "", call.Of(nameof(zone))));
        subnets.Add(subnet);
        configure?.Invoke(subnet);
        return subnet;
    }

    /// <summary>
    /// Declares an egress-only internet gateway: IPv6 connections that begin in the VPC pass it, and their replies. Source: "Enable outbound IPv6
    /// traffic using an egress-only internet gateway", Amazon VPC User Guide.
    /// </summary>
    /// <param name="name">Unique in the VPC, which has one.</param>
    public EgressOnlyInternetGatewayBuilder EgressOnlyInternetGateway(
        string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var declaration = Network.Names.Declare(ElementKind.EgressOnlyInternetGateway, Id.Path, name, call.Of(nameof(name)), IsLeftOut);
        var gateway = new EgressOnlyInternetGatewayBuilder(this, declaration);
        if (!gateway.IsLeftOut && egressOnlyGateways.Find(other => !other.IsLeftOut) is { } present)
        {
            Network.Problems.Add(
                ProblemKind.GatewayOfVpcAlready,
                $"VPC '{Name}' has the egress-only internet gateway '{present.Name}' already; a VPC has one",
                call.Of(nameof(name)),
                present.Origin);
            gateway.LeaveOut();
        }

        egressOnlyGateways.Add(gateway);
        return gateway;
    }

    /// <summary>The IPv6 prefix that a subnet of that name is given, or asks for; nothing where that is refused.</summary>
    internal Sourced<IpPrefix>? Ipv6PrefixOfSubnet(string name, string? cidr, Origin origin)
    {
        var asked = cidr is null ? null : ReadIpv6(cidr, Ipv6Allocation.SubnetLength, (44, 64), "the IPv6 prefix of a subnet", origin);

        // What is wrong with a VPC that is left out has been told.
        if (IsLeftOut || (cidr is not null && asked is null))
        {
            return null;
        }

        var others = subnets.Where(subnet => !subnet.IsLeftOut && subnet.Ipv6Prefix is not null).ToList();
        var prefix = asked?.Value ?? PrefixAllocation.NextFree(
            ipv6Blocks.Select(block => block.Value), others.Select(other => other.Ipv6Prefix!.Value.Value), Ipv6Allocation.SubnetLength);
        var overlapped = others.Find(other => prefix is { } wanted && other.Ipv6Prefix!.Value.Value.Overlaps(wanted));
        var fault =
            ipv6Blocks.Count == 0 ? $"VPC '{Name}' has no IPv6 block for subnet '{name}'; add one before, with AmazonIpv6Cidr() or Ipv6Cidr(…)"
            : prefix is not { } given ? $"no /{Ipv6Allocation.SubnetLength} is left in the IPv6 blocks of VPC '{Name}' for subnet '{name}'; add another block"
            : !ipv6Blocks.Exists(block => block.Value.Contains(given)) ? $"{given} does not lie in an IPv6 block of VPC '{Name}' ({string.Join(", ", ipv6Blocks)}); choose a prefix inside"
            : overlapped is not null ? $"{given} overlaps {overlapped.Ipv6Prefix} of subnet '{overlapped.Name}'; choose another prefix, or none and it is chosen"
            : null;
        if (fault is null)
        {
            return new Sourced<IpPrefix>(prefix!.Value, origin);
        }

        Network.Problems.Add(ProblemKind.InvalidPrefix, fault, origin, overlapped?.Ipv6Prefix?.Origin);
        return null;
    }

    /// <summary>Reads an IPv6 prefix of a length that the vendor takes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The usual length.</param>
    /// <param name="steps">The shortest and the longest one, of which every fourth is taken in some profiles.</param>
    /// <param name="of">What it is.</param>
    /// <param name="origin">Where it was written.</param>
    private Sourced<IpPrefix>? ReadIpv6(string text, int length, (int Shortest, int Longest) steps, string of, Origin origin)
    {
        if (Network.Problems.Prefix(text, origin) is not { } prefix)
        {
            return null;
        }

        var isInSteps = prefix.Value.Length >= steps.Shortest && prefix.Value.Length <= steps.Longest && prefix.Value.Length % 4 == 0;
        if (prefix.Value.IsIpv6 && isInSteps)
        {
            Network.Semantics.Need(
                profile => profile.Ipv6PrefixesInSteps || prefix.Value.Length == length,
                nameof(SemanticsProfile.Ipv6PrefixesInSteps),
                $"/{prefix.Value.Length} as {of}",
                origin);
            return prefix;
        }

        Network.Problems.Add(
            prefix.Value.IsIpv4 ? ProblemKind.PrefixFamily : ProblemKind.PrefixLength,
            prefix.Value.IsIpv4 ? $"{prefix} is an IPv4 prefix, and here an IPv6 prefix is meant; write one such as 2001:db8::/{length}"
                : $"{prefix} cannot be {of}; the vendor takes a /{length}",
            origin);
        return null;
    }

    private IEnumerable<Sourced<IpPrefix>> AllIpv6Blocks() =>
        Network.Regions.SelectMany(region => region.Vpcs).Where(vpc => !vpc.IsLeftOut).SelectMany(vpc => vpc.ipv6Blocks);

    private void AddIpv6(Sourced<IpPrefix> block)
    {
        var most = Network.Semantics.Profile.Quotas.Ipv6BlocksPerVpc;
        var taken = Network.Ipv6Blocks.Overlaps(block.Value) ? AllIpv6Blocks().FirstOrDefault(other => other.Value.Overlaps(block.Value)) : default;
        var elsewhere = Network.Regions.FirstOrDefault(region => region != Region && region.ByoipRangeOf(block.Value) is not null);
        var (kind, fault) =
            ipv6Blocks.Count >= most ? (ProblemKind.QuotaExceeded, $"VPC '{Name}' has {ipv6Blocks.Count} IPv6 blocks already, the vendor's quota; use another VPC")
            : !InternetRanges.Carries(block.Value.First) ? (ProblemKind.InvalidPrefix, $"{block} is not of the addresses that the internet carries, 2000::/3; choose a block of them")
            : taken.Origin is not null ? (ProblemKind.NamedAlready, $"{block} overlaps {taken}, which a VPC has already; IPv6 addresses exist once")
            : elsewhere is not null ? (ProblemKind.Conflict, $"{block} was brought along to region {elsewhere.Name}, and VPC '{Name}' is in {Region.Name}; a range is in one region")
            : (default, null);
        if (fault is not null)
        {
            Network.Problems.Add(kind, fault, block.Origin, taken.Origin);
            return;
        }

        ipv6Blocks.Add(block);
        Network.Ipv6Blocks.Add(block.Value);
    }

    private EquatableArray<IpPrefix> UnadvertisedIpv6Blocks() => ipv6Blocks
        .Select(block => block.Value)
        .Where(block => Region.ByoipRangeOf(block) is { IsAdvertised: false })
        .ToEquatableArray();
}

using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>IPv6 of interface endpoints.</content>
public sealed partial class InterfaceEndpointBuilder
{
    private IpAddressType addressType;
    private Origin? addressTypeOrigin;
    private DnsRecordIpType? records;
    private Origin? recordsOrigin;

    IpAddressType IManagesInterfaces.AddressType => addressType;

    // Source: "IPv6 support", AWS PrivateLink guide: its IPv6 addresses are unreachable from the internet.
    bool IManagesInterfaces.DeniesInternetGatewayTraffic => addressType != NetDsl.IpAddressType.Ipv4;

    // [M]: the vendor leaves open what is taken for a dual-stack endpoint where nothing is said.
    private DnsRecordIpType Records => records ?? addressType switch
    {
        NetDsl.IpAddressType.Ipv6 => NetDsl.DnsRecordIpType.Ipv6,
        NetDsl.IpAddressType.Dualstack => NetDsl.DnsRecordIpType.Dualstack,
        _ => NetDsl.DnsRecordIpType.Ipv4,
    };

    /// <summary>
    /// Says which addresses its interfaces have: IPv4, which is the vendor's default; both, in subnets that have both; or IPv6, in subnets without IPv4. The service
    /// has to take requests of these families. Source: "IP address types" in "Access an AWS service using an interface VPC endpoint", AWS PrivateLink guide.
    /// </summary>
    /// <param name="type">The families.</param>
    public InterfaceEndpointBuilder IpAddressType(IpAddressType type, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        addressType = type;
        addressTypeOrigin = Call.Here(file, line).Of(nameof(type));
        return this;
    }

    /// <summary>
    /// Says which records its names have; those of its families when nothing is said. Source: "DNS record IP type" in "Access an AWS service using an interface VPC
    /// endpoint", AWS PrivateLink guide.
    /// </summary>
    /// <param name="type">The records.</param>
    public InterfaceEndpointBuilder DnsRecordIpType(DnsRecordIpType type, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        records = type;
        recordsOrigin = Call.Here(file, line).Of(nameof(type));
        return this;
    }

    /// <summary>What the types do not go with, whatever was written first.</summary>
    internal IEnumerable<Problem> AddressTypeProblems()
    {
        var (target, supported) = service.Value switch
        {
            EndpointServiceBuilder own => ((ElementBuilder)own, own.AddressTypes),
            ServiceBuilder vendors => (vendors, vendors.AddressTypes),
            _ => (this, NetDsl.IpAddressType.Dualstack),
        };
        if (supported != NetDsl.IpAddressType.Dualstack && supported != addressType)
        {
            yield return Conflict(
                $"service '{target.Name}' takes requests of type {supported}, and endpoint '{Name}' is of type {addressType}; call SupportedIpAddressTypes(…) on the service, or IpAddressType(IpAddressType.{supported}) on the endpoint",
                addressTypeOrigin ?? service.Origin,
                target.Origin);
        }

        if (records is { } told && !GoesWith(told))
        {
            yield return Conflict(
                $"endpoint '{Name}' is of type {addressType}, and cannot have records of type {told}; it needs the addresses that they tell",
                recordsOrigin!,
                addressTypeOrigin);
        }

        foreach (var each in interfaces)
        {
            if (Fault(each.Subnet) is { } fault)
            {
                yield return Conflict(fault, each.Origin, each.Subnet.Origin);
            }
            else if (addressType == NetDsl.IpAddressType.Ipv4 && each.FixedIpv6Origin is { } origin)
            {
                yield return Conflict($"endpoint '{Name}' is of type Ipv4, and has no IPv6 addresses; call IpAddressType(IpAddressType.Dualstack)", origin);
            }
        }
    }

    // A subnet without IPv4 is told of by the rule for everything that needs IPv4.
    private string? Fault(SubnetBuilder subnet) => addressType switch
    {
        NetDsl.IpAddressType.Ipv6 when !subnet.IsIpv6Only =>
            $"endpoint '{Name}' is of type Ipv6, and subnet '{subnet.Name}' has IPv4 too; use IpAddressType.Dualstack, or a subnet from Ipv6OnlySubnet(…)",
        NetDsl.IpAddressType.Dualstack when !subnet.IsIpv6Only && subnet.Ipv6Prefix is null =>
            $"endpoint '{Name}' is dual-stack, and subnet '{subnet.Name}' has no IPv6 prefix; give it one with Ipv6Cidr()",
        _ => null,
    };

    private bool GoesWith(DnsRecordIpType told) => told switch
    {
        NetDsl.DnsRecordIpType.Ipv4 => addressType != NetDsl.IpAddressType.Ipv6,
        NetDsl.DnsRecordIpType.Ipv6 => addressType != NetDsl.IpAddressType.Ipv4,
        _ => addressType == NetDsl.IpAddressType.Dualstack,
    };

    private static Problem Conflict(string text, Origin origin, Origin? other = null) => new(ProblemKind.Conflict, text, origin) { Other = other };
}

/// <content>IPv6 of gateway endpoints.</content>
public sealed partial class GatewayEndpointBuilder
{
    private IpAddressType addressType;
    private Origin? addressTypeOrigin;
    private DnsRecordIpType? records;
    private Origin? recordsOrigin;

    /// <summary>
    /// Says which prefix lists of the service its tables lead to it: that of IPv4, which is the vendor's default; both, where the subnets of the tables have both
    /// families; or that of IPv6, where they have no IPv4. Source: "IP address type" in "Gateway endpoints", AWS PrivateLink guide.
    /// </summary>
    /// <param name="type">The families. For IPv6 the service needs IPv6 addresses, <see cref="ServiceBuilder.Ipv6Cidr"/>.</param>
    public GatewayEndpointBuilder IpAddressType(IpAddressType type, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        addressType = type;
        addressTypeOrigin = Call.Here(file, line).Of(nameof(type));
        if (type != NetDsl.IpAddressType.Ipv4 && !IsLeftOut)
        {
            Network.Semantics.Need(
                profile => profile.DualStackGatewayEndpoints,
                nameof(SemanticsProfile.DualStackGatewayEndpoints),
                $"IPv6 of gateway endpoint '{Name}'",
                addressTypeOrigin);
        }

        return this;
    }

    /// <summary>
    /// Says which records the names of the service have inside the VPC; when nothing is said, those of the name that is asked for: A records for its regional name,
    /// both for its dual-stack name. Source: "DNS record IP type" in "Gateway endpoints", AWS PrivateLink guide.
    /// </summary>
    /// <param name="type">The records. Others than the service's own are for S3, in a VPC with DNS support and DNS host names.</param>
    public GatewayEndpointBuilder DnsRecordIpType(DnsRecordIpType type, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        records = type;
        recordsOrigin = Call.Here(file, line).Of(nameof(type));
        return this;
    }

    /// <summary>What the types do not go with, whatever was written first.</summary>
    internal IEnumerable<Problem> AddressTypeProblems() =>
        (addressType == NetDsl.IpAddressType.Ipv4 ? [] : FamilyProblems()).Concat(records is { } told and not NetDsl.DnsRecordIpType.ServiceDefined ? RecordProblems(told) : []);

    private IEnumerable<Problem> FamilyProblems()
    {
        if (Service.Ipv6Prefix is null)
        {
            yield return Conflict(
                $"service '{Service.Name}' has no IPv6 addresses, and endpoint '{Name}' is of type {addressType}; call Ipv6Cidr() on the service",
                addressTypeOrigin!,
                Service.Origin);
        }

        foreach (var subnet in Vpc.DeclaredSubnets.Where(subnet => !subnet.IsLeftOut && tables.Contains(subnet.EffectiveRouteTable)))
        {
            var fault = addressType == NetDsl.IpAddressType.Ipv6 && !subnet.IsIpv6Only
                ? $"endpoint '{Name}' is of type Ipv6, and subnet '{subnet.Name}' of route table '{subnet.EffectiveRouteTable.Name}' has IPv4; use IpAddressType.Dualstack, or a table of subnets from Ipv6OnlySubnet(…)"
                : addressType == NetDsl.IpAddressType.Dualstack && (subnet.IsIpv6Only || subnet.Ipv6Prefix is null)
                    ? $"endpoint '{Name}' is dual-stack, and subnet '{subnet.Name}' of route table '{subnet.EffectiveRouteTable.Name}' has {(subnet.IsIpv6Only ? "no IPv4; use IpAddressType.Ipv6 for a table of such subnets" : "no IPv6 prefix; give it one with Ipv6Cidr()")}"
                    : null;
            if (fault is not null)
            {
                yield return Conflict(fault, addressTypeOrigin!, subnet.Origin);
            }
        }
    }

    private IEnumerable<Problem> RecordProblems(DnsRecordIpType told)
    {
        if (Service.Name != "s3")
        {
            yield return Conflict($"the records of service '{Service.Name}' cannot be changed; leave DnsRecordIpType out for endpoint '{Name}'", recordsOrigin!, Service.Origin);
        }
        else if (!GoesWith(told))
        {
            yield return Conflict(
                $"endpoint '{Name}' is of type {addressType}, and cannot have records of type {told}; it needs the prefix lists of the addresses that they tell",
                recordsOrigin!,
                addressTypeOrigin);
        }
        else if (!Vpc.HasDnsNames)
        {
            yield return Conflict(
                $"endpoint '{Name}' changes the records of service '{Service.Name}', for which VPC '{Vpc.Name}' needs DNS support and DNS host names; call DnsHostnames() on it",
                recordsOrigin!,
                Vpc.Origin);
        }
    }

    private bool GoesWith(DnsRecordIpType told) => told switch
    {
        NetDsl.DnsRecordIpType.Ipv4 => addressType != NetDsl.IpAddressType.Ipv6,
        NetDsl.DnsRecordIpType.Ipv6 => addressType != NetDsl.IpAddressType.Ipv4,
        _ => addressType == NetDsl.IpAddressType.Dualstack,
    };

    private static Problem Conflict(string text, Origin origin, Origin? other = null) => new(ProblemKind.Conflict, text, origin) { Other = other };
}

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

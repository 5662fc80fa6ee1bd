using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>IPv6.</content>
public sealed partial class SubnetBuilder
{
    private readonly HashSet<IpAddress> fixedIpv6Addresses = [];
    private bool assignsIpv6;
    private bool dns64;

    /// <summary>Its IPv6 prefix, for example to route to it; empty when it has none.</summary>
    public string Ipv6CidrBlock => Ipv6Prefix?.ToString() ?? "";

    /// <summary>Its IPv6 prefix, if it has one.</summary>
    internal Sourced<IpPrefix>? Ipv6Prefix { get; private set; }

    /// <summary>Whether it has no IPv4 addresses.</summary>
    internal bool IsIpv6Only { get; private init; }

    /// <summary>Whether its interfaces get IPv6 addresses without asking.</summary>
    internal bool AssignsIpv6 => assignsIpv6 || IsIpv6Only;

    /// <summary>Its IPv4 prefix; the IPv6 prefix where it has no other.</summary>
    internal Sourced<IpPrefix> FirstPrefix => IsIpv6Only ? Ipv6Prefix!.Value : new Sourced<IpPrefix>(Prefix.Value, Prefix.Origin);

    /// <summary>Its prefixes of both families.</summary>
    internal IEnumerable<IpPrefix> Prefixes =>
        IsIpv6Only || Ipv6Prefix is null ? [FirstPrefix.Value] : [FirstPrefix.Value, Ipv6Prefix.Value.Value];

    /// <summary>Gives the subnet an IPv6 prefix too. Source: "Subnet CIDR blocks", Amazon VPC User Guide.</summary>
    /// <param name="cidr">A /64 inside an IPv6 block of the VPC; the lowest that no subnet declared before has when left out.</param>
    public SubnetBuilder Ipv6Cidr(string? cidr = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        AddIpv6(cidr, cidr is null ? call.Origin : call.Of(nameof(cidr)));
        return this;
    }

    /// <summary>
    /// Gives the interfaces of hosts in the subnet an IPv6 address without their asking, and the subnet an IPv6 prefix if it has none. Source:
    /// "Modify the IPv6 addressing attribute of your subnet", Amazon VPC User Guide.
    /// </summary>
    public SubnetBuilder AssignIpv6([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        assignsIpv6 = true;
        if (Ipv6Prefix is null)
        {
            AddIpv6(null, Call.Here(file, line).Origin);
        }

        return this;
    }

    /// <summary>
    /// Lets the resolver answer hosts of the subnet that ask for a name that has IPv4 addresses only with addresses of 64:ff9b::/96, which a route
    /// to a NAT gateway leads there. Source: "DNS64 and NAT64", Amazon VPC User Guide.
    /// </summary>
    public SubnetBuilder Dns64()
    {
        dns64 = true;
        return this;
    }

    internal static SubnetBuilder Ipv6Only(VpcBuilder vpc, Declaration declaration, Sourced<IpPrefix> prefix, Sourced<string> zone) =>
        new(vpc, declaration, declaration.IsLeftOut ? "" : prefix.Value.ToString(), default, zone)
        {
            Ipv6Prefix = prefix,
            IsIpv6Only = true,
        };

    /// <summary>Reads an IPv6 address that the user fixed: inside the subnet, not reserved, and free.</summary>
    internal IpAddress? FixIpv6Address(string text, Origin origin)
    {
        if (!IpAddress.TryParse(text, out var address) || address.IsIpv4)
        {
            Network.Problems.Add(
                ProblemKind.InvalidAddress, $"{Quotation.Of(text)} is not an IPv6 address; write one such as 2001:db8::4", origin);
            return null;
        }

        var (kind, fault) = !Ipv6Prefix!.Value.Value.Contains(address) ? (ProblemKind.AddressOutsideSubnet, $"{address} is not in subnet '{Name}' ({Ipv6Prefix}); choose an address inside")
            : Ipv6Allocation.IsReserved(Ipv6Prefix.Value.Value, address)
                ? (ProblemKind.AddressReserved, $"{address} is reserved: the vendor keeps the first four addresses and the last of subnet '{Name}' ({Ipv6Prefix})")
            : !fixedIpv6Addresses.Add(address) ? (ProblemKind.AddressTaken, $"{address} is taken already in subnet '{Name}'; choose another")
            : (default, null);
        if (fault is null)
        {
            return address;
        }

        Network.Problems.Add(kind, fault, origin);
        return null;
    }

    private void AddIpv6(string? cidr, Origin origin)
    {
        if (IsLeftOut)
        {
            return;
        }

        if (Ipv6Prefix is { } present)
        {
            Network.Problems.Add(
                ProblemKind.AssociatedAlready, $"subnet '{Name}' has the IPv6 prefix {present} already; a subnet has one", origin, present.Origin);
            return;
        }

        Ipv6Prefix = Vpc.Ipv6PrefixOfSubnet(Name, cidr, origin);
    }
}

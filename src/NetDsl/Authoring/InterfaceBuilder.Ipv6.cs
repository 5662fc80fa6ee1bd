using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>IPv6.</content>
public sealed partial class InterfaceBuilder
{
    private readonly List<IpAddress?> ipv6Addresses = [];

    /// <summary>What it has asked for; nothing stands for an address of the vendor's choice.</summary>
    internal IReadOnlyList<IpAddress?> Ipv6Addresses =>
        ipv6Addresses.Count == 0 && (Manager is null ? Subnet.AssignsIpv6 : Manager.AddressType != IpAddressType.Ipv4) ? [null] : ipv6Addresses;

    /// <summary>Where the user fixed one; nothing when nobody did.</summary>
    internal Origin? FixedIpv6Origin { get; private set; }

    /// <summary>
    /// Gives it an IPv6 address, which the internet sees as it is: nothing translates it. Source: "Multiple IP addresses", Amazon EC2 User Guide.
    /// </summary>
    /// <param name="address">Free, not reserved, in the IPv6 prefix of the subnet; the lowest that is free when left out.</param>
    public InterfaceBuilder Ipv6Address(string? address = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        AddIpv6(address, address is null ? call.Origin : call.Of(nameof(address)));
        return this;
    }

    internal void AddIpv6(string? address, Origin origin)
    {
        if (IsLeftOut || Subnet.IsLeftOut)
        {
            return;
        }

        if (Subnet.Ipv6Prefix is null)
        {
            Network.Problems.Add(new Problem(
                ProblemKind.NoIpv6Prefix, $"subnet '{Subnet.Name}' of interface '{Name}' has no IPv6 prefix; give it one before, with Ipv6Cidr()", origin)
            {
                Other = Subnet.Origin,
                Call = "Ipv6Cidr()",
                CallPlace = Subnet.Origin,
            });
            return;
        }

        if (address is null)
        {
            ipv6Addresses.Add(null);
        }
        else if (Subnet.FixIpv6Address(address, origin) is { } known)
        {
            ipv6Addresses.Add(known);
            FixedIpv6Origin ??= origin;
        }
    }

    /// <summary>Says that the address of an interface in a subnet without IPv4 has no public one beside it.</summary>
    private bool IsWithoutIpv4(Origin origin)
    {
        if (!Subnet.IsIpv6Only)
        {
            return false;
        }

        Network.Problems.Add(
            ProblemKind.NoIpv4Addresses,
            $"subnet '{Subnet.Name}' of interface '{Name}' has no IPv4 addresses, and only these have public ones beside them; its IPv6 address is public as it is",
            origin,
            Subnet.Origin);
        return true;
    }
}

using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>IPv6.</content>
public sealed partial class TargetGroupBuilder
{
    private IpAddressType addressType;

    internal bool IsIpv6 => addressType == NetDsl.IpAddressType.Ipv6;

    /// <summary>
    /// Says in which family targets are spoken to: all of a group in one. IPv6 targets are for dual-stack load balancers. Source: "IP address type" in "Target
    /// groups for your Network Load Balancers", User Guide for Network Load Balancers.
    /// </summary>
    /// <param name="type">IPv4, which is the vendor's default, or IPv6; said before the first target is registered.</param>
    public TargetGroupBuilder IpAddressType(IpAddressType type, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(type));
        if (type == NetDsl.IpAddressType.Dualstack)
        {
            Conflict($"the targets of a group have addresses of one family; write IpAddressType.Ipv4 or IpAddressType.Ipv6 for target group '{Name}'", origin);
        }
        else if (type != addressType && targets.Count > 0)
        {
            Conflict($"target group '{Name}' has targets already, whose family it is; call IpAddressType(…) before", origin, targets[0].Origin);
        }
        else
        {
            addressType = type;
        }

        return this;
    }

    /// <summary>Instances that have no IPv6 address to be spoken to by, whatever was written first.</summary>
    internal IEnumerable<Problem> AddressTypeProblems() =>
        from target in IsIpv6 ? targets : []
        where target.Interface is { IsLeftOut: false, Ipv6Addresses.Count: 0 }
        select new Problem(
            ProblemKind.TargetWithoutIpv6,
            $"instance '{target.Interface!.Instance!.Name}' has no IPv6 address, and target group '{Name}' sends to IPv6 addresses; give it one with Ipv6Address()",
            target.Origin)
        {
            Other = target.Interface.Origin,
            Call = "Ipv6Address()",
            CallPlace = target.Interface.Origin,
        };

    /// <summary>Reads an address of the family of the group; a fault is a problem at its text.</summary>
    private IpAddress? Read(string text, Origin origin)
    {
        if (!IsIpv6)
        {
            return Network.Problems.Address(text, origin);
        }

        if (IpAddress.TryParse(text, out var address) && address.IsIpv6)
        {
            return address;
        }

        Network.Problems.Add(
            ProblemKind.InvalidAddress,
            $"{Quotation.Of(text)} is not an IPv6 address, and target group '{Name}' has IPv6 targets; write one such as 2001:db8::4",
            origin);
        return null;
    }
}

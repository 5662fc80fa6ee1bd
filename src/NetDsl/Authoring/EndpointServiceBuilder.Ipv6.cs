using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>IPv6.</content>
public sealed partial class EndpointServiceBuilder
{
    private Origin addressTypesOrigin = Origin.None;

    internal IpAddressType AddressTypes { get; private set; }

    /// <summary>
    /// Says of which families requests of consumers may be; IPv4 only when nothing is said. For IPv6 all its load balancers are dual-stack; their targets need no
    /// IPv6. Source: "Modify the supported IP address types", AWS PrivateLink guide.
    /// </summary>
    /// <param name="types">The families.</param>
    public EndpointServiceBuilder SupportedIpAddressTypes(IpAddressType types, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(types));
        if (IsOfAppliances && types != IpAddressType.Ipv4)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"endpoint service '{Name}' has Gateway Load Balancers, whose endpoints carry both families and have IPv4 addresses here; leave the call out",
                origin);
            return this;
        }

        (AddressTypes, addressTypesOrigin) = (types, origin);
        return this;
    }

    /// <summary>Load balancers that take no IPv6, whatever was written first.</summary>
    internal IEnumerable<Problem> AddressTypeProblems() =>
        from balancer in AddressTypes == IpAddressType.Ipv4 ? [] : loadBalancers
        where !balancer.IsDualstack && !balancer.IsLeftOut
        select new Problem(
            ProblemKind.Conflict,
            $"endpoint service '{Name}' takes IPv6, and its load balancer '{balancer.Name}' is of type Ipv4; call IpAddressType(IpAddressType.Dualstack) on it",
            addressTypesOrigin)
        {
            Other = balancer.Origin,
        };
}

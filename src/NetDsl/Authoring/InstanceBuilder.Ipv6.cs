using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>IPv6.</content>
public sealed partial class InstanceBuilder
{
    /// <summary>Gives the primary interface an IPv6 address, which the internet sees as it is.</summary>
    /// <param name="address">Free, not reserved, in the IPv6 prefix of the subnet; the lowest that is free when left out.</param>
    public InstanceBuilder Ipv6Address(string? address = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Primary.Ipv6Address(address, file, line);
        return this;
    }
}

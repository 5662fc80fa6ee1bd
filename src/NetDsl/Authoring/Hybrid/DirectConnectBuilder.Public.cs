using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Public virtual interfaces.</content>
public abstract partial class DirectConnectPortBuilder
{
    /// <summary>The autonomous system that the vendor speaks of on public virtual interfaces.</summary>
    private const uint VendorAsn = 7224;

    /// <summary>
    /// Declares a public virtual interface, which leads to the public addresses of the vendor's services and of what is in VPCs, and not to the
    /// rest of the internet. Source: "AWS Direct Connect virtual interfaces and hosted virtual interfaces".
    /// </summary>
    /// <param name="name">Unique on the connection.</param>
    /// <param name="vlan">1 to 4094, once on the connection.</param>
    /// <param name="prefix">
    /// A public prefix of the site that is registered for it; <see cref="VirtualInterfaceBuilder.Register"/> adds others. The vendor takes packets
    /// from no other addresses.
    /// </param>
    /// <param name="asn">The autonomous system of the site's router; the site's when left out.</param>
    public VirtualInterfaceBuilder PublicVirtualInterface(
        string name,
        int vlan,
        string prefix,
        long? asn = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var added = Add(name, VirtualInterfaceKind.Public, vlan, LocationRegion, VendorAsn, asn, call);
        if (!added.TryRegister(prefix, call.Of(nameof(prefix))))
        {
            added.LeaveOut();
        }

        return added;
    }
}

using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>A virtual private gateway of the VPC's own.</content>
public sealed partial class VpcBuilder
{
    /// <summary>Declares a virtual private gateway and attaches it to this VPC.</summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="asn">Its autonomous system: a private number, 64512 to 65534 or 4200000000 to 4294967294.</param>
    public VpnGatewayBuilder VpnGateway(
        string name, long asn = 64512, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var gateway = Region.DeclareVpnGateway(name, asn, call, IsLeftOut);
        gateway.Attach(this, call.Of(nameof(name)));
        return gateway;
    }
}

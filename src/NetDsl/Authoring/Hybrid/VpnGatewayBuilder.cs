using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>What a VPN connection can end at in the vendor's network.</summary>
internal interface IVpnTarget
{
    ElementId Id { get; }

    /// <summary>Its autonomous system.</summary>
    uint Asn { get; }
}

/// <summary>
/// A virtual private gateway: where VPN connections and private virtual interfaces of a VPC end. Attached to no VPC it is a hub
/// between sites.
/// </summary>
public sealed partial class VpnGatewayBuilder : ElementBuilder, IRouteTarget, IVpnTarget
{
    internal VpnGatewayBuilder(RegionBuilder region, Declaration declaration, uint asn)
        : base(region.Network, declaration)
    {
        Region = region;
        Asn = asn;
    }

    /// <summary>The region.</summary>
    public RegionBuilder Region { get; }

    /// <summary>Its autonomous system.</summary>
    internal uint Asn { get; }

    uint IVpnTarget.Asn => Asn;

    internal VpcBuilder? Vpc { get; private set; }

    /// <summary>Attaches it to a VPC. A gateway is attached to one VPC, and a VPC has one gateway.</summary>
    /// <param name="vpc">A VPC of the same region.</param>
    public VpnGatewayBuilder AttachTo(VpcBuilder vpc, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Attach(vpc, Call.Here(file, line).Of(nameof(vpc)));
        return this;
    }

    /// <summary>Declares a VPN connection with a customer gateway: two tunnels, with BGP until a static route is added.</summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="customerGateway">The device at the site.</param>
    public VpnConnectionBuilder VpnConnection(
        string name,
        CustomerGatewayBuilder customerGateway,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Region.DeclareVpnConnection(name, customerGateway, this, call.Of(nameof(name)), call.Of(nameof(customerGateway)));
    }

    internal void Attach(VpcBuilder to, Origin origin)
    {
        if (IsLeftOut || to.IsLeftOut || Vpc == to)
        {
            return;
        }

        if (to.Region != Region)
        {
            Network.Problems.Add(
                ProblemKind.OtherRegion,
                $"virtual private gateway '{Id.Path}' is of another region than VPC '{to.Id.Path}'; declare one there",
                origin);
        }
        else if (Vpc is not null)
        {
            Network.Problems.Add(
                ProblemKind.GatewayAttachedAlready,
                $"virtual private gateway '{Name}' is attached to VPC '{Vpc.Name}' already; declare another for VPC '{to.Name}'",
                origin,
                Vpc.Origin);
        }
        else if (to.AttachedVpnGateway is { } present)
        {
            Network.Problems.Add(
                ProblemKind.GatewayOfVpcAlready,
                $"VPC '{to.Name}' has the virtual private gateway '{present.Name}' already; a VPC has one, a transit gateway joins several",
                origin,
                present.Origin);
            LeaveOut();
        }
        else
        {
            Vpc = to;
            to.AttachedVpnGateway = this;
        }
    }

    internal VpnGateway Build() => new(Id, Origin, Region.Id, Asn, Vpc?.Id) { RouteTable = Table?.Value.Id };
}

using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Route propagation.</content>
public sealed partial class RouteTableBuilder
{
    private readonly List<Sourced<VpnGatewayBuilder>> propagations = [];

    /// <summary>
    /// Installs by itself what a virtual private gateway learns from sites: by Direct Connect, static VPN routes and BGP. A static route to
    /// the same prefix wins, and so does the VPC's own block over everything inside it. Source: "Configure route tables", Amazon VPC User Guide.
    /// </summary>
    /// <param name="gateway">The virtual private gateway that is attached to this VPC.</param>
    public RouteTableBuilder Propagate(VpnGatewayBuilder gateway, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(gateway));
        if (IsLeftOut || gateway.IsLeftOut || propagations.Exists(known => known.Value == gateway))
        {
            return this;
        }

        if (gateway.Vpc != Vpc)
        {
            Network.Problems.Add(
                ProblemKind.PropagationFromElsewhere,
                gateway.Vpc is null
                    ? $"virtual private gateway '{gateway.Name}' is attached to no VPC at this point; attach it to VPC '{Vpc.Name}' first, with AttachTo"
                    : $"virtual private gateway '{gateway.Name}' is attached to VPC '{gateway.Vpc.Name}', and so propagates into tables of that VPC only",
                origin,
                gateway.Origin);
            return this;
        }

        propagations.Add(new Sourced<VpnGatewayBuilder>(gateway, origin));
        return this;
    }

    private EquatableArray<Sourced<ElementId>> BuildPropagations() => propagations
        .Where(propagation => !propagation.Value.IsLeftOut)
        .Select(propagation => new Sourced<ElementId>(propagation.Value.Id, propagation.Origin))
        .ToEquatableArray();
}

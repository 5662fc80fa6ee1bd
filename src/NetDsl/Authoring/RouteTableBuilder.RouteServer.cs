using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Route propagation from route servers.</content>
public sealed partial class RouteTableBuilder
{
    private readonly List<Sourced<RouteServerBuilder>> routeServers = [];

    /// <summary>
    /// Installs by itself the best route that a route server knows to each prefix. A static route to the same prefix wins. Source: "Dynamic routing in
    /// your VPC using VPC Route Server", Amazon VPC User Guide.
    /// </summary>
    /// <param name="server">A route server of the VPC of this table, which may be one of a subnet or of an internet gateway.</param>
    public RouteTableBuilder Propagate(RouteServerBuilder server, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(server));
        if (IsLeftOut || server.IsLeftOut || routeServers.Exists(known => known.Value == server))
        {
            return this;
        }

        if (server.Vpc != Vpc)
        {
            Network.Problems.Add(
                ProblemKind.PropagationFromElsewhere,
                $"route server '{server.Name}' is of VPC '{server.Vpc.Name}', and so propagates into tables of that VPC only",
                origin,
                server.Origin);
            return this;
        }

        routeServers.Add(new Sourced<RouteServerBuilder>(server, origin));
        return this;
    }

    /// <summary>Whether anything is installed in it by itself.</summary>
    internal bool Propagates => BuildRouteServers().Count + BuildPropagations().Count > 0;

    private EquatableArray<Sourced<ElementId>> BuildRouteServers() => routeServers
        .Where(propagation => !propagation.Value.IsLeftOut)
        .Select(propagation => new Sourced<ElementId>(propagation.Value.Id, propagation.Origin))
        .ToEquatableArray();
}

using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Route servers.</content>
public sealed partial class VpcBuilder
{
    private readonly List<RouteServerBuilder> routeServers = [];

    internal IReadOnlyList<RouteServerBuilder> RouteServers => routeServers;

    /// <summary>
    /// Declares a VPC Route Server: it learns prefixes from appliances by BGP, and <see cref="RouteTableBuilder.Propagate(RouteServerBuilder, string, int)"/>
    /// installs the best routes in a table. Source: "Dynamic routing in your VPC using VPC Route Server", Amazon VPC User Guide.
    /// </summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="asn">The autonomous system of the vendor's side, 1 to 4294967294; the vendor recommends a private number.</param>
    /// <param name="configure">Adds endpoints and peers.</param>
    public RouteServerBuilder RouteServer(
        string name,
        long asn = 64512,
        Action<RouteServerBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        Network.Semantics.Need(
            profile => profile.RouteServers, nameof(SemanticsProfile.RouteServers), $"route server {Quotation.Of(name)}", call.Of(nameof(name)));
        var number = Network.Problems.Asn(asn, call.Of(nameof(asn)));
        var server = new RouteServerBuilder(
            this, Network.Names.Declare(ElementKind.RouteServer, Id.Path, name, call.Of(nameof(name)), IsLeftOut || number is null), number ?? 0);
        routeServers.Add(server);
        configure?.Invoke(server);
        return server;
    }
}

using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>References to prefix lists.</content>
public sealed partial class TransitGatewayRouteTableBuilder
{
    private readonly List<(Sourced<PrefixListBuilder> List, TransitGatewayAttachmentBuilder? Attachment, Origin Origin)> listRoutes = [];

    /// <summary>
    /// Adds a static route to each entry of a prefix list. A static route that names a prefix itself has priority over an entry of the same prefix, and an
    /// entry over a propagated route. Source: "Prefix list references", Amazon VPC Transit Gateways guide.
    /// </summary>
    /// <param name="destinations">A prefix list of the region; a table refers to a list once. Its maximum weighs against the quota of routes.</param>
    /// <param name="attachment">Where they lead.</param>
    public TransitGatewayRouteTableBuilder Route(
        PrefixListBuilder destinations,
        TransitGatewayAttachmentBuilder attachment,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return TakesRoutes(attachment, call.Of(nameof(attachment))) ? Add(destinations, attachment, call, call.Of(nameof(destinations))) : this;
    }

    /// <summary>Adds a static route that drops to each entry of a prefix list. Source: "Prefix list references", Amazon VPC Transit Gateways guide.</summary>
    /// <param name="destinations">A prefix list of the region; a table refers to a list once. Its maximum weighs against the quota of routes.</param>
    public TransitGatewayRouteTableBuilder Blackhole(
        PrefixListBuilder destinations, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(destinations, null, call, call.Of(nameof(destinations)));
    }

    /// <summary>What the static routes weigh against the quota: a list as many as it may have entries, whatever it has.</summary>
    internal int Weight => IsLeftOut ? 0 : routes.Count + listRoutes.Sum(route => route.List.Value.MaximumEntries);

    private TransitGatewayRouteTableBuilder Add(
        PrefixListBuilder destinations, TransitGatewayAttachmentBuilder? attachment, Call call, Origin listOrigin)
    {
        if (!destinations.IsUsableIn(Gateway.Region, listOrigin) || IsLeftOut)
        {
            return this;
        }

        if (listRoutes.FirstOrDefault(route => route.List.Value == destinations) is { Origin: not null } first)
        {
            Network.Problems.Add(
                ProblemKind.RouteTwice,
                $"transit gateway route table '{Name}' refers to prefix list '{destinations.Name}' already; a table has one reference to a list",
                listOrigin,
                first.Origin);
        }
        else if (HasRoomFor(destinations.MaximumEntries, $"prefix list '{destinations.Name}'", listOrigin))
        {
            listRoutes.Add((new Sourced<PrefixListBuilder>(destinations, listOrigin), attachment, call.Origin));
        }

        return this;
    }

    /// <summary>Asks the quota of the gateway. Source: "Quotas for your transit gateways", Amazon VPC Transit Gateways guide.</summary>
    private bool HasRoomFor(int weight, string what, Origin origin)
    {
        var most = Network.Semantics.Profile.Quotas.RoutesPerTransitGateway;
        var present = Gateway.WeightOfRoutes;
        if (present + weight <= most)
        {
            return true;
        }

        Network.Problems.Add(
            ProblemKind.QuotaExceeded,
            $"{what} weighs {weight} of the {most} routes that all tables of transit gateway '{Gateway.Name}' may hold, and {present} are there already; route to a summary, or declare prefix lists with a smaller maximum, which is what they weigh",
            origin,
            Gateway.Origin);
        return false;
    }

    // The list as it is in the end: what refers to a list follows its newest version.
    private IEnumerable<TransitGatewayRoute> BuildListRoutes() => listRoutes
        .Where(route => route.Attachment is not { IsLeftOut: true })
        .SelectMany(route => route.List.Value.Entries.Select(entry =>
            new TransitGatewayRoute(new Sourced<IpPrefix>(entry.Value, route.List.Origin), route.Attachment?.Id, route.Origin)
            {
                PrefixList = route.List.Value.Id,
            }));
}

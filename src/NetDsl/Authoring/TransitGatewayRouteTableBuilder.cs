using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A route table of a transit gateway. Association says whose packets it routes; propagation says whose blocks it knows.
/// Source: "How Amazon VPC Transit Gateways work".
/// </summary>
public sealed partial class TransitGatewayRouteTableBuilder : ElementBuilder
{
    private readonly List<Sourced<TransitGatewayAttachmentBuilder>> propagations = [];
    private readonly HashSet<TransitGatewayAttachmentBuilder> propagating = [];
    private readonly Declared<IpPrefix, (Sourced<IpPrefix> Destination, TransitGatewayAttachmentBuilder? Attachment, Origin Origin)> routes =
        new(route => route.Destination.Value);

    internal TransitGatewayRouteTableBuilder(TransitGatewayBuilder gateway, Declaration declaration)
        : base(gateway.Network, declaration) => Gateway = gateway;

    internal TransitGatewayBuilder Gateway { get; }

    /// <summary>Routes what comes from an attachment by this table; an attachment has one table.</summary>
    /// <param name="attachment">An attachment of the same transit gateway.</param>
    public TransitGatewayRouteTableBuilder Associate(
        TransitGatewayAttachmentBuilder attachment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(attachment));
        if (Accepts(attachment, origin))
        {
            attachment.Associate(this, origin);
        }

        return this;
    }

    /// <summary>Installs the prefixes of what is attached, such as the blocks of a VPC, as propagated routes.</summary>
    /// <param name="attachment">An attachment of the same transit gateway.</param>
    public TransitGatewayRouteTableBuilder Propagate(
        TransitGatewayAttachmentBuilder attachment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(attachment));
        if (attachment.PropagatesNothing is { } reason)
        {
            Network.Problems.Add(ProblemKind.RouteTwice, reason, origin, attachment.Origin);
        }
        else if (Accepts(attachment, origin) && propagating.Add(attachment))
        {
            propagations.Add(new Sourced<TransitGatewayAttachmentBuilder>(attachment, origin));
        }

        return this;
    }

    /// <summary>Adds a static route.</summary>
    /// <param name="destination">A prefix; a table has one static route to a prefix.</param>
    /// <param name="attachment">Where it leads.</param>
    public TransitGatewayRouteTableBuilder Route(
        string destination,
        TransitGatewayAttachmentBuilder attachment,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var accepted = TakesRoutes(attachment, call.Of(nameof(attachment)));
        return Add(destination, accepted ? attachment : null, accepted, call, call.Of(nameof(destination)));
    }

    /// <summary>Adds a static route that drops.</summary>
    /// <param name="destination">A prefix; a longer live route inside still wins.</param>
    public TransitGatewayRouteTableBuilder Blackhole(
        string destination, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(destination, null, true, call, call.Of(nameof(destination)));
    }

    internal TransitGatewayRouteTable Build(IReadOnlyList<TransitGatewayAttachmentBuilder> propagatedByDefault) => new(
        Id,
        Origin,
        propagations
            .Where(propagation => !propagation.Value.IsLeftOut)
            .Concat(propagatedByDefault
                .Where(attachment => !propagating.Contains(attachment))
                .Select(attachment => new Sourced<TransitGatewayAttachmentBuilder>(attachment, Origin.None)))
            .Select(propagation => new Sourced<ElementId>(propagation.Value.Id, propagation.Origin))
            .ToEquatableArray(),
        routes
            .Where(route => route.Attachment is not { IsLeftOut: true })
            .Select(route => new TransitGatewayRoute(route.Destination, route.Attachment?.Id, route.Origin))
            .Concat(BuildListRoutes())
            .ToEquatableArray());

    private TransitGatewayRouteTableBuilder Add(
        string destination, TransitGatewayAttachmentBuilder? attachment, bool accepted, Call call, Origin destinationOrigin)
    {
        if (Network.Problems.Prefix(destination, destinationOrigin) is not { } prefix || !accepted)
        {
            return this;
        }

        if (routes.TryFirst(prefix.Value, out var first))
        {
            Network.Problems.Add(
                ProblemKind.RouteTwice,
                $"transit gateway route table '{Name}' routes {prefix} already; a table has one static route to a prefix",
                prefix.Origin,
                first.Origin);
            return this;
        }

        if (HasRoomFor(1, prefix.ToString(), destinationOrigin))
        {
            routes.Add((prefix, attachment, call.Origin));
        }

        return this;
    }

    /// <summary>Whether static routes may lead to the attachment; where not, that is a problem.</summary>
    private bool TakesRoutes(TransitGatewayAttachmentBuilder attachment, Origin origin)
    {
        if (!Accepts(attachment, origin))
        {
            return false;
        }

        if (attachment.TakesNoStaticRoutes is not { } reason)
        {
            return true;
        }

        Network.Problems.Add(ProblemKind.Conflict, reason, origin, attachment.Origin);
        return false;
    }

    private bool Accepts(TransitGatewayAttachmentBuilder attachment, Origin origin)
    {
        if (IsLeftOut || attachment.IsLeftOut)
        {
            return false;
        }

        if (attachment.Gateway == Gateway)
        {
            return true;
        }

        Network.Problems.Add(
            ProblemKind.AttachmentOfOtherGateway,
            $"attachment '{attachment.Name}' is of transit gateway '{attachment.Gateway.Name}', table '{Name}' of '{Gateway.Name}'; use an attachment of its own gateway",
            origin,
            attachment.Origin);
        return false;
    }
}

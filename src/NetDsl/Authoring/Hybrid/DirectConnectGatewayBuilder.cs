using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A Direct Connect gateway: joins virtual interfaces with virtual private gateways of any region, or with transit gateways, not both.
/// </summary>
public sealed class DirectConnectGatewayBuilder : ElementBuilder
{
    private readonly List<DirectConnectAssociationBuilder> associations = [];

    internal DirectConnectGatewayBuilder(NetworkBuilder network, Declaration declaration, uint asn)
        : base(network, declaration) => Asn = asn;

    internal uint Asn { get; }

    internal IReadOnlyList<DirectConnectAssociationBuilder> Associations => associations;

    /// <summary>Associates a virtual private gateway, of any region.</summary>
    /// <param name="gateway">One that this gateway is not associated with yet.</param>
    public DirectConnectAssociationBuilder Associate(
        VpnGatewayBuilder gateway, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(gateway, call.Origin, call.Of(nameof(gateway)), Network.Semantics.Profile.Quotas.VpnGatewaysPerDirectConnectGateway);
    }

    internal DirectConnectGateway Build() => new(
        Id,
        Origin,
        Asn,
        associations
            .Where(association => !association.IsLeftOut && !association.Gateway.IsLeftOut)
            .Select(association => association.Build())
            .ToEquatableArray());

    internal DirectConnectAssociationBuilder Add(ElementBuilder gateway, Origin origin, Origin gatewayOrigin, int most)
    {
        var added = new DirectConnectAssociationBuilder(this, gateway, origin) { IsLeftOut = IsLeftOut || gateway.IsLeftOut };
        var present = associations.Where(other => !other.IsLeftOut).ToList();
        var fault = added.IsLeftOut ? null
            : present.Find(other => other.Gateway == gateway) is not null ? $"is associated with '{gateway.Name}' already; associate it once"
            : present.Find(other => other.Gateway.Id.Kind != gateway.Id.Kind) is { } other
                ? $"is associated with {ElementKinds.Text(other.Gateway.Id.Kind)} '{other.Gateway.Name}'; it takes virtual private gateways or transit gateways, not both, so declare another"
            : present.Count >= most ? $"has {most} associations already, the vendor's quota; declare another"
            : null;
        if (fault is not null)
        {
            Network.Problems.Add(ProblemKind.Conflict, $"Direct Connect gateway '{Name}' {fault}", gatewayOrigin);
            added.IsLeftOut = true;
        }

        associations.Add(added);
        return added;
    }
}

/// <summary>The association of a Direct Connect gateway with a virtual private gateway or transit gateway.</summary>
public sealed class DirectConnectAssociationBuilder
{
    private readonly DirectConnectGatewayBuilder owner;
    private readonly List<Sourced<IpPrefix>> allowed = [];
    private readonly Origin origin;

    internal DirectConnectAssociationBuilder(DirectConnectGatewayBuilder owner, ElementBuilder gateway, Origin origin)
    {
        this.owner = owner;
        Gateway = gateway;
        this.origin = origin;
    }

    internal ElementBuilder Gateway { get; }

    internal bool IsLeftOut { get; set; }

    /// <summary>
    /// Allows a prefix. For a virtual private gateway a filter: a block of its VPC is advertised to sites when an allowed prefix is equal or
    /// wider, and every block when none is given. For a transit gateway the very prefix that is advertised, whatever its VPCs have.
    /// </summary>
    /// <param name="prefix">For a transit gateway one that overlaps none of another transit gateway of the same Direct Connect gateway.</param>
    public DirectConnectAssociationBuilder Allow(
        string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Allow(prefix, Call.Here(file, line).Of(nameof(prefix)));
        return this;
    }

    internal void Allow(string prefix, Origin prefixOrigin)
    {
        var problems = owner.Network.Problems;
        if (problems.Prefix(prefix, prefixOrigin) is not { } known)
        {
            return;
        }

        if (Gateway.Id.Kind == ElementKind.TransitGateway
            && owner.Associations
                .Where(other => other != this && !other.IsLeftOut)
                .SelectMany(other => other.allowed)
                .FirstOrDefault(other => other.Value.Overlaps(known.Value)) is { Origin: not null } taken)
        {
            problems.Add(
                ProblemKind.AllowedPrefixTwice,
                $"{known} overlaps {taken}, which another transit gateway of Direct Connect gateway '{owner.Name}' is allowed; allow each address by one",
                known.Origin,
                taken.Origin);
        }
        else
        {
            allowed.Add(known);
        }
    }

    internal DirectConnectAssociation Build() => new(Gateway.Id, allowed.ToEquatableArray(), origin);
}

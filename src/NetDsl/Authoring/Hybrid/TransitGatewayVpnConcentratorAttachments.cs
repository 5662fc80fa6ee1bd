using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>VPN concentrators.</content>
public sealed partial class TransitGatewayBuilder
{
    private readonly List<TransitGatewayVpnConcentratorAttachmentBuilder> concentrators = [];

    internal IReadOnlyList<TransitGatewayVpnConcentratorAttachmentBuilder> Concentrators => concentrators;

    /// <summary>
    /// Declares a VPN concentrator and attaches it: VPN connections of many small sites end at this one attachment. Only a transit gateway has one. Source: "AWS
    /// Site-to-Site VPN Concentrators", AWS Site-to-Site VPN User Guide.
    /// </summary>
    /// <param name="name">Of the attachment, unique in the transit gateway, and of the concentrator, unique in the region.</param>
    public TransitGatewayVpnConcentratorAttachmentBuilder AttachVpnConcentrator(
        string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(name));
        Network.Semantics.Need(
            profile => profile.VpnConcentrators, nameof(SemanticsProfile.VpnConcentrators), $"VPN concentrator {Quotation.Of(name)}", origin);
        var concentrator = Network.Names.Declare(ElementKind.VpnConcentrator, Region.Id.Path, name, origin, IsLeftOut);
        var attachment = new TransitGatewayVpnConcentratorAttachmentBuilder(
            this,
            Network.Names.Declare(ElementKind.TransitGatewayAttachment, Id.Path, name, origin, concentrator.IsLeftOut),
            concentrator);
        concentrators.Add(attachment);
        return Add(attachment);
    }
}

/// <summary>
/// The attachment of a VPN concentrator to a transit gateway; it propagates what the sites advertise. No two of its ways share flows, whatever they advertise.
/// </summary>
public sealed class TransitGatewayVpnConcentratorAttachmentBuilder : TransitGatewayAttachmentBuilder
{
    private readonly Declaration concentrator;

    internal TransitGatewayVpnConcentratorAttachmentBuilder(TransitGatewayBuilder gateway, Declaration declaration, Declaration concentrator)
        : base(gateway, declaration) => this.concentrator = concentrator;

    internal ElementId Concentrator => concentrator.Id;

    /// <summary>Declares a VPN connection that ends here: two tunnels, always with BGP.</summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="customerGateway">The device at the site; a concentrator takes 100 sites, unless the profile has another quota.</param>
    public VpnConnectionBuilder VpnConnection(
        string name, CustomerGatewayBuilder customerGateway, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var deviceOrigin = call.Of(nameof(customerGateway));
        var sites = Gateway.Region.VpnConnections.Where(other => other.Concentrator == this && !other.IsLeftOut).Select(other => other.Site).Distinct().ToList();
        var connection = Gateway.Region.DeclareVpnConnection(name, customerGateway, Gateway, call.Of(nameof(name)), deviceOrigin, this);
        var most = Network.Semantics.Profile.Quotas.SitesPerVpnConcentrator;
        if (!connection.IsLeftOut && sites.Count >= most && !sites.Contains(customerGateway.Site))
        {
            Network.Problems.Add(
                ProblemKind.QuotaExceeded, $"VPN concentrator '{Name}' has {most} sites already, the vendor's quota; attach another", deviceOrigin, Origin);
            connection.LeaveOut();
        }

        return connection;
    }

    internal VpnConcentrator BuildConcentrator() => new(concentrator.Id, concentrator.Origin, Gateway.Id);

    internal override TransitGatewayAttachment Build(ElementId? association) => new(
        Id, Origin, TransitGatewayAttachmentKind.VpnConcentrator, concentrator.Id, [], SecurityGroupReferencing: false, association)
    {
        State = State,
    };
}

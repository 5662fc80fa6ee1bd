using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Who sends a packet to the internet.</summary>
internal enum InternetSender
{
    /// <summary>A VPC or an accelerator.</summary>
    Vendor,

    /// <summary>A service of the vendor's, in reply.</summary>
    Service,

    /// <summary>A site, by a public virtual interface.</summary>
    Site,

    /// <summary>Anybody else.</summary>
    Outside,
}

/// <content>Over public virtual interfaces of Direct Connect.</content>
internal sealed partial class PathWalk
{
    // The region that the packet leaves the vendor's network from; none at its edges.
    private ElementId? leftRegion;

    /// <summary>Out of a site, at the vendor's edge: what is of no registered prefix goes no further.</summary>
    private PathEnd FromPublicVirtualInterface(HybridLink link)
    {
        steps.Add(new RegisteredSourceStep(
            nodes.Of(link.Element), link.AsPublic!.RegisteredPrefixes.Select(prefix => prefix.Value).ToEquatableArray()));
        return Internet(InternetSender.Site);
    }

    /// <summary>A service replies, from its region.</summary>
    private PathEnd SendFromService(PublicService service)
    {
        leftRegion = service.Region;
        return Internet(InternetSender.Service);
    }

    /// <summary>To the site that has the destination by a public virtual interface; nothing when none has.</summary>
    private PathEnd? ToPublicVirtualInterface(InternetSender sender) =>
        sender is InternetSender.Vendor or InternetSender.Service && index.HasPublicVirtualInterfaces && index.Whole.Gateways.OfPublic(leftRegion).Lookup(address) is { } chosen
            ? ToSite(chosen.Route.Link!, chosen.Candidates)
            : null;
}

using NetDsl.Model;

namespace NetDsl;

/// <content>Whom the site asks for names.</content>
public sealed partial class SiteBuilder
{
    private InboundResolverEndpointBuilder? resolver;

    /// <summary>
    /// Lets the site's name servers forward what hosts ask to the resolver of a VPC. Without it hosts know the internet's names only: a
    /// VPC's own resolver address answers inside the VPC alone.
    /// </summary>
    /// <param name="endpoint">An inbound endpoint.</param>
    public SiteBuilder ResolvesBy(InboundResolverEndpointBuilder endpoint)
    {
        resolver = endpoint;
        return this;
    }

    private ElementId? Resolver => resolver is { IsLeftOut: false } known ? known.Id : null;
}

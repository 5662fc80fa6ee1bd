using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>The resolver of the VPC.</content>
public sealed partial class VpcBuilder
{
    private readonly List<InboundResolverEndpointBuilder> inboundResolverEndpoints = [];
    private bool dnsSupport = true;
    private bool dnsHostnames;

    /// <summary>Whether private hosted zones and the like hold in it.</summary>
    internal bool HasDnsNames => dnsSupport && dnsHostnames;

    internal IReadOnlyList<InboundResolverEndpointBuilder> InboundResolverEndpoints => inboundResolverEndpoints;

    /// <summary>
    /// Says whether the resolver answers in this VPC (<c>enableDnsSupport</c>). On by default. Source: "DNS attributes for your VPC",
    /// Amazon VPC User Guide.
    /// </summary>
    /// <param name="enabled">Whether it does.</param>
    public VpcBuilder DnsSupport(bool enabled = true)
    {
        dnsSupport = enabled;
        return this;
    }

    /// <summary>
    /// Says whether instances with public addresses get public names (<c>enableDnsHostnames</c>). Off by default; private hosted zones
    /// and private DNS of endpoints need it too. Source: "DNS attributes for your VPC", Amazon VPC User Guide.
    /// </summary>
    /// <param name="enabled">Whether they do.</param>
    public VpcBuilder DnsHostnames(bool enabled = true)
    {
        dnsHostnames = enabled;
        return this;
    }

    /// <summary>
    /// Declares an inbound endpoint: addresses at which sites ask this VPC's resolver. Source: "Forwarding inbound DNS queries to your VPCs",
    /// Amazon Route 53 Developer Guide.
    /// </summary>
    /// <param name="name">Unique in the VPC.</param>
    public InboundResolverEndpointBuilder InboundResolverEndpoint(
        string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var endpoint = new InboundResolverEndpointBuilder(
            this, Network.Names.Declare(ElementKind.InboundResolverEndpoint, Id.Path, name, call.Of(nameof(name)), IsLeftOut));
        inboundResolverEndpoints.Add(endpoint);
        return endpoint;
    }
}

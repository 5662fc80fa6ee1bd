using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A policy of resources of a service: it denies what does not come from where it says.</summary>
public sealed class ResourcePolicyBuilder
{
    private readonly ServiceBuilder service;
    private readonly string resource;
    private readonly Origin origin;
    private readonly List<Sourced<ElementId>> sources = [];

    internal ResourcePolicyBuilder(ServiceBuilder service, string resource, Origin origin)
    {
        this.service = service;
        this.resource = resource;
        this.origin = origin;
    }

    /// <summary>Lets requests come from another endpoint or VPC too.</summary>
    /// <param name="source">An endpoint of the service, or a VPC, which means its endpoints of the service.</param>
    public ResourcePolicyBuilder OnlyFrom(IRequestSource source, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Add(source, Call.Here(file, line).Of(nameof(source)));
        return this;
    }

    internal void Add(IRequestSource source, Origin origin)
    {
        if (source is ElementBuilder { IsLeftOut: true } || sources.Exists(each => each.Value == source.Id))
        {
            return;
        }

        var leads = source switch
        {
            GatewayEndpointBuilder gateway => gateway.Service == service,
            InterfaceEndpointBuilder endpoint => endpoint.LeadsTo(service),
            _ => true,
        };
        if (!leads)
        {
            service.Network.Problems.Add(
                ProblemKind.RequestsComeOtherwise,
                $"endpoint '{source.Id.Name}' does not lead to service '{service.Name}', so that no request comes by it; name an endpoint of the service, or a VPC",
                origin,
                service.Origin);
            return;
        }

        sources.Add(new Sourced<ElementId>(source.Id, origin));
    }

    internal ResourcePolicy Build() => new(resource, origin, sources.ToEquatableArray());
}

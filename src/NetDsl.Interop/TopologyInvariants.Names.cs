using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Zones, rules and resolvers.</content>
internal sealed partial class TopologyInvariants
{
    private void DeclareNames(DomainNames names)
    {
        Each("names.zones", names.Zones, (path, zone) => Declare(path, zone, null));
        Each("names.rules", names.Rules, (path, rule) => Declare(path, rule, rule.Region.Path));
        Each("names.inboundEndpoints", names.InboundEndpoints, (path, endpoint) => Declare(path, endpoint, endpoint.Vpc.Path));
    }

    private void RequireNames(DomainNames names)
    {
        Each("names.zones", names.Zones, (path, zone) =>
        {
            Each($"{path}.vpcs", zone.Vpcs, (inner, vpc) => Find(inner, vpc));
            Each($"{path}.records", zone.Records, (inner, record) =>
            {
                Hold($"{inner}.name", DomainName.IsIn(record.Name, zone.Name), $"'{record.Name}' is not in domain '{zone.Name}'");
                RequireSome($"{inner}.addresses", record.Addresses.Count, "a record has at least one address");
            });
        });
        Each("names.rules", names.Rules, (path, rule) =>
        {
            Find($"{path}.region", rule.Region);
            RequireSome($"{path}.targets", rule.Targets.Count, "a resolver rule has at least one target");
            Each($"{path}.vpcs", rule.Vpcs, (inner, vpc) => Find(inner, vpc, rule.Region.Path));
        });
        Each("names.inboundEndpoints", names.InboundEndpoints, (path, endpoint) =>
        {
            Find($"{path}.vpc", endpoint.Vpc);
            Each($"{path}.interfaces", endpoint.Interfaces, (inner, each) => Find(inner, each, endpoint.Id.Path));
        });
    }
}

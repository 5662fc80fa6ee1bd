using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Zones, rules and resolvers; a network without any says nothing of them.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteNames(DomainNames names)
    {
        if (names.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("names");
        OptionalElements("zones", names.Zones, zone =>
        {
            References("vpcs", zone.Vpcs);
            Objects("records", zone.Records, record =>
            {
                Place(record.Origin);
                json.WriteString("name", record.Name);
                Texts("addresses", record.Addresses.Select(address => address.ToString()));
            });
        });
        OptionalElements("rules", names.Rules, rule =>
        {
            Reference("region", rule.Region);
            json.WriteString("domain", rule.Domain);
            Texts("targets", rule.Targets.Select(address => address.ToString()));
            References("vpcs", rule.Vpcs);
        });
        OptionalElements("inboundEndpoints", names.InboundEndpoints, endpoint =>
        {
            Reference("vpc", endpoint.Vpc);
            References("interfaces", endpoint.Interfaces);
        });
        json.WriteEndObject();
    }
}

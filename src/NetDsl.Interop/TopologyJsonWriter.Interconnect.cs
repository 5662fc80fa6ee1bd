using System.Globalization;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Peering connections and transit gateways.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WritePeering(Peering peering)
    {
        Sourced("requester", peering.Requester);
        Sourced("accepter", peering.Accepter);
        json.WriteString("status", EnumText.Write(peering.Status));
        json.WriteBoolean("requesterDnsResolution", peering.RequesterDnsResolution);
        json.WriteBoolean("accepterDnsResolution", peering.AccepterDnsResolution);
    }

    private void WriteTransitGateway(TransitGateway gateway)
    {
        Reference("region", gateway.Region);
        Reference("owner", gateway.Owner);
        References("sharedWith", gateway.SharedWith);
        json.WriteBoolean("autoAcceptSharedAttachments", gateway.AutoAcceptsSharedAttachments);
        json.WriteString("amazonSideAsn", gateway.AmazonSideAsn.ToString(CultureInfo.InvariantCulture));
        json.WriteBoolean("vpnEcmp", gateway.VpnEcmp);
        json.WriteBoolean("dnsSupport", gateway.DnsSupport);
        json.WriteBoolean("securityGroupReferencing", gateway.SecurityGroupReferencing);
        Objects("cidrBlocks", gateway.CidrBlocks, WriteSourced);
        Elements("attachments", gateway.Attachments, attachment =>
        {
            json.WriteString("kind", EnumText.Write(attachment.Kind));
            json.WriteString("resource", IdText.WriteWithKind(attachment.Resource));
            json.WriteString("state", EnumText.Write(attachment.State));
            Objects("subnets", attachment.Subnets, WriteSourced);
            json.WriteBoolean("securityGroupReferencing", attachment.SecurityGroupReferencing);
            json.WriteBoolean("applianceMode", attachment.ApplianceMode);
            json.WriteBoolean("dnsSupport", attachment.DnsSupport);
            if (attachment.Ipv6Support)
            {
                json.WriteBoolean("ipv6Support", true);
            }

            Reference("association", attachment.Association);
        });
        if (gateway.NetworkFunctions.Count > 0)
        {
            Elements("networkFunctions", gateway.NetworkFunctions, _ => { });
        }

        Elements("routeTables", gateway.RouteTables, table =>
        {
            Objects("propagations", table.Propagations, WriteSourced);
            Objects("routes", table.Routes, route =>
            {
                Place(route.Origin);
                Sourced("destination", route.Destination);
                Reference("attachment", route.Attachment);
                Reference("prefixList", route.PrefixList);
            });
        });
    }
}

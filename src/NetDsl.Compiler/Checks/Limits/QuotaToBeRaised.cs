using System.Text;
using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// More of something than the vendor gives an account without being asked. Source: "Amazon VPC quotas", Amazon VPC User Guide, and "Quotas for your transit gateways", Amazon
/// VPC Transit Gateways. A project says what its account has by <c>netdsl_quota_…</c> in its <c>.editorconfig</c>, or by the profile of the network.
/// </summary>
public static class QuotaToBeRaised
{
    /// <summary>ND1082.</summary>
    public static Rule Rule { get; } = new(
        "ND1082", "More than the vendor gives without being asked", RuleCategory.Addressing, Severity.Info);

    internal static Check Check { get; } = new(Rule, network => All(network.Topology).SelectMany(quota => Told(network, quota)));

    private static IEnumerable<Quota> All(Topology topology)
    {
        var quotas = topology.Profile.Quotas;
        return
        [
            new(nameof(quotas.VpcsPerRegion), quotas.VpcsPerRegion, "VPCs", topology.Vpcs.GroupBy(vpc => vpc.Region, vpc => (Element)vpc)),
            new(nameof(quotas.SubnetsPerVpc), quotas.SubnetsPerVpc, "subnets", topology.Subnets.GroupBy(subnet => subnet.Vpc, subnet => (Element)subnet)),
            new(nameof(quotas.RouteTablesPerVpc), quotas.RouteTablesPerVpc, "route tables", topology.RouteTables.GroupBy(table => table.Vpc, table => (Element)table)),
            new(nameof(quotas.NetworkAclsPerVpc), quotas.NetworkAclsPerVpc, "network ACLs", topology.NetworkAcls.GroupBy(acl => acl.Vpc, acl => (Element)acl)),
            new(nameof(quotas.ElasticAddressesPerRegion), quotas.ElasticAddressesPerRegion, "elastic addresses", topology.ElasticAddresses.GroupBy(address => new ElementId(ElementKind.Region, address.Id.Path.Split('/')[0]), address => (Element)address)),
            new(nameof(quotas.PeeringsPerVpc), quotas.PeeringsPerVpc, "peering connections", topology.Peerings.SelectMany(peering => new[] { peering.Requester.Value, peering.Accepter.Value }, (peering, vpc) => (peering, vpc)).GroupBy(each => each.vpc, each => (Element)each.peering)),
            new(nameof(quotas.TransitGatewaysPerRegion), quotas.TransitGatewaysPerRegion, "transit gateways", topology.TransitGateways.GroupBy(gateway => gateway.Region, gateway => (Element)gateway)),
            new(nameof(quotas.RouteTablesPerTransitGateway), quotas.RouteTablesPerTransitGateway, "route tables", topology.TransitGateways.SelectMany(gateway => gateway.RouteTables, (gateway, table) => (gateway, table)).GroupBy(each => each.gateway.Id, each => (Element)each.table)),
            new(nameof(quotas.AttachmentsPerTransitGateway), quotas.AttachmentsPerTransitGateway, "attachments", topology.TransitGateways.SelectMany(gateway => gateway.Attachments, (gateway, attachment) => (gateway, attachment)).GroupBy(each => each.gateway.Id, each => (Element)each.attachment)),
            new(nameof(quotas.VpnConnectionsPerVpnGateway), quotas.VpnConnectionsPerVpnGateway, "VPN connections", topology.Hybrid.VpnConnections.Where(connection => connection.Target.Kind == ElementKind.VpnGateway).GroupBy(connection => connection.Target, connection => (Element)connection)),
        ];
    }

    private static IEnumerable<Finding> Told(NetworkIndex network, Quota quota) =>
        from owner in quota.Elements
        let elements = owner.ToList()
        where elements.Count > quota.Most
        select new Finding(
            Rule,
            $"{Sentence.Start(network.Text(owner.Key))} has {elements.Count} {quota.What}, and the vendor gives {quota.Most} without being asked; ask for more, and say so by {Setting(quota.Name)} = {elements.Count} in the .editorconfig.",
            elements[quota.Most].Origin);

    /// <summary>The name of a quota in an <c>.editorconfig</c>: <c>netdsl_quota_vpcs_per_region</c>.</summary>
    /// <param name="quota">The name of its property.</param>
    public static string Setting(string quota)
    {
        var name = new StringBuilder("netdsl_quota");
        foreach (var character in quota)
        {
            if (char.IsUpper(character))
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(character));
        }

        return name.ToString();
    }

    /// <summary>So many of something may belong to one owner.</summary>
    private sealed record Quota(string Name, int Most, string What, IEnumerable<IGrouping<ElementId, Element>> Elements);
}

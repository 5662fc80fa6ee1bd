using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <summary>
/// What holds of every topology that builders make, and what later stages therefore rely on: identities are unique and have their
/// parent's path, references lead somewhere, nothing that must have a part lacks it. A topology with problems has gaps, so that of
/// it only identities are asked; nothing compiles or runs it.
/// </summary>
internal sealed partial class TopologyInvariants
{
    private readonly HashSet<ElementId> known = [];
    private readonly HashSet<Ipv4Address> publicAddresses = [];
    private readonly HashSet<(ElementId Gateway, Ipv4Address Address)> tunnelEnds = [];
    private readonly Topology topology;

    private TopologyInvariants(Topology topology) => this.topology = topology;

    public static void Require(Topology topology)
    {
        var invariants = new TopologyInvariants(topology);
        invariants.Declare();
        if (topology.IsWhole)
        {
            invariants.RequirePlaces();
            invariants.RequireAddresses();
            invariants.RequireRouting();
            invariants.RequireFiltering();
            invariants.RequireLoadBalancing();
            invariants.RequireAddressTypes();
            invariants.RequireAccelerators();
            invariants.RequireHybrid(topology.Hybrid);
            invariants.RequireNames(topology.Names);
            invariants.RequireIntents();
        }
    }

    private void Declare()
    {
        Each("accounts", topology.Accounts, (path, account) => Declare(path, account, null));
        Each("regions", topology.Regions, (path, region) => Declare(path, region, null));
        Each("vpcs", topology.Vpcs, (path, vpc) => Declare(path, vpc, vpc.Region.Path));
        Each("subnets", topology.Subnets, (path, subnet) => Declare(path, subnet, subnet.Vpc.Path));
        Each("routeTables", topology.RouteTables, (path, table) => Declare(path, table, table.Vpc.Path));
        Each("internetGateways", topology.InternetGateways, (path, gateway) => Declare(path, gateway, gateway.Vpc is { } vpc ? ParentOf(vpc) : ParentOf(gateway.Id)));
        Each("egressOnlyInternetGateways", topology.EgressOnlyInternetGateways, (path, gateway) => Declare(path, gateway, gateway.Vpc.Path));
        Each("natGateways", topology.NatGateways, (path, gateway) => Declare(path, gateway, ParentOf(gateway.Subnet)));
        Each("regionalNatGateways", topology.RegionalNatGateways, (path, gateway) => Declare(path, gateway, gateway.Vpc.Path));
        Each("routeServers", topology.RouteServers, DeclareRouteServer);
        Each("elasticAddresses", topology.ElasticAddresses, (path, address) => Declare(path, address, ParentOf(address.Id)));
        Each("clientVpnEndpoints", topology.ClientVpnEndpoints, (path, endpoint) =>
        {
            Declare(path, endpoint, (endpoint.Vpc ?? endpoint.TransitGateway)?.Path);
            Each($"{path}.associations", endpoint.Associations, (inner, association) => Declare(inner, association, endpoint.Id.Path));
            Each($"{path}.clients", endpoint.Clients, (inner, client) => Declare(inner, client, endpoint.Id.Path));
        });
        Each("securityGroups", topology.SecurityGroups, (path, group) => Declare(path, group, group.Vpc.Path));
        Each("networkAcls", topology.NetworkAcls, (path, acl) => Declare(path, acl, acl.Vpc.Path));
        Each("instances", topology.Instances, (path, instance) => Declare(path, instance, ParentOf(instance.Subnet)));
        Each("networkInterfaces", topology.NetworkInterfaces, (path, each) => Declare(path, each, ParentOfInterface(each)));
        Each("prefixLists", topology.PrefixLists, (path, list) => Declare(path, list, list.Region.Path));
        Each("peerings", topology.Peerings, (path, peering) => Declare(path, peering, null));
        DeclareHybrid(topology.Hybrid);
        DeclareNames(topology.Names);
        Each("transitGateways", topology.TransitGateways, (path, gateway) =>
        {
            Declare(path, gateway, gateway.Region.Path);
            Each($"{path}.attachments", gateway.Attachments, (inner, attachment) => Declare(inner, attachment, gateway.Id.Path));
            Each($"{path}.networkFunctions", gateway.NetworkFunctions, (inner, function) => Declare(inner, function, gateway.Id.Path));
            Each($"{path}.routeTables", gateway.RouteTables, (inner, table) => Declare(inner, table, gateway.Id.Path));
        });
        DeclareLoadBalancing();
        DeclareAccelerators();
    }

    private void RequirePlaces()
    {
        Each("accounts", topology.Accounts, (path, account) =>
        {
            Distinct($"{path}.zones", account.Zones.Select(mapping => mapping.Zone), "a name means one zone");
            Distinct($"{path}.zones", account.Zones.Select(mapping => mapping.Id), "a zone has one name in an account");
        });
        Each("vpcs", topology.Vpcs, (path, vpc) =>
        {
            Find($"{path}.region", vpc.Region);
            Find($"{path}.account", vpc.Account);
            Find($"{path}.mainRouteTable", vpc.MainRouteTable, vpc.Id.Path);
            Find($"{path}.defaultNetworkAcl", vpc.DefaultNetworkAcl, vpc.Id.Path);
            Find($"{path}.defaultSecurityGroup", vpc.DefaultSecurityGroup, vpc.Id.Path);
            RequireSome($"{path}.blocks", vpc.Blocks.Count, "a VPC has at least its primary block");
        });
        Each("subnets", topology.Subnets, (path, subnet) =>
        {
            Find($"{path}.vpc", subnet.Vpc);
            Find($"{path}.routeTable", subnet.RouteTable, subnet.Vpc.Path);
            Find($"{path}.networkAcl", subnet.NetworkAcl, subnet.Vpc.Path);
            Each($"{path}.participants", subnet.Participants, (inner, account) => Find(inner, account));
            var region = ParentOf(subnet.Vpc);
            var zone = subnet.Zone.Value;
            Hold(
                $"{path}.zone.value",
                (zone.Length == region.Length + 1 && zone.StartsWith(region, StringComparison.Ordinal) && char.IsAsciiLetterLower(zone[^1]))
                    || LocalZoneOf(subnet) is not null,
                $"'{JsonPlace.Printable(zone)}' is not a zone of {region}; write one such as {region}a");
        });
        Each("allocations", topology.Allocations, (path, allocation) => Find($"{path}.element", allocation.Element));
        Each("internetGateways", topology.InternetGateways, (path, gateway) =>
        {
            Find($"{path}.id", new ElementId(ElementKind.Region, ParentOf(gateway.Id)));
            Find($"{path}.vpc", gateway.Vpc);
            Find($"{path}.routeTable", gateway.RouteTable, gateway.Vpc?.Path);
        });
        RequireIpv6();
        Each("instances", topology.Instances, (path, instance) =>
        {
            Find($"{path}.subnet", instance.Subnet);
            RequireSome($"{path}.interfaces", instance.Interfaces.Count, "an instance has at least its primary interface");
            Each($"{path}.interfaces", instance.Interfaces, (inner, id) => Find(inner, id));
        });
    }

    private void RequireAddresses()
    {
        var subnets = topology.Subnets.ToDictionary(subnet => subnet.Id);
        var privateAddresses = new HashSet<(ElementId, IpAddress)>();
        Each("networkInterfaces", topology.NetworkInterfaces, (path, each) =>
        {
            Holder(path, each.Subnet, each.PrivateAddress, each.PublicAddress);
            Each($"{path}.ipv6Addresses", each.Ipv6Addresses, (inner, address, index) =>
            {
                Inside(inner, each.Subnet, address);
                if (index > 0 || address != each.PrivateAddress)
                {
                    Free(inner, each.Subnet, address);
                }
            });
            Hold(
                $"{path}.privateAddress",
                each.PrivateAddress.IsIpv4 || (each.Ipv6Addresses.Count > 0 && each.Ipv6Addresses[0] == each.PrivateAddress),
                $"{each.PrivateAddress} is not the first of the IPv6 addresses");
            Find($"{path}.instance", each.Instance);
            Find($"{path}.participant", each.Participant);
            RequireSome($"{path}.securityGroups", each.ManagedBy is null ? each.SecurityGroups.Count : 1, "an interface has at least the default group of its VPC");
            Each($"{path}.securityGroups", each.SecurityGroups, (inner, group) =>
                Find(inner, group, IsAssociated(group, subnets[each.Subnet].Vpc) ? null : ParentOf(each.Subnet)));
        });
        Each("natGateways", topology.NatGateways, (path, gateway) =>
        {
            Holder(path, gateway.Subnet, gateway.PrivateAddress, gateway.PublicAddress);
            Each($"{path}.secondaryAddresses", gateway.SecondaryAddresses, (inner, each) =>
                Holder(inner, gateway.Subnet, each.PrivateAddress, each.PublicAddress));
        });
        Each("regionalNatGateways", topology.RegionalNatGateways, (path, gateway) => RequireRegionalNat(path, gateway));
        Each("elasticAddresses", topology.ElasticAddresses, (path, address) => Find($"{path}.holder", address.Holder));
        RequireLocalZones();
        Each("clientVpnEndpoints", topology.ClientVpnEndpoints, (path, endpoint) => RequireClientVpn(path, endpoint, Holder, (inner, subnet, address) =>
        {
            Inside(inner, subnet, address);
            Free(inner, subnet, address);
        }));

        void Holder(string path, ElementId subnet, IpAddress privateAddress, Ipv4Address? publicAddress)
        {
            Find($"{path}.subnet", subnet);
            Inside($"{path}.privateAddress", subnet, privateAddress);
            Free($"{path}.privateAddress", subnet, privateAddress);
            Hold(
                $"{path}.publicAddress",
                publicAddress is not { } address || publicAddresses.Add(address),
                $"{publicAddress} is taken already; a public address exists once");
        }

        void Inside(string path, ElementId subnet, IpAddress address)
        {
            var prefix = address.IsIpv6 && subnets[subnet].Ipv6Prefix is { } ipv6 ? ipv6 : subnets[subnet].Prefix;
            Hold(path, prefix.Value.Contains(address), $"{address} is not in subnet '{subnet}' ({prefix})");
        }

        void Free(string path, ElementId subnet, IpAddress address) =>
            Hold(path, privateAddresses.Add((subnet, address)), $"{address} is taken already in subnet '{subnet}'");
    }

    private void RequireRouting()
    {
        RequireRouteServers();
        Each("routeTables", topology.RouteTables, (path, table) =>
        {
            Find($"{path}.vpc", table.Vpc);
            Each($"{path}.routes", table.Routes, (inner, route) => Find($"{inner}.target.value", route.Target.Value));
            Distinct($"{path}.routes", table.Routes.Select(route => (route.Destination.Value, route.PrefixList)), "a table has one static route to a prefix");
            Each($"{path}.routes", table.Routes, (inner, route) => Find($"{inner}.prefixList", route.PrefixList));
        });
        Each("prefixLists", topology.PrefixLists, (path, list) => Find($"{path}.region", list.Region));
        Each("peerings", topology.Peerings, (path, peering) =>
        {
            Find($"{path}.requester.value", peering.Requester.Value);
            Find($"{path}.accepter.value", peering.Accepter.Value);
            Hold(path, peering.Requester.Value != peering.Accepter.Value, "a VPC cannot peer with itself");
        });
        Each("transitGateways", topology.TransitGateways, (path, gateway) =>
        {
            Find($"{path}.region", gateway.Region);
            Find($"{path}.owner", gateway.Owner);
            Each($"{path}.sharedWith", gateway.SharedWith, (inner, account) => Find(inner, account));
            Each($"{path}.attachments", gateway.Attachments, (inner, attachment) => Hold(
                inner,
                IsSound(gateway, attachment),
                attachment.Kind == TransitGatewayAttachmentKind.Peering
                    ? "a peering attachment has a twin of its name and state at the other transit gateway"
                    : $"'{attachment.Resource}' is not what an attachment of this kind attaches here"));
            Distinct($"{path}.attachments", gateway.Attachments.Where(each => each.Kind != TransitGatewayAttachmentKind.Connect).Select(each => each.Resource), "what is attached is attached once");
            Each($"{path}.attachments", gateway.Attachments, (inner, attachment) =>
            {
                Find($"{inner}.resource", attachment.Resource, attachment.Vpc is null ? null : gateway.Region.Path);
                Find($"{inner}.association", attachment.Association, gateway.Id.Path);
                Hold(
                    $"{inner}.subnets",
                    attachment.Vpc is null == (attachment.Subnets.Count == 0),
                    "the attachment of a VPC has a subnet in at least one zone, any other has none");
                Each($"{inner}.subnets", attachment.Subnets, (each, subnet) => Find($"{each}.value", subnet.Value, attachment.Resource.Path));
            });
            Each($"{path}.routeTables", gateway.RouteTables, (inner, table) =>
            {
                Each($"{inner}.propagations", table.Propagations, (each, source) => Find($"{each}.value", source.Value, gateway.Id.Path));
                Each($"{inner}.routes", table.Routes, (each, route) => Find($"{each}.attachment", route.Attachment, gateway.Id.Path));
                Each($"{inner}.routes", table.Routes, (each, route) => Find($"{each}.prefixList", route.PrefixList, gateway.Region.Path));
                Distinct($"{inner}.routes", table.Routes.Select(route => (route.Destination.Value, route.PrefixList)), "a table has one static route to a prefix");
            });
        });
    }

    private bool IsSound(TransitGateway gateway, TransitGatewayAttachment attachment) =>
        attachment.Kind switch
        {
            TransitGatewayAttachmentKind.Vpc => attachment.Resource.Kind == ElementKind.Vpc,
            TransitGatewayAttachmentKind.Peering => topology.TransitGateways.Any(other =>
                other.Id == attachment.Resource
                && other.Id != gateway.Id
                && other.Attachments.Any(twin =>
                    twin.Kind == TransitGatewayAttachmentKind.Peering
                    && twin.Resource == gateway.Id
                    && twin.Name == attachment.Name
                    && twin.State == attachment.State)),
            TransitGatewayAttachmentKind.PrivateIpVpn or TransitGatewayAttachmentKind.Vpn => topology.Hybrid.VpnConnections.Any(connection =>
                connection.Id == attachment.Resource
                && connection.Target == gateway.Id
                && connection.Transport is null == (attachment.Kind == TransitGatewayAttachmentKind.Vpn)),
            TransitGatewayAttachmentKind.VpnConcentrator => topology.Hybrid.VpnConcentrators.Any(concentrator =>
                concentrator.Id == attachment.Resource && concentrator.Gateway == gateway.Id),
            TransitGatewayAttachmentKind.NetworkFunction => gateway.NetworkFunctions.Any(function => function.Id == attachment.Resource),
            TransitGatewayAttachmentKind.ClientVpn => topology.ClientVpnEndpoints.Any(endpoint =>
                endpoint.Id == attachment.Resource && endpoint.TransitGateway == gateway.Id),
            TransitGatewayAttachmentKind.DirectConnectGateway => attachment.Resource.Kind == ElementKind.DirectConnectGateway,
            TransitGatewayAttachmentKind.Connect => gateway.Attachments.Any(transport =>
                transport.Id == attachment.Resource
                && transport.Kind is TransitGatewayAttachmentKind.Vpc or TransitGatewayAttachmentKind.DirectConnectGateway),
            _ => true,
        };

    private bool IsAssociated(ElementId group, ElementId vpc) =>
        topology.SecurityGroups.Any(each => each.Id == group && each.AssociatedVpcs.Contains(vpc));

    private void RequireFiltering()
    {
        Each("securityGroups", topology.SecurityGroups, (path, group) =>
        {
            Find($"{path}.vpc", group.Vpc);
            Each($"{path}.associatedVpcs", group.AssociatedVpcs, (inner, vpc) => Find(inner, vpc));
            Each($"{path}.ingress", group.Ingress, (inner, rule) => Find($"{inner}.peer.value", rule.Peer.Value.Group ?? rule.Peer.Value.PrefixList));
            Each($"{path}.egress", group.Egress, (inner, rule) => Find($"{inner}.peer.value", rule.Peer.Value.Group ?? rule.Peer.Value.PrefixList));
        });
        Each("networkAcls", topology.NetworkAcls, (path, acl) =>
        {
            Find($"{path}.vpc", acl.Vpc);
            RequireRising($"{path}.inbound", acl.Inbound);
            RequireRising($"{path}.outbound", acl.Outbound);
        });
    }

    private static void RequireRising(string path, EquatableArray<NetworkAclEntry> entries) => Each(path, entries, (inner, _, index) => Hold(
        $"{inner}.number",
        index == 0 || entries[index - 1].Number < entries[index].Number,
        "entries stand by rising number, each number once"));

    private void Declare(string path, Element element, string? parent)
    {
        var expected = parent is null ? element.Name : $"{parent}/{element.Name}";
        Hold($"{path}.id", element.Id.Path == expected, $"the path of this {ElementKinds.Text(element.Id.Kind)} should be '{expected}', that of its parent and its name");
        Hold($"{path}.id", known.Add(element.Id), $"{ElementKinds.Text(element.Id.Kind)} '{element.Id}' exists already; names tell elements apart");
    }

    private void Find(string path, ElementId? id, string? parent = null)
    {
        if (id is not { } present)
        {
            return;
        }

        Hold(path, known.Contains(present), $"there is no {ElementKinds.Text(present.Kind)} '{present}'");
        Hold(path, parent is null || ParentOf(present) == parent, $"{ElementKinds.Text(present.Kind)} '{present}' is not of '{parent}'");
    }

    private static void Distinct<T>(string path, IEnumerable<T> values, string rule)
    {
        var seen = new HashSet<T>();
        foreach (var value in values)
        {
            Hold(path, seen.Add(value), $"'{value}' stands here twice; {rule}");
        }
    }

    private static void RequireSome(string path, int count, string rule) => Hold(path, count > 0, $"this is empty; {rule}");

    private static void Hold(string path, bool holds, string reason)
    {
        if (!holds)
        {
            throw new TopologyFormatException(path.StartsWith('$') ? path : $"$.{path}", reason);
        }
    }

    private static void Each<T>(string path, EquatableArray<T> items, Action<string, T> visit) =>
        Each(path, items, (inner, item, _) => visit(inner, item));

    private static void Each<T>(string path, EquatableArray<T> items, Action<string, T, int> visit)
    {
        for (var index = 0; index < items.Count; index++)
        {
            visit($"{path}[{index}]", items[index], index);
        }
    }

    // An interface is named in its VPC, or in its instance when it is not the primary one.
    private static string ParentOfInterface(NetworkInterface each) =>
        each.ManagedBy is { } manager ? manager.Path
        : each.Instance is { } instance && instance.Path != each.Id.Path ? instance.Path : ParentOf(each.Subnet);

    private static string ParentOf(ElementId id) => id.Path.LastIndexOf('/') is var slash and >= 0 ? id.Path[..slash] : "";
}

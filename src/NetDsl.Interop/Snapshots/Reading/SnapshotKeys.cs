namespace NetDsl.Interop.Snapshots.Reading;

/// <summary>The top-level keys of snapshot files, which are the members of the vendor's answers, and what tells their entries apart.</summary>
internal static class SnapshotKeys
{
    private static readonly Dictionary<string, string[]> Identities = new(StringComparer.Ordinal)
    {
        ["Vpcs"] = ["VpcId"],
        ["Subnets"] = ["SubnetId"],
        ["RouteTables"] = ["RouteTableId"],
        ["NetworkAcls"] = ["NetworkAclId"],
        ["SecurityGroups"] = ["GroupId"],
        ["NetworkInterfaces"] = ["NetworkInterfaceId"],
        ["InternetGateways"] = ["InternetGatewayId"],
        ["EgressOnlyInternetGateways"] = ["EgressOnlyInternetGatewayId"],
        ["NatGateways"] = ["NatGatewayId"],
        ["Addresses"] = ["AllocationId", "PublicIp"],
        ["VpcPeeringConnections"] = ["VpcPeeringConnectionId"],
        ["TransitGateways"] = ["TransitGatewayId"],
        ["TransitGatewayAttachments"] = ["TransitGatewayAttachmentId"],
        ["TransitGatewayVpcAttachments"] = ["TransitGatewayAttachmentId"],
        ["TransitGatewayPeeringAttachments"] = ["TransitGatewayAttachmentId"],
        ["TransitGatewayRouteTables"] = ["TransitGatewayRouteTableId"],
        ["TransitGatewayPropagations"] = ["TransitGatewayRouteTableId"],
        ["TransitGatewayStaticRoutes"] = ["TransitGatewayRouteTableId"],
        ["VpcEndpoints"] = ["VpcEndpointId"],
        ["PrefixLists"] = ["PrefixListId"],
        ["ManagedPrefixLists"] = ["PrefixListId"],
        ["VpnGateways"] = ["VpnGatewayId"],
        ["VpnConnections"] = ["VpnConnectionId"],
        ["CustomerGateways"] = ["CustomerGatewayId"],
        ["LoadBalancers"] = ["LoadBalancerArn"],
        ["TargetGroups"] = ["TargetGroupArn"],
        ["LoadBalancerListeners"] = ["ListenerArn", "LoadBalancerArn"],
        ["LoadBalancerAttributes"] = ["LoadBalancerArn"],
        ["LoadBalancerTargetHealth"] = ["TargetGroupArn"],
        ["DBInstances"] = ["DBInstanceIdentifier"],
        ["DirectConnectGateways"] = ["directConnectGatewayId"],
        ["DirectConnectGatewayAssociations"] = ["associationId", "directConnectGatewayId"],
        ["VirtualInterfaces"] = ["virtualInterfaceId"],
        ["Accelerators"] = ["AcceleratorArn"],
        [AcceleratorListeners] = ["ListenerArn"],
        ["EndpointGroups"] = ["EndpointGroupArn"],
        ["ClientVpnEndpoints"] = ["ClientVpnEndpointId"],
        ["ClientVpnTargetNetworks"] = ["AssociationId"],
        [ClientVpnRoutes] = ["ClientVpnEndpointId"],
        [ClientVpnRules] = ["ClientVpnEndpointId"],
    };

    /// <summary>Keys that say nothing of what happens to packets.</summary>
    private static readonly HashSet<string> WithoutEffect = new(StringComparer.Ordinal)
    {
        "NextToken", "Marker", "NextMarker", "nextToken", "ResponseMetadata", "FlowLogs", "DhcpOptions", "KeyPairs", "AvailabilityZones", "Regions", "Tags", "Images", "Snapshots",
        "Volumes", "resourceShares", "resourceShareAssociations", "principals", "DBSubnetGroups",
    };

    /// <summary>The listeners of accelerators.</summary>
    public const string AcceleratorListeners = "Listeners";

    /// <summary>The routes of Client VPN endpoints.</summary>
    public const string ClientVpnRoutes = "Routes";

    /// <summary>The authorization rules of Client VPN endpoints.</summary>
    public const string ClientVpnRules = "AuthorizationRules";

    /// <summary>The key whose entries are reservations, which hold instances.</summary>
    public const string Reservations = "Reservations";

    /// <summary>The key under which instances are remembered.</summary>
    public const string Instances = "Instances";

    /// <summary>The one spelling of a key: the vendor's Direct Connect writes its own with a small letter.</summary>
    public static string Canonical(string key) =>
        key.Length > 0 && char.IsAsciiLetterLower(key[0]) && Identities.ContainsKey(char.ToUpperInvariant(key[0]) + key[1..]) ? char.ToUpperInvariant(key[0]) + key[1..] : key;

    /// <summary>The key that an entry is remembered under: listeners of load balancers and of accelerators stand under one.</summary>
    public static string KeyOf(string key, SnapshotValue entry) =>
        key == AcceleratorListeners && entry.Text("LoadBalancerArn") is not null ? "LoadBalancerListeners" : key;

    /// <summary>Whether entries of the key are taken in.</summary>
    public static bool IsRead(string key) => Identities.ContainsKey(key);

    /// <summary>Whether the key may be passed over.</summary>
    public static bool IsWithoutEffect(string key) => WithoutEffect.Contains(key);

    /// <summary>What tells an entry apart; nothing where the key is one of several answers, and the entry is of one that is not read by itself.</summary>
    public static string? IdOf(string key, SnapshotValue entry)
    {
        // Routes of transit gateways stand under the same key, and do not say of which table.
        if (key is ClientVpnRoutes or ClientVpnRules)
        {
            return entry.Text("ClientVpnEndpointId") is { Length: > 0 } endpoint
                ? $"{endpoint}: {entry.Text("DestinationCidr")}, {entry.FirstText("TargetSubnet", "GroupId")}"
                : null;
        }

        // Both ends of a peering between transit gateways have the attachment's identifier, each with an association of its own.
        if (key == "TransitGatewayAttachments")
        {
            return $"{entry.RequiredText("TransitGatewayAttachmentId")}@{entry.Text("TransitGatewayId")}";
        }

        foreach (var member in Identities[key])
        {
            if (entry.Text(member) is { Length: > 0 } id)
            {
                return id;
            }
        }

        return entry.RequiredText(Identities[key][0]);
    }
}

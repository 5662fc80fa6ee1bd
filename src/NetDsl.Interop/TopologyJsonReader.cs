using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <summary>Reads the JSON form of a topology. Whether its parts fit together is asked by <see cref="TopologyInvariants"/>.</summary>
internal static partial class TopologyJsonReader
{
    private const int LongestTopologyName = 511;

    public static Topology Read(JsonPlace root)
    {
        RequireFormat(root);
        root.WithMembers(
            "format", "name", "profile?", "accounts", "regions", "vpcs", "subnets", "routeTables", "internetGateways", "natGateways", "egressOnlyInternetGateways?", "elasticAddresses",
            "securityGroups", "networkAcls", "instances", "networkInterfaces", "prefixLists?", "peerings", "transitGateways", "clientVpnEndpoints?", "allocations?", "hybrid?", "names?", "problems",
            "regionalNatGateways?", "routeServers?",
            "publicServices?", "vpcEndpoints?", "endpointServices?", "loadBalancers?", "targetGroups?", "gatewayLoadBalancers?", "autoScalingGroups?", "internetClients?", "accelerators?", "intents?");
        return new Topology
        {
            Name = TopologyName(root.Member("name")),
            Profile = Profile(root.Optional("profile")),
            Accounts = All(root, "accounts", Account),
            Regions = All(root, "regions", Region),
            Vpcs = All(root, "vpcs", Vpc),
            Subnets = All(root, "subnets", Subnet),
            RouteTables = All(root, "routeTables", RouteTable),
            InternetGateways = All(root, "internetGateways", InternetGateway),
            NatGateways = All(root, "natGateways", NatGateway),
            EgressOnlyInternetGateways = OptionalAll(root, "egressOnlyInternetGateways", EgressOnlyInternetGateway),
            ElasticAddresses = All(root, "elasticAddresses", ElasticAddress),
            SecurityGroups = All(root, "securityGroups", SecurityGroup),
            NetworkAcls = All(root, "networkAcls", NetworkAcl),
            Instances = All(root, "instances", Instance),
            NetworkInterfaces = All(root, "networkInterfaces", NetworkInterface),
            RegionalNatGateways = OptionalAll(root, "regionalNatGateways", RegionalNatGateway),
            RouteServers = OptionalAll(root, "routeServers", RouteServer),
            PrefixLists = OptionalAll(root, "prefixLists", PrefixList),
            Peerings = All(root, "peerings", Peering),
            TransitGateways = All(root, "transitGateways", TransitGateway),
            ClientVpnEndpoints = OptionalAll(root, "clientVpnEndpoints", ClientVpnEndpoint),
            Allocations = OptionalAll(root, "allocations", Allocation),
            PublicServices = OptionalAll(root, "publicServices", PublicService),
            VpcEndpoints = OptionalAll(root, "vpcEndpoints", VpcEndpoint),
            EndpointServices = OptionalAll(root, "endpointServices", EndpointService),
            LoadBalancers = OptionalAll(root, "loadBalancers", LoadBalancer),
            TargetGroups = OptionalAll(root, "targetGroups", TargetGroup),
            GatewayLoadBalancers = OptionalAll(root, "gatewayLoadBalancers", GatewayLoadBalancer),
            AutoScalingGroups = OptionalAll(root, "autoScalingGroups", AutoScalingGroup),
            InternetClients = OptionalAll(root, "internetClients", InternetClient),
            Accelerators = OptionalAll(root, "accelerators", Accelerator),
            Intents = OptionalAll(root, "intents", Intent),
            Hybrid = Hybrid(root),
            Names = DomainNames(root.Optional("names")),
            Problems = All(root, "problems", Problem),
        };
    }

    private static void RequireFormat(JsonPlace root)
    {
        var format = root.Optional("format")
            ?? throw root.Fault($"there is no member 'format'; a serialised topology says \"format\": \"{TopologyJson.Format}\"");
        if (format.Text() is var text && text != TopologyJson.Format)
        {
            throw format.Fault($"'{JsonPlace.Printable(text)}' is not a form that can be read; this version reads '{TopologyJson.Format}'");
        }
    }

    private static string TopologyName(JsonPlace place)
    {
        var name = place.Text();
        return name.Length is > 0 and <= LongestTopologyName && !name.Any(character => char.IsControl(character) || character is '/' or '\\')
            ? name
            : throw place.Fault(
                $"'{JsonPlace.Printable(name)}' is not the name of a topology; it has 1 to {LongestTopologyName} characters, none of them a slash or a control character");
    }

    private static Region Region(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "blockPublicAccess?", "localZones?");
        return new Region(Id(place, ElementKind.Region), Origin(place))
        {
            BlockPublicAccess = place.Optional("blockPublicAccess") is { } mode ? EnumText.Read<BlockPublicAccessMode>(mode) : BlockPublicAccessMode.Off,
            LocalZones = OptionalAll(place, "localZones", zone =>
            {
                zone.WithMembers("name", "parent", "origin?");
                return LocalZone.IsName(zone.Member("name").Text())
                    ? new LocalZone(zone.Member("name").Text(), zone.Member("parent").Text(), Origin(zone))
                    : throw zone.Member("name").Fault($"'{JsonPlace.Printable(zone.Member("name").Text())}' is not the name of a Local Zone; write one such as us-east-1-bos-1a");
            }),
        };
    }

    private static Problem Problem(JsonPlace place)
    {
        place.WithMembers("origin?", "kind", "text", "other?", "replacement?");
        return new Problem(EnumText.Read<ProblemKind>(place.Member("kind")), place.Member("text").Text(), Origin(place))
        {
            Other = place.Optional("other") is { } other ? OriginText.Read(other) : null,
            Replacement = place.Optional("replacement")?.Text(),
        };
    }

    private static EquatableArray<T> All<T>(JsonPlace place, string member, Func<JsonPlace, T> read) =>
        place.Member(member).Items().Select(read).ToEquatableArray();

    /// <summary>A list that is left out when it is empty.</summary>
    private static EquatableArray<T> OptionalAll<T>(JsonPlace place, string member, Func<JsonPlace, T> read) =>
        place.Optional(member)?.Items().Select(read).ToEquatableArray() ?? [];

    private static ElementId Id(JsonPlace place, ElementKind kind) => IdText.Read(place.Member("id"), kind);

    private static Origin Origin(JsonPlace place) => OriginText.Read(place.Optional("origin"));

    private static ElementId Reference(JsonPlace place, string member, ElementKind kind) => IdText.Read(place.Member(member), kind);

    private static ElementId? OptionalReference(JsonPlace place, string member, ElementKind kind) =>
        place.Optional(member) is { } present ? IdText.Read(present, kind) : null;

    private static Ipv4Address? OptionalAddress(JsonPlace place, string member) =>
        place.Optional(member) is { } present ? AddressText.ReadAddress(present) : null;

    private static Sourced<Ipv4Prefix> Ipv4Prefix(JsonPlace place, string member) =>
        Sourced(place.Member(member), AddressText.ReadIpv4Prefix);

    private static Sourced<IpPrefix> Prefix(JsonPlace place, string member) =>
        Sourced(place.Member(member), AddressText.ReadPrefix);

    private static Sourced<T> Sourced<T>(JsonPlace place, Func<JsonPlace, T> read)
    {
        place.WithMembers("value", "origin?");
        return new Sourced<T>(read(place.Member("value")), Origin(place));
    }
}

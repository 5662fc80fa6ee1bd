using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <summary>Reads the JSON form of a topology. Whether its parts fit together is asked by <see cref="TopologyInvariants"/>.</summary>
internal static class TopologyJsonReader
{
    private const int LongestTopologyName = 511;

    public static Topology Read(JsonPlace root)
    {
        RequireFormat(root);
        root.WithMembers(
            "format", "name", "accounts", "regions", "vpcs", "subnets", "routeTables", "internetGateways", "natGateways", "elasticAddresses",
            "securityGroups", "networkAcls", "instances", "networkInterfaces", "peerings", "transitGateways", "problems");
        return new Topology
        {
            Name = TopologyName(root.Member("name")),
            Accounts = All(root, "accounts", Account),
            Regions = All(root, "regions", Region),
            Vpcs = All(root, "vpcs", Vpc),
            Subnets = All(root, "subnets", Subnet),
            RouteTables = All(root, "routeTables", RouteTable),
            InternetGateways = All(root, "internetGateways", InternetGateway),
            NatGateways = All(root, "natGateways", NatGateway),
            ElasticAddresses = All(root, "elasticAddresses", ElasticAddress),
            SecurityGroups = All(root, "securityGroups", SecurityGroup),
            NetworkAcls = All(root, "networkAcls", NetworkAcl),
            Instances = All(root, "instances", Instance),
            NetworkInterfaces = All(root, "networkInterfaces", NetworkInterface),
            Peerings = All(root, "peerings", Peering),
            TransitGateways = All(root, "transitGateways", TransitGateway),
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

    private static Account Account(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "number");
        var number = place.Member("number");
        return number.Text() is { Length: 12 } digits && digits.All(char.IsAsciiDigit)
            ? new Account(Id(place, ElementKind.Account), Origin(place), digits)
            : throw number.Fault($"'{JsonPlace.Printable(number.Text())}' is not an account number; it has twelve digits");
    }

    private static Region Region(JsonPlace place)
    {
        place.WithMembers("id", "origin?");
        return new Region(Id(place, ElementKind.Region), Origin(place));
    }

    private static Vpc Vpc(JsonPlace place)
    {
        place.WithMembers(
            "id", "origin?", "region", "account", "blocks", "mainRouteTable", "defaultNetworkAcl", "defaultSecurityGroup");
        return new Vpc(
            Id(place, ElementKind.Vpc),
            Origin(place),
            Reference(place, "region", ElementKind.Region),
            Reference(place, "account", ElementKind.Account),
            All(place, "blocks", block => Sourced(block, AddressText.ReadPrefix)),
            Reference(place, "mainRouteTable", ElementKind.RouteTable),
            Reference(place, "defaultNetworkAcl", ElementKind.NetworkAcl),
            Reference(place, "defaultSecurityGroup", ElementKind.SecurityGroup));
    }

    private static Subnet Subnet(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "prefix", "zone", "routeTable", "networkAcl", "needsInternet?");
        return new Subnet(
            Id(place, ElementKind.Subnet),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            Prefix(place, "prefix"),
            Sourced(place.Member("zone"), zone => zone.Text()),
            Reference(place, "routeTable", ElementKind.RouteTable),
            Reference(place, "networkAcl", ElementKind.NetworkAcl),
            place.Optional("needsInternet") is { } needs ? OriginText.Read(needs) : null);
    }

    private static RouteTable RouteTable(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "routes");
        return new RouteTable(
            Id(place, ElementKind.RouteTable),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            All(place, "routes", route =>
            {
                route.WithMembers("origin?", "destination", "target");
                return new Route(Prefix(route, "destination"), Sourced(route.Member("target"), RouteTarget), Origin(route));
            }));
    }

    private static ElementId RouteTarget(JsonPlace place) => IdText.ReadWithKind(
        place, ElementKind.InternetGateway, ElementKind.NatGateway, ElementKind.Peering, ElementKind.TransitGateway);

    private static InternetGateway InternetGateway(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc?");
        return new InternetGateway(
            Id(place, ElementKind.InternetGateway), Origin(place), OptionalReference(place, "vpc", ElementKind.Vpc));
    }

    private static NatGateway NatGateway(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "subnet", "connectivity", "privateAddress", "publicAddress?");
        return new NatGateway(
            Id(place, ElementKind.NatGateway),
            Origin(place),
            Reference(place, "subnet", ElementKind.Subnet),
            EnumText.Read<NatConnectivity>(place.Member("connectivity")),
            AddressText.ReadAddress(place.Member("privateAddress")),
            OptionalAddress(place, "publicAddress"));
    }

    private static ElasticAddress ElasticAddress(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "address", "holder?");
        return new ElasticAddress(
            Id(place, ElementKind.ElasticAddress),
            Origin(place),
            AddressText.ReadAddress(place.Member("address")),
            place.Optional("holder") is { } holder
                ? IdText.ReadWithKind(holder, ElementKind.NetworkInterface, ElementKind.NatGateway)
                : null);
    }

    private static SecurityGroup SecurityGroup(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "ingress", "egress");
        return new SecurityGroup(
            Id(place, ElementKind.SecurityGroup),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            All(place, "ingress", Rule),
            All(place, "egress", Rule));
    }

    private static SecurityGroupRule Rule(JsonPlace place)
    {
        place.WithMembers("origin?", "traffic", "peer");
        return new SecurityGroupRule(
            TrafficText.Read(place.Member("traffic")), Sourced(place.Member("peer"), Peer), Origin(place));
    }

    private static SecurityGroupPeer Peer(JsonPlace place) => place.Text().Contains(':', StringComparison.Ordinal)
        ? SecurityGroupPeer.Of(IdText.ReadWithKind(place, ElementKind.SecurityGroup))
        : SecurityGroupPeer.Of(AddressText.ReadPrefix(place));

    private static NetworkAcl NetworkAcl(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "inbound", "outbound");
        return new NetworkAcl(
            Id(place, ElementKind.NetworkAcl),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            All(place, "inbound", Entry),
            All(place, "outbound", Entry));
    }

    private static NetworkAclEntry Entry(JsonPlace place)
    {
        place.WithMembers("origin?", "number", "action", "traffic", "peer");
        return new NetworkAclEntry(
            place.Member("number").Number(1, 32766),
            EnumText.Read<AclAction>(place.Member("action")),
            TrafficText.Read(place.Member("traffic")),
            Prefix(place, "peer"),
            Origin(place));
    }

    private static Instance Instance(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "subnet", "interfaces");
        return new Instance(
            Id(place, ElementKind.Instance),
            Origin(place),
            Reference(place, "subnet", ElementKind.Subnet),
            All(place, "interfaces", each => IdText.Read(each, ElementKind.NetworkInterface)));
    }

    private static NetworkInterface NetworkInterface(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "subnet", "instance?", "privateAddress", "publicAddress?", "securityGroups");
        return new NetworkInterface(
            Id(place, ElementKind.NetworkInterface),
            Origin(place),
            Reference(place, "subnet", ElementKind.Subnet),
            OptionalReference(place, "instance", ElementKind.Instance),
            AddressText.ReadAddress(place.Member("privateAddress")),
            OptionalAddress(place, "publicAddress"),
            All(place, "securityGroups", group => IdText.Read(group, ElementKind.SecurityGroup)));
    }

    private static Peering Peering(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "requester", "accepter", "status");
        return new Peering(
            Id(place, ElementKind.Peering),
            Origin(place),
            Sourced(place.Member("requester"), vpc => IdText.Read(vpc, ElementKind.Vpc)),
            Sourced(place.Member("accepter"), vpc => IdText.Read(vpc, ElementKind.Vpc)),
            EnumText.Read<PeeringStatus>(place.Member("status")));
    }

    private static TransitGateway TransitGateway(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "region", "securityGroupReferencing", "attachments", "routeTables");
        return new TransitGateway(
            Id(place, ElementKind.TransitGateway),
            Origin(place),
            Reference(place, "region", ElementKind.Region),
            place.Member("securityGroupReferencing").Flag(),
            All(place, "attachments", Attachment),
            All(place, "routeTables", TransitGatewayRouteTable));
    }

    private static TransitGatewayAttachment Attachment(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "vpc", "subnets", "securityGroupReferencing", "association?");
        return new TransitGatewayAttachment(
            Id(place, ElementKind.TransitGatewayAttachment),
            Origin(place),
            Reference(place, "vpc", ElementKind.Vpc),
            All(place, "subnets", subnet => Sourced(subnet, id => IdText.Read(id, ElementKind.Subnet))),
            place.Member("securityGroupReferencing").Flag(),
            OptionalReference(place, "association", ElementKind.TransitGatewayRouteTable));
    }

    private static TransitGatewayRouteTable TransitGatewayRouteTable(JsonPlace place)
    {
        place.WithMembers("id", "origin?", "propagations", "routes");
        return new TransitGatewayRouteTable(
            Id(place, ElementKind.TransitGatewayRouteTable),
            Origin(place),
            All(place, "propagations", each => Sourced(each, id => IdText.Read(id, ElementKind.TransitGatewayAttachment))),
            All(place, "routes", route =>
            {
                route.WithMembers("origin?", "destination", "attachment?");
                return new TransitGatewayRoute(
                    Prefix(route, "destination"),
                    OptionalReference(route, "attachment", ElementKind.TransitGatewayAttachment),
                    Origin(route));
            }));
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

    private static ElementId Id(JsonPlace place, ElementKind kind) => IdText.Read(place.Member("id"), kind);

    private static Origin Origin(JsonPlace place) => OriginText.Read(place.Optional("origin"));

    private static ElementId Reference(JsonPlace place, string member, ElementKind kind) => IdText.Read(place.Member(member), kind);

    private static ElementId? OptionalReference(JsonPlace place, string member, ElementKind kind) =>
        place.Optional(member) is { } present ? IdText.Read(present, kind) : null;

    private static Ipv4Address? OptionalAddress(JsonPlace place, string member) =>
        place.Optional(member) is { } present ? AddressText.ReadAddress(present) : null;

    private static Sourced<Ipv4Prefix> Prefix(JsonPlace place, string member) =>
        Sourced(place.Member(member), AddressText.ReadPrefix);

    private static Sourced<T> Sourced<T>(JsonPlace place, Func<JsonPlace, T> read)
    {
        place.WithMembers("value", "origin?");
        return new Sourced<T>(read(place.Member("value")), Origin(place));
    }
}

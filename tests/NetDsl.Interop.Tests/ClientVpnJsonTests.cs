using System.Text.Json.Nodes;

namespace NetDsl.Interop.Tests;

public class ClientVpnJsonTests
{
    public static TheoryData<string, Action<JsonObject, JsonObject>> Broken => new()
    {
        { "$.clientVpnEndpoints[0]: an endpoint is of a VPC, or attached to a transit gateway, and not both", (vpc, _) => vpc["transitGateway"] = "us-east-1/hub" },
        { "$.clientVpnEndpoints[0].securityGroups: this is empty; an endpoint has at least the default group of its VPC", (vpc, _) => vpc["securityGroups"] = new JsonArray() },
        { "$.clientVpnEndpoints[1].securityGroups: what is attached to a transit gateway has no security groups", (vpc, hub) => hub["securityGroups"] = vpc["securityGroups"]!.DeepClone() },
        { "$.clientVpnEndpoints[1].clientPrefix: an endpoint has IPv4 addresses for clients when it carries IPv4, and only then", (_, hub) => hub.Remove("clientPrefix") },
        { "$.clientVpnEndpoints[1].clientIpv6Prefix: an endpoint has IPv6 addresses for clients of its own when it carries IPv6 and is attached to a transit gateway, and only then", (_, hub) => hub.Remove("clientIpv6Prefix") },
        { "$.clientVpnEndpoints[1].clientIpv6Prefix: '10.0.0.0/8' is not an IPv6 prefix; write one such as 2001:db8::/56", (_, hub) => hub["clientIpv6Prefix"] = "10.0.0.0/8" },
        { "$.clientVpnEndpoints[0].transport: 'icmp' is neither tcp nor udp", (vpc, _) => vpc["transport"] = "icmp" },
        { "$.clientVpnEndpoints[0].port: 53 is no port of an endpoint, which are 443 and 1194", (vpc, _) => vpc["port"] = 53 },
        { "$.clientVpnEndpoints[0].clients[0].association: a client has landed on an association, and on none where the endpoint is attached to a transit gateway", (vpc, _) => Client(vpc).Remove("association") },
        { "$.clientVpnEndpoints[0].clients[0].ipv6Address: a client has an IPv6 address when its endpoint carries IPv6, and only then", (vpc, _) => Client(vpc).Remove("ipv6Address") },
        { "$.clientVpnEndpoints[0].clients[0].address: 10.0.0.9 is not in the prefix of the endpoint's clients (172.20.0.0/22)", (vpc, _) => Client(vpc)["address"] = "10.0.0.9" },
        { "$.clientVpnEndpoints[0].clients[0].ipv6Address: 2001:db8::4 is not in subnet 'us-east-1/shop/edge' (2001:db8:0:100::/64)", (vpc, _) => Client(vpc)["ipv6Address"] = "2001:db8::4" },
        { "$.clientVpnEndpoints[0].clients[0].ipv6Address: 2001:db8:0:100::4 is taken already in subnet 'us-east-1/shop/edge'", (vpc, _) => Client(vpc)["ipv6Address"] = "2001:db8:0:100::4" },
        { "$.clientVpnEndpoints[1].clients[0].ipv6Address: 2001:db8::4 is not in the prefix of the endpoint's clients (2001:db8:7f::/80)", (_, hub) => Client(hub)["ipv6Address"] = "2001:db8::4" },
    };

    [Fact]
    public void Endpoints_of_both_kinds_and_families_read_back()
    {
        var topology = Network().Build();

        Assert.Empty(topology.Problems);
        Assert.Equal(topology, TopologyJson.Read(TopologyJson.Write(topology)));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_cannot_be_is_refused(string error, Action<JsonObject, JsonObject> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var root = JsonNode.Parse(TopologyJson.Write(Network().Build()))!;
        var endpoints = root["clientVpnEndpoints"]!.AsArray();
        edit(endpoints[0]!.AsObject(), endpoints[1]!.AsObject());

        Assert.False(TopologyJson.TryRead(root.ToJsonString(), out _, out var told));
        Assert.Equal(error, told);
    }

    [Fact]
    public void An_endpoint_whose_attachment_is_gone_is_refused()
    {
        var root = JsonNode.Parse(TopologyJson.Write(Network().Build()))!;
        var hub = root["transitGateways"]![0]!;
        hub["attachments"] = new JsonArray();
        hub["routeTables"]![0]!["propagations"] = new JsonArray();

        Assert.False(TopologyJson.TryRead(root.ToJsonString(), out _, out var told));
        Assert.Equal("$.clientVpnEndpoints[1].transitGateway: transit gateway 'us-east-1/hub' has no attachment of this endpoint", told);
    }

    static JsonObject Client(JsonObject endpoint) => endpoint["clients"]![0]!.AsObject();

    static NetworkBuilder Network()
    {
        var network = new NetworkBuilder();
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16").Ipv6Cidr("2001:db8:0:100::/56");
        var edge = shop.Subnet("edge", "10.0.0.0/24", "a").AssignIpv6();
        edge.Instance("host");
        shop.ClientVpn("remote", "172.20.0.0/22", addressType: IpAddressType.Dualstack).Associate(edge).Route("::/0").Authorize("::/0").Client("ann");
        region.TransitGateway("hub").CidrBlock("2001:db8:7f::/64").AttachClientVpn("home", "172.24.0.0/22", addressType: IpAddressType.Dualstack)
            .Endpoint.Route("10.0.0.0/16").Route("2001:db8::/32").ClientToClient().Authorize("0.0.0.0/0").Client("bob");
        return network;
    }
}

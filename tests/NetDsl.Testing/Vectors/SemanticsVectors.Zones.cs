using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>F section 1.2: identifiers of zones, where accounts meet.</content>
public abstract partial class SemanticsVectors
{
    /// <summary>An account in which the first two zones have each other's names.</summary>
    static AccountBuilder Swapped(NetworkBuilder network) =>
        network.Account("partner", "210987654321").Zone("us-east-1a", "use1-az2").Zone("us-east-1b", "use1-az1");

    [Fact]
    [Trait("Rule", "F-1.2 zone ids")]
    [Trait("Rule", "R-6.18")]
    public void F_1_2_An_endpoint_uses_the_node_of_its_own_zone_whatever_the_provider_calls_it()
    {
        var network = new NetworkBuilder("Zones");
        var partner = Swapped(network);
        var region = network.Region("us-east-1");
        var provider = region.Vpc("provider", "10.0.0.0/16");
        var (a, b) = (provider.Subnet("a", "10.0.0.0/24", "a"), provider.Subnet("b", "10.0.1.0/24", "b"));
        var balancer = provider.NetworkLoadBalancer("lb").Internal().CrossZone().Subnet(a, privateIp: "10.0.0.100").Subnet(b, privateIp: "10.0.1.100");
        balancer.Listener(ListenerProtocol.Tcp, 443, provider.TargetGroup("servers", ListenerProtocol.Tcp, 8080).Target(a.Instance("server", Open(provider))));
        var consumer = region.Vpc("consumer", "10.1.0.0/16", partner);
        var home = consumer.Subnet("home", "10.1.0.0/24", "a");
        var group = Open(consumer);
        var endpoint = consumer.InterfaceEndpoint("api", provider.EndpointService("svc", balancer, acceptanceRequired: false).Permit(partner)).Subnet(home).SecurityGroup(group);

        var trace = Ask(network, home.Instance("client", group), endpoint, Tcp(443));

        AssertReachable(trace);

        // The consumer's us-east-1a is the provider's us-east-1b.
        Assert.Equal("10.0.1.100", Last(trace.Forward).Source.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Rule", "F-1.2 zone ids")]
    public void F_1_2_A_transit_gateway_keeps_the_zone_into_the_vpc_of_another_account(bool applianceMode)
    {
        var network = new NetworkBuilder("Zones");
        var partner = Swapped(network);
        var region = network.Region("us-east-1");
        var shop = region.Vpc("shop", "10.0.0.0/16");
        var source = shop.Subnet("source", "10.0.0.0/24", "a");
        var client = source.Instance("client", Open(shop));
        var branch = region.Vpc("branch", "10.1.0.0/16", partner);
        var (a, b) = (branch.Subnet("a", "10.1.0.0/24", "a"), branch.Subnet("b", "10.1.1.0/24", "b"));
        a.Associate(branch.NetworkAcl("acl-a").AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4));
        b.Associate(branch.NetworkAcl("acl-b").AllowInbound(100, AllTraffic, AnyIpv4).AllowOutbound(100, AllTraffic, AnyIpv4));
        var far = branch.Subnet("far", "10.1.2.0/24", "b");
        var server = far.Instance("server", Open(branch));
        var hub = region.TransitGateway("hub");
        hub.Attach("shop", source);
        var there = hub.Attach("branch", a).Subnet(b);
        if (applianceMode)
        {
            there.ApplianceMode();
        }

        shop.MainRouteTable.Route("10.0.0.0/8", hub);
        branch.MainRouteTable.Route("10.0.0.0/8", hub);

        var trace = Ask(network, client, server, Tcp(443));

        // Zone use1-az1, the shop's us-east-1a, is the branch's us-east-1b.
        AssertReachable(trace);
        Assert.Contains("acl-b", Acls(trace.Forward), StringComparison.Ordinal);
        Assert.DoesNotContain("acl-a", Acls(trace.Forward), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "F-1.2 zone ids")]
    [Trait("Rule", "R-4.5")]
    public void F_1_2_One_zone_carries_no_references_to_groups_over_transit_gateways()
    {
        Assert.Equal(Verdict.Reachable, Reference("a", "use1-az1").Verdict);
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/b/server", Reference("a", "use1-az3"));
        AssertForwardBlocked("EniSgRulesMismatch us-east-1/b/server", Reference("c", null));

        // A host in that zone of a sender's, to one of another; the vendor's order of names is the default.
        Trace Reference(string zone, string? id)
        {
            var network = new NetworkBuilder("Zones");
            var account = network.Account("partner", "210987654321");
            if (id is not null)
            {
                account.Zone($"us-east-1{zone}", id);
            }

            var region = network.Region("us-east-1");
            var (a, b) = (region.Vpc("a", "10.0.0.0/16", account), region.Vpc("b", "10.1.0.0/16"));
            var (here, there) = (a.Subnet("here", "10.0.0.0/24", zone), b.Subnet("there", "10.1.0.0/24", "b"));
            var group = a.SecurityGroup("clients");
            var client = here.Instance("client", group);
            var server = there.Instance("server", b.SecurityGroup("servers").Ingress(Tcp(443), from: group));
            var hub = region.TransitGateway("hub").SecurityGroupReferencing();
            hub.Attach("a", here);
            hub.Attach("b", there);
            a.MainRouteTable.Route("10.0.0.0/8", hub);
            b.MainRouteTable.Route("10.0.0.0/8", hub);
            return Ask(network, client, server, Tcp(443));
        }
    }
}

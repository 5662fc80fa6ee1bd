using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Tests.Authoring;

/// <summary>What the vendor refuses of Client VPN endpoints (interconnect, section 8).</summary>
public class ClientVpnTests
{
    [Fact]
    public void An_endpoint_has_what_was_said_of_it()
    {
        var topology = Scene.Takes(scene => scene.Shop
            .ClientVpn("vpn", "172.20.0.0/22", ClientVpnAuthentication.Saml | ClientVpnAuthentication.Certificate)
            .Associate(scene.Edge)
            .Route("10.9.0.0/16", by: scene.Edge)
            .ClientToClient()
            .Authorize(AnyIpv4)
            .Authorize("10.9.0.0/16", "staff")
            .SecurityGroup(scene.Web)
            .SplitTunnel()
            .Transport(Tcp(1194))
            .Client("ann", ["staff"]));
        var endpoint = Assert.Single(topology.ClientVpnEndpoints);
        var association = Assert.Single(endpoint.Associations);
        Assert.Equal(("us-east-1/shop/vpn/edge", "10.0.0.4", "203.0.113.1"), (association.Id.Path, association.PrivateAddress.ToString(), association.PublicAddress.ToString()));
        Assert.Equal(["10.0.0.0/16", "10.9.0.0/16", "172.20.0.0/22"], association.Routes.Select(route => route.Destination.ToString()));
        Assert.Equal([null, "staff"], endpoint.Rules.Select(rule => rule.Group));
        Assert.Equal("172.20.0.2", Assert.Single(endpoint.Clients).Address.ToString());
        Assert.True(endpoint.SplitTunnel);
        Assert.Equal((Protocol.Tcp, 1194), (endpoint.Transport, endpoint.Port));
    }

    [Fact]
    public void Tunnels_are_carried_over_udp_unless_told_otherwise()
    {
        var endpoint = Assert.Single(Scene.Takes(scene => Vpn(scene)).ClientVpnEndpoints);
        Assert.Equal((Protocol.Udp, 443), (endpoint.Transport, endpoint.Port));
    }

    public static TheoryData<string, Action<object>> Refused => new()
    {
        { "172.20.0.0/24 is no prefix for clients; the vendor takes a /12 to a /22", Do(scene => scene.Shop.ClientVpn("vpn", "172.20.0.0/24")) },
        { "10.0.0.0/8 is no prefix for clients; the vendor takes a /12 to a /22", Do(scene => scene.Shop.ClientVpn("vpn", "10.0.0.0/8")) },
        { "clients are authenticated by Certificate, Directory or Saml, or by Certificate and one of the other two", Do(scene => scene.Shop.ClientVpn("vpn", "172.20.0.0/22", ClientVpnAuthentication.Saml | ClientVpnAuthentication.Directory)) },
        { "subnet 'data' (10.0.1.0/28) is too small for Client VPN endpoint 'vpn'; the vendor takes a /27 or larger", Do(scene => Vpn(scene).Associate(scene.Data)) },
        { "subnet 'tools' is of VPC 'shared', Client VPN endpoint 'vpn' of VPC 'shop'; associate a subnet of its own VPC", Do(scene => Vpn(scene).Associate(scene.Tools)) },
        { "Client VPN endpoint 'vpn' is associated with subnet 'edge' in zone us-east-1a already; it takes one subnet a zone", Do(scene => Vpn(scene).Associate(scene.Edge).Associate(scene.Shop.Subnet("more", "10.0.5.0/24", "a"))) },
        { "10.0.0.0/20 of the clients of Client VPN endpoint 'vpn' overlaps 10.0.0.0/16 of VPC 'shop', whose clients they are; choose another prefix", Do(scene => scene.Shop.ClientVpn("vpn", "10.0.0.0/20")) },
        { "172.20.0.0/22 of the clients of Client VPN endpoint 'vpn' overlaps 172.16.0.0/12 of a route of the endpoint; choose another prefix", Do(scene => Vpn(scene).Associate(scene.Edge).Route("172.16.0.0/12")) },
        { "Client VPN endpoint 'vpn' knows clients by their certificates only, which tell no groups; authorize everybody, or authenticate by Directory or Saml", Do(scene => Vpn(scene).Authorize("10.0.0.0/16", "staff")) },
        { "clients reach each other by a rule for everybody only, not by one for group 'staff'", Do(scene => scene.Shop.ClientVpn("vpn", "172.20.0.0/22", ClientVpnAuthentication.Saml).Authorize("172.20.0.0/22", "staff")) },
        { "Client VPN endpoint 'vpn' has a route to 10.9.0.0/16 already; a table has one route to a prefix", Do(scene => Vpn(scene).Associate(scene.Edge).Route("10.9.0.0/16").Route("10.9.0.0/16", by: scene.Edge)) },
        { "subnet 'data' is not associated with Client VPN endpoint 'vpn'; associate it before, with Associate(…)", Do(scene => Vpn(scene).Route("10.9.0.0/16", by: scene.Data)) },
        { "clients connect to Client VPN endpoint 'vpn' over UDP or TCP to port 443 or 1194, not by udp/53; write such as Udp(443) or Tcp(443)", Do(scene => Vpn(scene).Transport(Udp(53))) },
        { "Client VPN endpoint 'vpn' has no associated subnet yet, so that nobody can connect; associate one before, with Associate(…)", Do(scene => Vpn(scene).Client("ann")) },
        { "subnet 'data' is not associated with Client VPN endpoint 'vpn'; associate it before, with Associate(…)", Do(scene => Vpn(scene).Associate(scene.Edge).Client("ann", by: scene.Data)) },
    };

    [Theory]
    [Trait("Rule", "I-8.1")]
    [MemberData(nameof(Refused))]
    public void What_the_vendor_refuses_is_told(string text, Action<object> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        var scene = new Scene();
        add(scene);
        Assert.Equal([text], scene.Network.Build().Problems.Select(problem => problem.Text));
    }

    static ClientVpnBuilder Vpn(Scene scene) => scene.Shop.ClientVpn("vpn", "172.20.0.0/22");

    static Action<object> Do(Action<Scene> add) => scene => add((Scene)scene);
}

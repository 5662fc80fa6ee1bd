using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl.Compiler.Tests.Checks;

public class ClientsGetNoRepliesTests
{
    [Fact]
    [Trait("Rule", "I-8 transit gateway")]
    public void A_vpc_without_a_way_back_is_told_at_its_attachment()
    {
        var (asked, other) = (Origin.None, Origin.None);
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var (hub, shop) = Start(network);
            hub.Attach("shop", shop.Subnet("app", "10.0.1.0/24", "a"));
            asked = Here(-1);
            hub.AttachClientVpn("remote", "172.20.0.0/22", configure: Opened);
            other = Here(-1);
        }));

        Assert.Equal(("ND2042", asked), (finding.Rule.Id, finding.Origin));
        Assert.Equal(
            "Clients of Client VPN endpoint 'remote' (172.20.0.0/22) get into VPC 'shop' with their own addresses, and no route table of its subnets leads back to them; add Route(\"172.20.0.0/22\", …) to transit gateway 'hub'.",
            finding.Message);
        Assert.Equal([(other, "transit gateway attachment 'remote'")], finding.Related.Select(related => (related.Origin, related.Text)));
    }

    [Fact]
    [Trait("Rule", "I-2 client VPN")]
    public void An_attachment_that_propagates_nowhere_is_told()
    {
        var asked = Origin.None;
        var finding = Assert.Single(Checked.Findings(network =>
        {
            var (hub, _) = Start(network);
            hub.DefaultRouteTablePropagation(false).AttachClientVpn("remote", "172.20.0.0/22", configure: Opened);
            asked = Here(-1);
        }));

        Assert.Equal(("ND2042", asked), (finding.Rule.Id, finding.Origin));
        Assert.Equal(
            "Transit gateway attachment 'remote' propagates into no route table of transit gateway 'hub', without which the vendor carries nothing of its clients; call Propagate on the tables that lead back to them.",
            finding.Message);
        Assert.Equal(["transit gateway 'hub'"], finding.Related.Select(related => related.Text));
    }

    [Fact]
    [Trait("Rule", "I-8 IPv6")]
    public void Each_family_needs_its_own_way_back() => Assert.Equal(
        ["ND2042: Clients of Client VPN endpoint 'remote' (2001:db8:7f::/80) get into VPC 'shop' with their own addresses, and no route table of its subnets leads back to them; add Route(\"2001:db8:7f::/80\", …) to transit gateway 'hub'."],
        Checked.Messages(network =>
        {
            var (hub, shop) = Start(network);
            shop.Ipv6Cidr("2001:db8:0:100::/56").MainRouteTable.Route("172.20.0.0/22", hub);
            hub.CidrBlock("2001:db8:7f::/64").Attach("shop", shop.Subnet("app", "10.0.1.0/24", "a").Ipv6Cidr()).Ipv6Support();
            hub.AttachClientVpn("remote", "172.20.0.0/22", addressType: IpAddressType.Dualstack, configure: vpn => Opened(vpn.Route("::/0").Authorize("::/0")));
        }));

    [Theory]
    [Trait("Rule", "I-8 transit gateway")]
    [InlineData("route")]
    [InlineData("default route")]
    [InlineData("no route of the endpoint")]
    [InlineData("no rule")]
    [InlineData("not available")]
    [InlineData("table that leads elsewhere")]
    [InlineData("no table")]
    public void Clients_that_get_replies_or_do_not_get_in_are_not_told(string sort) => Assert.Empty(Checked.Messages(network =>
    {
        var (hub, shop) = Start(network);
        var attached = hub.Attach("shop", shop.Subnet("app", "10.0.1.0/24", "a"));
        if (sort == "no table")
        {
            hub.DefaultRouteTableAssociation(false);
        }

        var remote = hub.AttachClientVpn("remote", "172.20.0.0/22");
        _ = sort == "no route of the endpoint" ? remote.Endpoint.Route("10.9.0.0/16") : remote.Endpoint.Route("0.0.0.0/0");
        _ = sort == "no rule" ? remote.Endpoint.Authorize("10.9.0.0/16") : remote.Endpoint.Authorize("10.0.0.0/8");
        switch (sort)
        {
            case "route": shop.MainRouteTable.Route("172.20.0.0/22", hub); break;
            case "default route": shop.MainRouteTable.Route("0.0.0.0/0", hub); break;
            case "not available": attached.InState(TransitGatewayAttachmentState.Modifying); break;
            case "table that leads elsewhere": hub.RouteTable("clients").Associate(remote).Blackhole("10.0.0.0/8"); break;
            default: break;
        }
    }));

    static void Opened(ClientVpnBuilder vpn) => vpn.Route("10.0.0.0/16").Authorize("10.0.0.0/16");

    static Origin Here(int lines, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new(file, line + lines);

    static (TransitGatewayBuilder Hub, VpcBuilder Shop) Start(NetworkBuilder network)
    {
        var region = network.Region("us-east-1");
        return (region.TransitGateway("hub").CidrBlock("10.255.0.0/24"), region.Vpc("shop", "10.0.0.0/16"));
    }
}

using System.Globalization;
using NetDsl.Testing;

namespace NetDsl.Simulation.Tests.Costs;

public class CostPageTests
{
    const decimal Most = 10_000;

    static readonly decimal[] Amounts = [100, 1_000, 2_607, 5_000, Most];

    /// <summary>Prices, rules and comparisons, as the documentation shows them.</summary>
    [Fact]
    public void What_a_network_costs_and_when_something_else_is_cheaper() => Snapshot.MatchPage(
        $$"""
        # What a network and its traffic cost

        `netdsl simulate SOURCE --bill` prints what the network and the traffic of the run cost: by item, by path (where from, where to, what it passed) and by account. `--month` bills 730 hours, and the
        traffic of the run as often as it fits in; `--json` has every line. Traffic of your own choice is billed by `Transfer.Drive` and `Billing.OfMonth`, as in the comparisons below, which the tests make
        (CostPageTests).

        The data plane tells of each packet which path programs it took; what a program passes that has a price is read from the graph once for each way, and multiplied with the bytes that took it.

        * What is charged by the hour is all that the network has, used or not. `[M]` marks what we chose where the vendor's texts or the specification leave it open.
        * A gigabyte is 2^30 bytes [M]. Nothing is free for the first gigabytes of a month, and nothing cheaper for the last ones [M].
        * Who stays in a zone pays nothing. Between zones both ends pay. A zone is told by its identifier, so that it is the same in all accounts.
        * What passes a transit gateway, an interface endpoint or a Client VPN endpoint is not charged between zones, as the vendor announced in April 2022 [M].
        * A NAT gateway, an endpoint and a load balancer charge what they process in either direction. A transit gateway charges who sends into it, a peering of transit gateways only the way to another region.
        * What is sent to a site by VPN is charged as the internet is, and by Direct Connect, or by VPN over it, as that is. A hub between sites charges its way out alone.
        * An accelerator charges its busier direction [M: of the run, where the vendor takes each hour]. What it sends back to clients goes out to the internet besides.
        * What is dropped is charged for what it has passed [M].
        * In a shared VPC the participant pays for its hosts' transfer between zones, over peering connections, internet gateways and Direct Connect gateways; the owner pays for NAT gateways, virtual private
          gateways, transit gateways, endpoints and public addresses, and for what goes out through them.
        * A Connect attachment has no price of its own [M], its transport has. Public addresses of tunnels and accelerators are not counted [M], and neither are instances, route tables and whatever else the
          vendor does not charge for, or not as a network.
        * Without a scenario, simulations send nothing to sites, clients of Client VPN and services of the vendor's, so that only a scenario or a `Transfer` brings such traffic onto a bill.

        ## Prices

        In US dollars. Those of the specification are quotations by third parties. Where it is silent, the list price of us-east-1 stands here as we know it; the page that is named is where to look it up. Prices change,
        and differ by region, contract and amount: give those of the day by `--prices FILE`.

        ```json
        { "natGatewayHour": 0.052, "internetOutGb": 0.05 }
        ```

        | Name | Price | For | Source |
        | --- | ---: | --- | --- |
        {{string.Join('\n', PricedItem.All.Select(Row))}}

        ## A VPN over the internet, or Direct Connect

        One site receives what hosts of a VPC send. A month of 730 hours, with a port of 1 Gbit/s; the provider's line to the site is not counted. VPN over Direct Connect needs a transit gateway, and pays for the port and for the connection.

        {{Table(["VPN", "Direct Connect", "VPN over Direct Connect"], Hybrid.OverInternet, Hybrid.DirectConnect, Hybrid.OverDirectConnect)}}

        Break-even of VPN and Direct Connect by the formula of the seed notes, `(port hour − VPN hour) × 730 / (internet out − Direct Connect out)`: **{{Whole(Formula(Prices.List))}} GB a month**. By runs through both networks: **{{Whole(BreakEven(Hybrid.OverInternet, Hybrid.DirectConnect))}} GB a month**.

        ## One NAT gateway, or one in each zone

        A host in each of three zones takes a third of the traffic from the internet. One gateway for all saves the hours of two and of their addresses, and pays for two thirds of the traffic to cross zones. What a zone's failure cuts off has no price here.

        {{Table(["one gateway", "one in each zone"], Egress.OneGateway, Egress.OneInEachZone)}}

        Break-even: **{{Whole(BreakEven(Egress.OneGateway, Egress.OneInEachZone))}} GB a month**.

        ## A service by a NAT gateway, an interface endpoint or a gateway endpoint

        A host of each of two zones reads half of the traffic from S3 of its region.

        {{Table(["NAT gateway in each zone", "interface endpoint in both zones", "gateway endpoint"], Service.ByNat, Service.ByInterfaceEndpoint, Service.ByGatewayEndpoint)}}

        """,
        "docs/cost.md");

    [Fact]
    [Trait("Rule", "I-5 cost")]
    public void Break_even_of_VPN_and_Direct_Connect_by_formula_and_by_runs()
    {
        Assert.Equal(2607, Math.Round(Formula(Prices.List)));
        Assert.Equal(Formula(Prices.List), BreakEven(Hybrid.OverInternet, Hybrid.DirectConnect), 3);

        Assert.True(Hybrid.OverInternet(2_606, Prices.List).Total < Hybrid.DirectConnect(2_606, Prices.List).Total);
        Assert.True(Hybrid.OverInternet(2_608, Prices.List).Total > Hybrid.DirectConnect(2_608, Prices.List).Total);
    }

    [Fact]
    [Trait("Rule", "I-5 cost")]
    public void Other_prices_move_the_break_even()
    {
        var prices = Prices.List.With("internetOutGb", 0.05m).With("directConnectPort1GHour", 0.20m);
        Assert.Equal(3650, Math.Round(Formula(prices)));
        Assert.Equal(Formula(prices), BreakEven(Hybrid.OverInternet, Hybrid.DirectConnect, prices), 3);
    }

    static decimal Formula(Prices prices)
    {
        decimal Price(string name) => prices[PricedItem.All.Single(item => item.Name == name)];
        return (Price("directConnectPort1GHour") - Price("vpnConnectionHour")) * Bill.HoursOfMonth / (Price("internetOutGb") - Price("directConnectOutGb"));
    }

    /// <summary>The amount at which two networks cost the same: bills are lines, and two points tell a line.</summary>
    static decimal BreakEven(Func<decimal, Prices, Bill> one, Func<decimal, Prices, Bill> other, Prices? prices = null)
    {
        decimal Difference(decimal gigabytes) => one(gigabytes, prices ?? Prices.List).Total - other(gigabytes, prices ?? Prices.List).Total;
        return -Difference(0) * Most / (Difference(Most) - Difference(0));
    }

    static string Table(string[] names, params Func<decimal, Prices, Bill>[] bills) =>
        $"| GB a month | {string.Join(" | ", names)} |\n| ---: | {string.Join(" | ", names.Select(_ => "---:"))} |\n"
        + string.Join('\n', Amounts.Select(amount => Text($"| {amount:N0} | {string.Join(" | ", bills.Select(bill => Text($"{bill(amount, Prices.List).Total:N2}")))} |")));

    static string Row(PricedItem item)
    {
        var quantity = item.Unit == PriceUnit.Hour ? "an hour of" : "a gigabyte";
        return Text($"| `{item.Name}` | {item.ListPrice:0.00##} | {quantity} {item.Meaning} | {item.Source} |");
    }

    static string Whole(decimal number) => number.ToString("0", CultureInfo.InvariantCulture);

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using NetDsl.Runtime;

namespace NetDsl.Simulation.Tests.Costs;

public class PricesTests
{
    /// <summary>The cost parameters of the specification, interconnect section 5.</summary>
    [Theory]
    [Trait("Rule", "I-5 cost")]
    [InlineData("vpnConnectionHour", "0.05")]
    [InlineData("internetOutGb", "0.09")]
    [InlineData("directConnectOutGb", "0.02")]
    [InlineData("directConnectPort1GHour", "0.30")]
    [InlineData("directConnectPort10GHour", "2.25")]
    [InlineData("directConnectPort100GHour", "22.50")]
    [InlineData("transitGatewayAttachmentHour", "0.05")]
    [InlineData("transitGatewayGb", "0.02")]
    [InlineData("dataInGb", "0")]
    [InlineData("clientVpnAssociationHour", "0.10")]
    [InlineData("clientVpnConnectionHour", "0.05")]
    [InlineData("acceleratorHour", "0.025")]
    [InlineData("peeringCrossZoneGb", "0.01")]
    public void Prices_of_the_specification_hold_unless_others_are_given(string name, string price)
    {
        var item = PricedItem.All.Single(item => item.Name == name);
        Assert.Equal(decimal.Parse(price, CultureInfo.InvariantCulture), Prices.List[item]);
        Assert.StartsWith("specification", item.Source, StringComparison.Ordinal);
        Assert.Equal(7.5m, Prices.List.With(name, 7.5m)[item]);
    }

    [Fact]
    public void Names_tell_items_apart_and_their_units()
    {
        Assert.Equal(PricedItem.All.Count, PricedItem.All.Select(item => item.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(PricedItem.All, item => Assert.EndsWith(item.Unit == PriceUnit.Hour ? "Hour" : "Gb", item.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_price_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Prices.List.With("lunchHour", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prices.List.With("natGatewayHour", -0.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Prices.List.With("natGatewayHour", Prices.Highest + 1));
    }

    [Fact]
    public void A_meter_adds_up_what_took_the_same_way()
    {
        var meter = new TrafficMeter();
        WayPart[] way = [new(WayPartKind.Holder, 3), new(WayPartKind.Program, 7), new(WayPartKind.Holder, 4)];
        meter.Add(way, 100);
        meter.Add(way.AsSpan(0, 2), 10);
        meter.Add(way, 1);

        Assert.Equal([(2, 1L, 10L), (3, 2L, 101L)], meter.Ways.Select(each => (each.Parts.Count, each.Packets, each.Bytes)));
        Assert.Equal(way, meter.Ways.Last().Parts);
        Assert.Throws<ArgumentOutOfRangeException>(() => meter.Add(way, -1));
    }
}

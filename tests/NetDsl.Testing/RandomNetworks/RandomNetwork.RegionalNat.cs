using NetDsl.Addressing;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    /// <summary>Now and then a NAT gateway of the whole VPC: where its hosts are, or in zones and with addresses that it is told.</summary>
    void DrawRegionalNat(DrawnVpc vpc)
    {
        if (!gatewayDice.Chance(11))
        {
            return;
        }

        vpc.RegionalNat = vpc.Builder.RegionalNatGateway("regional");
        foreach (var zone in gatewayDice.Chance(50) ? gatewayDice.Some(ZoneLetters, 50) : [])
        {
            for (var address = gatewayDice.Between(1, 2); address > 0; address--)
            {
                vpc.RegionalNat.Zone(zone, vpc.Builder.Region.ElasticIp($"{vpc.Builder.Name}-regional-{zone}{address}"));
            }
        }
    }

    /// <summary>What comes to it over a transit gateway needs a way back; seldom it leads elsewhere.</summary>
    void DrawRegionalNatRoutes(DrawnVpc vpc)
    {
        if (vpc.RegionalNat is not { } nat)
        {
            return;
        }

        var destinations = new HashSet<Ipv4Prefix>();
        foreach (var gateway in gatewayDice.Some(transitGateways.Where(gateway => gateway.Attached.Contains(vpc)).Select(gateway => gateway.Builder), 80))
        {
            foreach (var other in vpcs.Where(other => other != vpc && gatewayDice.Chance(85)))
            {
                var block = gatewayDice.Pick(other.Blocks);
                if (!vpc.Blocks.Exists(own => own.Contains(block)) && destinations.Add(block))
                {
                    nat.RouteTable.Route(block.ToString(), gateway);
                }
            }
        }

        if (gatewayDice.Chance(10) && gatewayDice.PickOrNone(peerings) is { } peering)
        {
            nat.RouteTable.Route("0.0.0.0/0", peering);
        }
    }
}

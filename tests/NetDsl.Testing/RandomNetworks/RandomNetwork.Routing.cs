using NetDsl.Addressing;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    void DrawPeerings()
    {
        for (var first = 0; first < vpcs.Count; first++)
        {
            for (var second = first + 1; second < vpcs.Count; second++)
            {
                if (dice.Chance(45))
                {
                    var (requester, accepter) = dice.Chance(50) ? (vpcs[first], vpcs[second]) : (vpcs[second], vpcs[first]);
                    var peering = network.Peer($"pcx{first}{second}", requester.Builder, accepter.Builder);
                    peerings.Add(peering);
                    if (Needed(70))
                    {
                        peering.AcceptedBy(accepter.Builder.Account);
                    }

                    EndPeering(peering, requester);
                    DrawPeeringRoutes(vpcs[first], vpcs[second], peering);
                    DrawPeeringRoutes(vpcs[second], vpcs[first], peering);
                }
            }
        }
    }

    /// <summary>Some connections are deleted, and carry nothing any more.</summary>
    void EndPeering(PeeringBuilder peering, DrawnVpc requester)
    {
        if (dice.Chance(tidy ? 3 : 10))
        {
            peering.DeletedBy(requester.Builder.Account);
        }
    }

    void DrawPeeringRoutes(DrawnVpc from, DrawnVpc to, PeeringBuilder peering)
    {
        foreach (var table in from.Tables.Where(_ => Needed(60)))
        {
            AddRoute(table, dice.Chance(75) ? dice.Pick(to.Blocks) : dice.Pick(to.Subnets).Prefix, peering);
        }
    }

    void DrawTransitGateway(RegionBuilder region, string name)
    {
        var gateway = new DrawnTransitGateway(region.TransitGateway(name, defaultRouteTable: tidy ? dice.Chance(80) : dice.Chance(50)), [], []);
        transitGateways.Add(gateway);
        DrawTransitGatewayOptions(gateway.Builder);
        var attachments = new List<(TransitGatewayAttachmentBuilder Builder, DrawnVpc Vpc)>();
        foreach (var vpc in dice.Some(vpcs.Where(vpc => vpc.Builder.Region == region), 85))
        {
            var zones = vpc.Subnets.GroupBy(subnet => subnet.Zone).Select(zone => dice.Pick(zone.ToList())).ToList();
            var first = dice.Pick(zones);
            var attachment = gateway.Builder.Attach($"{vpc.Builder.Name}-att", first.Builder);
            foreach (var subnet in zones.Where(subnet => subnet != first && Needed(50)))
            {
                attachment.Subnet(subnet.Builder);
            }

            DrawAttachmentOptions(attachment);
            attachments.Add((attachment, vpc));
            gateway.Attached.Add(vpc);
            gateway.Attachments.Add(attachment);
        }

        DrawTransitGatewayTables(gateway, attachments);
    }

    void DrawTransitGatewayTables(
        DrawnTransitGateway gateway, List<(TransitGatewayAttachmentBuilder Builder, DrawnVpc Vpc)> attachments)
    {
        var associated = new HashSet<TransitGatewayAttachmentBuilder>();
        var tables = dice.Between(0, 2);
        for (var index = 0; index < tables; index++)
        {
            var table = gateway.Builder.RouteTable($"rt{index}");
            foreach (var (attachment, _) in attachments.Where(each => dice.Chance(tidy ? 35 : 60) && associated.Add(each.Builder)))
            {
                table.Associate(attachment);
            }

            foreach (var (attachment, _) in attachments.Where(_ => Needed(60)))
            {
                table.Propagate(attachment);
            }

            var destinations = new HashSet<Ipv4Prefix>();
            gateway.Tables.Add((table, destinations));
            for (var route = 0; route < dice.Between(0, 3); route++)
            {
                var destination = dice.Chance(35) ? Ipv4Prefix.All : Prefix();
                if (!destinations.Add(destination))
                {
                    continue;
                }

                if (dice.Chance(20) || attachments.Count == 0)
                {
                    table.Blackhole(destination.ToString());
                }
                else
                {
                    table.Route(destination.ToString(), dice.Pick(attachments).Builder);
                }
            }
        }
    }

    void DrawRoutes(DrawnVpc vpc)
    {
        var gateways = GatewaysOf(vpc);
        foreach (var table in vpc.Tables)
        {
            if (DefaultTarget(vpc, table, gateways) is { } target && Needed(75))
            {
                AddRoute(table, Ipv4Prefix.All, target);
            }

            if (dice.PickOrNone(gateways) is { } gateway && Needed(65))
            {
                foreach (var other in vpcs.Where(other => other != vpc && Needed(60)))
                {
                    AddRoute(table, dice.Pick(other.Blocks), gateway);
                }
            }

            for (var mistakes = dice.Chance(tidy ? 15 : 40) ? dice.Between(1, 2) : 0; mistakes > 0; mistakes--)
            {
                AddRoute(table, dice.Chance(10) ? Ipv4Prefix.Parse("169.254.0.0/16") : Prefix(), AnyTarget(vpc, gateways));
            }
        }
    }

    /// <summary>The transit gateways that the VPC is attached to, and seldom others of the region.</summary>
    List<TransitGatewayBuilder> GatewaysOf(DrawnVpc vpc) =>
    [
        .. transitGateways
            .Where(gateway => gateway.Builder.Region == vpc.Builder.Region && (gateway.Attached.Contains(vpc) || dice.Chance(10)))
            .Select(gateway => gateway.Builder),
    ];

    /// <summary>Where 0.0.0.0/0 leads: seldom to a NAT gateway whose own subnet has that table.</summary>
    IRouteTarget? DefaultTarget(DrawnVpc vpc, DrawnTable table, List<TransitGatewayBuilder> gateways)
    {
        var nats = vpc.NatGateways.Where(nat => vpc.TableOf(nat.Subnet) != table || (!tidy && dice.Chance(15))).ToList();
        if (vpc.RegionalNat is { } regional && gatewayDice.Chance(70) && !vpc.Tables.TrueForAll(other => other == table))
        {
            return regional;
        }

        if (nats.Count < vpc.NatGateways.Count && Needed(60))
        {
            return vpc.Gateway;
        }

        return dice.Between(0, 9) switch
        {
            < 2 => vpc.Gateway,
            < 7 => dice.PickOrNone(nats) as IRouteTarget ?? vpc.Gateway,
            < 9 => dice.PickOrNone(gateways),
            _ => AnyTarget(vpc, gateways),
        };
    }

    /// <summary>Whatever a route can name, most of it of the VPC itself.</summary>
    IRouteTarget AnyTarget(DrawnVpc vpc, List<TransitGatewayBuilder> gateways)
    {
        IRouteTarget?[] own =
        [
            vpc.Gateway, vpc.RegionalNat, dice.PickOrNone(vpc.NatGateways), dice.PickOrNone(gateways), dice.PickOrNone(vpc.Appliances.ConvertAll(each => each.Host)),
        ];
        IRouteTarget?[] any =
        [
            dice.PickOrNone(peerings), dice.PickOrNone(transitGateways)?.Builder, dice.PickOrNone(looseGateways),
            dice.PickOrNone(dice.Pick(vpcs).NatGateways), gatewayDice.Pick(vpcs).RegionalNat, dice.Pick(vpcs).Gateway,
            dice.PickOrNone(dice.Pick(vpcs).Appliances.ConvertAll(each => each.Host)),
        ];
        var targets = (dice.Chance(65) ? own : any).OfType<IRouteTarget>().ToList();
        return dice.PickOrNone(targets)
            ?? own.Concat(any).OfType<IRouteTarget>().FirstOrDefault()
            ?? (vpc.Gateway = vpc.Builder.InternetGateway($"{vpc.Builder.Name}-igw"));
    }

    void AddRoute(DrawnTable table, Ipv4Prefix destination, IRouteTarget target)
    {
        if (!IsRefused(table, destination, target) && table.Destinations.Add(destination))
        {
            table.Builder.Route(destination.ToString(), target);
        }
    }

    /// <summary>R-1.14: inside the VPC the vendor takes routes for whole subnets or blocks only, to what is in the VPC.</summary>
    bool IsRefused(DrawnTable table, Ipv4Prefix destination, IRouteTarget? target)
    {
        var vpc = vpcs.Single(each => each.Builder == table.Builder.Vpc);
        return vpc.Blocks.Exists(block => block.Contains(destination))
            && !(target is null or InstanceBuilder or InterfaceBuilder or NatGatewayBuilder or GatewayLoadBalancerEndpointBuilder
                && (vpc.Blocks.Contains(destination) || vpc.Subnets.Exists(subnet => subnet.Prefix == destination)));
    }
}

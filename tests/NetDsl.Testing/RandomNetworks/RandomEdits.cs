using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

/// <summary>
/// A network as somebody edits it, one thing after another: what is taken away comes back, routes lead elsewhere, lines move. Some edits make networks that nobody could
/// write; what lowers them need only do the same as ever.
/// </summary>
public sealed class RandomEdits
{
    readonly Dice dice;
    readonly int seed;
    readonly Topology first;
    readonly List<Topology> smaller;
    readonly List<Func<Topology, Topology>> kinds;
    Topology current;

    /// <param name="first">The network.</param>
    /// <param name="seed">The same seed makes the same edits.</param>
    public RandomEdits(Topology first, int seed)
    {
        (this.first, current, this.seed, dice) = (first, first, seed, new Dice(seed));
        smaller = [.. Shrinking.Smaller(first)];
        kinds =
        [
            OneThingLess, OneThingLess, OneThingLess, OneThingLess, Back, Moved, Moved,
            RouteElsewhere, RouteElsewhere, AnotherRoute, AnotherRoute, GatewayRouteElsewhere, AnotherGatewayRoute, FewerPropagations,
            OtherRule, OtherEntry, OtherTable, OtherAcl, OtherHost, OtherInterface, OtherAttachment, OtherPeering, OtherBlock, OtherOrder, OtherGateway, TwoEdits, AnotherNetwork,
        ];
    }

    /// <summary>The network after one more edit; its kind is told for messages.</summary>
    public (Topology Topology, string Kind) Next()
    {
        var kind = dice.Pick(kinds);
        current = kind(current);
        return (current, kind.Method.Name);
    }

    Topology OneThingLess(Topology topology) => smaller.Count == 0 ? topology : dice.Pick(smaller);

    Topology Back(Topology topology) => first;

    /// <summary>Of anything that there can be, and by the same names: what an element is called says nothing of what it is.</summary>
    Topology AnotherNetwork(Topology topology) => RandomNetwork.Create((seed * 1000) + dice.Between(1, 999)) with { Name = first.Name };

    Topology Moved(Topology topology) => MovedOrigins.Of(topology, dice.Chance(50) ? 0 : dice.Between(1, 120), dice.Between(-3, 5));

    Topology TwoEdits(Topology topology) => dice.Pick(kinds)(dice.Pick(kinds)(topology));

    Topology RouteElsewhere(Topology topology) => topology with
    {
        RouteTables = WithOne(topology.RouteTables, table => table with
        {
            Routes = WithOne(table.Routes, route => route with { Target = AnyRoute(topology)?.Target ?? route.Target }),
        }),
    };

    Topology AnotherRoute(Topology topology) => topology with
    {
        RouteTables = WithOne(topology.RouteTables, table => AnyRoute(topology) is { } route && table.Routes.All(each => each.Destination.Value != route.Destination.Value)
            ? table with { Routes = [.. table.Routes, route] }
            : table),
    };

    Topology GatewayRouteElsewhere(Topology topology) => WithGatewayTable(topology, (gateway, table) => table with
    {
        Routes = WithOne(table.Routes, route => route with { Attachment = dice.Chance(20) ? null : dice.PickOrNone(gateway.Attachments)?.Id }),
    });

    Topology AnotherGatewayRoute(Topology topology) => WithGatewayTable(topology, (gateway, table) => AnyRoute(topology) is { } route
        ? table with { Routes = [.. table.Routes, new TransitGatewayRoute(route.Destination, dice.PickOrNone(gateway.Attachments)?.Id, route.Origin)] }
        : table);

    Topology FewerPropagations(Topology topology) => WithGatewayTable(topology, (_, table) => table with { Propagations = [.. dice.Some(table.Propagations, 60)] });

    Topology OtherRule(Topology topology) => topology with
    {
        SecurityGroups = WithOne(topology.SecurityGroups, group => group with { Ingress = [.. dice.Some(group.Ingress, 50)], Egress = [.. dice.Some(group.Egress, 80)] }),
    };

    Topology OtherEntry(Topology topology) => topology with
    {
        NetworkAcls = WithOne(topology.NetworkAcls, acl => acl with { Inbound = [.. dice.Some(acl.Inbound, 60)] }),
    };

    Topology OtherTable(Topology topology) => topology with
    {
        Subnets = WithOne(topology.Subnets, subnet => topology.RouteTables.Where(table => table.Vpc == subnet.Vpc).ToList() is { Count: > 0 } tables
            ? subnet with { RouteTable = dice.Pick(tables).Id }
            : subnet),
    };

    Topology OtherAcl(Topology topology) => topology with
    {
        Subnets = WithOne(topology.Subnets, subnet => topology.NetworkAcls.Count > 0 ? subnet with { NetworkAcl = dice.Pick(topology.NetworkAcls).Id } : subnet),
    };

    Topology OtherHost(Topology topology) => topology with
    {
        Instances = WithOne(topology.Instances, host => host with { Forwarding = dice.Pick(Enum.GetValues<HostForwarding>()) }),
    };

    Topology OtherInterface(Topology topology) => topology with
    {
        NetworkInterfaces = WithOne(topology.NetworkInterfaces, each => dice.Between(1, 3) switch
        {
            1 => each with { SourceDestinationCheck = !each.SourceDestinationCheck },
            2 => each with { PublicAddress = null },
            _ => each with { SecurityGroups = [.. dice.Some(each.SecurityGroups, 50)] },
        }),
    };

    Topology OtherAttachment(Topology topology) => topology with
    {
        TransitGateways = WithOne(topology.TransitGateways, gateway => gateway with
        {
            Attachments = WithOne(gateway.Attachments, attachment => dice.Between(1, 4) switch
            {
                1 => attachment with { ApplianceMode = !attachment.ApplianceMode },
                2 => attachment with { State = attachment.IsAvailable ? TransitGatewayAttachmentState.Pending : TransitGatewayAttachmentState.Available },
                3 => attachment with { Association = dice.PickOrNone(gateway.RouteTables)?.Id },
                _ => attachment with { Subnets = attachment.Subnets.Count > 1 ? [.. attachment.Subnets.Skip(1)] : attachment.Subnets },
            }),
        }),
    };

    Topology OtherPeering(Topology topology) => topology with
    {
        Peerings = WithOne(topology.Peerings, peering => peering with { Status = dice.Chance(50) ? PeeringStatus.Active : PeeringStatus.PendingAcceptance }),
    };

    Topology OtherBlock(Topology topology) => topology with
    {
        Regions = WithOne(topology.Regions, region => region with { BlockPublicAccess = dice.Pick(Enum.GetValues<BlockPublicAccessMode>()) }),
        Subnets = WithOne(topology.Subnets, subnet => subnet with { PublicAccessExclusion = dice.Chance(50) ? PublicAccessExclusion.AllowEgress : null }),
    };

    Topology OtherGateway(Topology topology) => topology with
    {
        InternetGateways = WithOne(topology.InternetGateways, gateway => gateway with
        {
            RouteTable = dice.Chance(50) ? null : topology.RouteTables.FirstOrDefault(table => table.Vpc == gateway.Vpc)?.Id,
        }),
    };

    Topology OtherOrder(Topology topology) => dice.Between(1, 5) switch
    {
        1 => topology with { NetworkInterfaces = Turned(topology.NetworkInterfaces) },
        2 => topology with { Vpcs = Turned(topology.Vpcs) },
        3 => topology with { NatGateways = Turned(topology.NatGateways), Subnets = Turned(topology.Subnets) },
        4 => topology with { Subnets = Turned(topology.Subnets) },
        _ => topology with { RouteTables = Turned(topology.RouteTables), SecurityGroups = Turned(topology.SecurityGroups) },
    };

    Route? AnyRoute(Topology topology) => dice.PickOrNone<Route>([.. topology.RouteTables.SelectMany(table => table.Routes)]);

    Topology WithGatewayTable(Topology topology, Func<TransitGateway, TransitGatewayRouteTable, TransitGatewayRouteTable> edit) => topology with
    {
        TransitGateways = WithOne(topology.TransitGateways, gateway => gateway with { RouteTables = WithOne(gateway.RouteTables, table => edit(gateway, table)) }),
    };

    EquatableArray<T> Turned<T>(EquatableArray<T> items) => items.Count == 0 ? items : dice.Between(0, items.Count - 1) is var first
        ? [.. items.Skip(first), .. items.Take(first)]
        : items;

    EquatableArray<T> WithOne<T>(EquatableArray<T> items, Func<T, T> edit)
    {
        var chosen = dice.Between(0, Math.Max(0, items.Count - 1));
        return [.. items.Select((item, index) => index == chosen ? edit(item) : item)];
    }
}

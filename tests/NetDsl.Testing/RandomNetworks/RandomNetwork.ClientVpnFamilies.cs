using NetDsl.Addressing;
using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    // Two are those of sites, which are preferred where both are propagated.
    static readonly Ipv4Prefix[] ClientBlocksOfTransitGateways =
        [.. new[] { "172.20.0.0/16", "172.24.0.0/22", "192.168.128.0/17", "172.24.8.0/21" }.Select(Ipv4Prefix.Parse)];

    /// <summary>Client VPN endpoints with subnets that have IPv6, and endpoints of transit gateways: with dice of their own, so that the rest stays as it is.</summary>
    void DrawClientVpnFamilies(int seed)
    {
        var own = new Dice(unchecked(seed * 15_485_863) ^ 0x0C17);
        foreach (var vpc in dual.Where(_ => own.Chance(Usually(30, small: 45))))
        {
            DrawClientVpn(own, vpc);
        }

        foreach (var (gateway, index) in transitGateways.Select((gateway, index) => (gateway, index)).Where(_ => own.Chance(Usually(40, small: 55))).ToList())
        {
            gateway.Builder.CidrBlock($"100.126.{index}.0/24");
            if (dual.Count > 0)
            {
                gateway.Builder.CidrBlock($"2001:db8:ffff:{index}::/64");
            }

            var free = ClientBlocksOfTransitGateways.Where(block => !gateway.Attached.Exists(vpc => vpc.Blocks.Exists(block.Overlaps))).ToList();
            for (var number = own.Chance(25) ? 1 : 0; number >= 0; number--)
            {
                var block = own.Pick(free);
                free.Remove(block);
                DrawClientVpn(own, gateway, $"clients{number}", block);
            }
        }
    }

    void DrawClientVpn(Dice own, DualVpc vpc)
    {
        var isOnly = own.Chance(25);
        var authentication = own.Chance(60) ? ClientVpnAuthentication.Saml : ClientVpnAuthentication.Certificate;
        var endpoint = vpc.Drawn.Builder.ClientVpn(
            "six", isOnly ? null : "172.28.0.0/22", authentication, isOnly ? IpAddressType.Ipv6 : IpAddressType.Dualstack);
        var associated = vpc.Drawn.Subnets
            .Where(subnet => subnet.Prefix.Length <= 26 && HasIpv6(subnet.Builder))
            .GroupBy(subnet => subnet.Zone)
            .Select(zone => zone.First().Builder)
            .ToList();
        associated.ForEach(subnet => endpoint.Associate(subnet));
        DrawClientVpnRules(own, endpoint, isOnly ? null : Ipv4Prefix.Parse("172.28.0.0/22"), authentication, hasIpv6: true);
        foreach (var group in vpc.Drawn.Groups.Where(_ => own.Chance(50)))
        {
            endpoint.SecurityGroup(group);
        }

        for (var index = 0; index < 3 && associated.Count > 0; index++)
        {
            endpoint.Client($"c{index}", [.. UserGroups.Where(_ => own.Chance(60))], own.Chance(50) ? own.Pick(associated) : null);
        }
    }

    void DrawClientVpn(Dice own, DrawnTransitGateway gateway, string name, Ipv4Prefix block)
    {
        var type = dual.Count == 0 || own.Chance(25) ? IpAddressType.Ipv4 : own.Pick([IpAddressType.Dualstack, IpAddressType.Dualstack, IpAddressType.Ipv6]);
        var authentication = own.Chance(60) ? ClientVpnAuthentication.Saml : ClientVpnAuthentication.Certificate;
        Ipv4Prefix? ipv4 = type == IpAddressType.Ipv6 ? null : block;
        var attachment = gateway.Builder.AttachClientVpn(name, ipv4?.ToString(), authentication, type);
        var ipv6 = IpPrefix.TryParse(attachment.ClientIpv6CidrBlock, out var given) ? given : (IpPrefix?)null;
        if (own.Chance(6))
        {
            attachment.InState(TransitGatewayAttachmentState.Modifying);
        }

        DrawClientVpnRules(own, attachment.Endpoint, ipv4, authentication, ipv6 is not null);
        for (var index = own.Between(1, 2); index >= 0; index--)
        {
            attachment.Endpoint.Client($"c{index}", [.. UserGroups.Where(_ => own.Chance(60))]);
        }

        if (gateway.Tables.Count > 0 && own.Chance(60))
        {
            own.Pick(gateway.Tables).Builder.Associate(attachment);
        }

        foreach (var (table, destinations) in gateway.Tables)
        {
            _ = own.Chance(85) ? table.Propagate(attachment) : table;
            if (ipv4 is { } written && own.Chance(12) && destinations.Add(written))
            {
                table.Route(written.ToString(), attachment);
            }
        }

        gateway.Attached.ForEach(vpc => DrawRoutesToClients(own, gateway, vpc, ipv4, ipv6));
        DrawRoutesToClientsOverPeerings(own, gateway, ipv4);
    }

    /// <summary>Routes and rules that overlap each other.</summary>
    void DrawClientVpnRules(Dice own, ClientVpnBuilder endpoint, Ipv4Prefix? clients, ClientVpnAuthentication authentication, bool hasIpv6)
    {
        var ipv4 = vpcs.SelectMany(vpc => vpc.Blocks.Concat(vpc.Subnets.Select(subnet => subnet.Prefix)))
            .Concat(new[] { "0.0.0.0/0", "198.51.100.0/24", "192.168.0.0/17", "172.20.0.0/16" }.Select(Ipv4Prefix.Parse))
            .Where(prefix => prefix != clients)
            .Select(prefix => (IpPrefix)prefix);
        var ipv6 = dual.SelectMany(vpc => vpc.Blocks.Concat(vpc.Prefixes)).Concat([IpPrefix.AllIpv6, IpPrefix.Parse("2001:db8::/32")]);
        var prefixes = (clients is null ? [] : ipv4).Concat(hasIpv6 ? ipv6 : []).Distinct().ToList();
        foreach (var prefix in own.Some(prefixes, tidy ? 80 : 50))
        {
            _ = prefix.Length > 0 && clients is { } theirs && prefix.Overlaps(theirs) ? endpoint : endpoint.Route(prefix.ToString());
        }

        if (clients is { } block && own.Chance(50))
        {
            endpoint.ClientToClient().Authorize(block.ToString());
        }

        foreach (var prefix in own.Some(prefixes, tidy ? 85 : 55))
        {
            var forGroup = authentication == ClientVpnAuthentication.Saml && own.Chance(40) && (prefix.Length == 0 || clients is not { } taken || !prefix.Overlaps(taken));
            endpoint.Authorize(prefix.ToString(), forGroup ? own.Pick(UserGroups) : null);
        }

        if (own.Chance(20))
        {
            endpoint.SplitTunnel();
        }
    }

    /// <summary>The way back, nearly everywhere, and rules that admit clients.</summary>
    void DrawRoutesToClients(Dice own, DrawnTransitGateway gateway, DrawnVpc vpc, Ipv4Prefix? ipv4, IpPrefix? ipv6)
    {
        foreach (var table in vpc.Tables.Where(_ => own.Chance(tidy ? 95 : 70)))
        {
            if (ipv4 is { } clients && !IsRefused(table, clients, gateway.Builder) && table.Destinations.Add(clients))
            {
                table.Builder.Route(clients.ToString(), gateway.Builder);
            }

            if (ipv6 is { } others && dual.Find(each => each.Drawn == vpc) is { } speaking && speaking.Routed.Add((table, others)))
            {
                table.Builder.Route(others.ToString(), gateway.Builder);
            }
        }

        foreach (var group in vpc.Groups.Skip(1).Where(_ => own.Chance(70)))
        {
            _ = ipv4 is { } clients ? group.Ingress(own.Pick([AllTraffic, Tcp(own.Pick(Ports))]), from: clients.ToString()) : group;
        }
    }

    /// <summary>At peered gateways, static routes to the clients.</summary>
    void DrawRoutesToClientsOverPeerings(Dice own, DrawnTransitGateway gateway, Ipv4Prefix? clients)
    {
        foreach (var (there, peering) in gatewayPeerings.Where(each => each.LeadsTo == gateway).Select(each => (each.Here, each.Peering)))
        {
            foreach (var (table, destinations) in there.Tables.Where(_ => own.Chance(80)))
            {
                if (clients is { } written && destinations.Add(written))
                {
                    table.Route(written.ToString(), peering);
                }
            }

            foreach (var vpc in there.Attached)
            {
                DrawRoutesToClients(own, there, vpc, clients, ipv6: null);
            }
        }
    }
}

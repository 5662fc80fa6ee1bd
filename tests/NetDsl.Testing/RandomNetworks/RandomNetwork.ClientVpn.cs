using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    static readonly string[] UserGroups = ["e", "d", "m"];

    static readonly string[] ClientBlocks = ["172.20.0.0/22", "10.0.0.0/22", "192.168.128.0/20"];

    /// <summary>A Client VPN endpoint with routes and rules that overlap each other, and clients on its associations.</summary>
    void DrawClientVpn(DrawnVpc vpc)
    {
        var drawn = Ipv4Prefix.Parse(dice.Pick(ClientBlocks));

        // The vendor takes no addresses that the VPC has, or that a route leads to.
        var clients = vpc.Blocks.Exists(drawn.Overlaps) ? Ipv4Prefix.Parse(ClientBlocks[0]) : drawn;
        var block = clients.ToString();
        var authentication = dice.Chance(70) ? ClientVpnAuthentication.Saml : ClientVpnAuthentication.Certificate;
        var endpoint = vpc.Builder.ClientVpn("remote", block, authentication);
        var associated = vpc.Subnets
            .Where(subnet => subnet.Prefix.Length <= 26)
            .GroupBy(subnet => subnet.Zone)
            .Select(zone => zone.First())
            .Where(_ => Needed(60))
            .ToList();
        associated.ForEach(subnet => endpoint.Associate(subnet.Builder));

        var prefixes = vpcs.SelectMany(each => each.Blocks.Concat(each.Subnets.Select(subnet => subnet.Prefix)))
            .Append(Ipv4Prefix.All)
            .Append(Ipv4Prefix.Parse("198.51.100.0/24"))
            .Distinct()
            .ToList();
        foreach (var prefix in dice.Some(prefixes, tidy ? 80 : 40))
        {
            _ = prefix.Length > 0 && prefix.Overlaps(clients) ? endpoint : endpoint.Route(prefix.ToString());
        }

        if (dice.Chance(50) && !prefixes.Contains(clients))
        {
            endpoint.ClientToClient();
            endpoint.Authorize(block);
        }

        foreach (var prefix in dice.Some(prefixes, tidy ? 90 : 50))
        {
            var forGroup = authentication == ClientVpnAuthentication.Saml && dice.Chance(50)
                && (prefix.Length == 0 || !prefix.Overlaps(clients));
            endpoint.Authorize(prefix.ToString(), forGroup ? dice.Pick(UserGroups) : null);
        }

        foreach (var group in vpc.Groups.Where(_ => dice.Chance(40)))
        {
            endpoint.SecurityGroup(group);
        }

        if (dice.Chance(20))
        {
            endpoint.SplitTunnel();
        }

        for (var index = 0; index < 3 && associated.Count > 0; index++)
        {
            endpoint.Client($"c{index}", [.. UserGroups.Where(_ => dice.Chance(50))], dice.Chance(50) ? dice.Pick(associated).Builder : null);
        }
    }
}

using NetDsl.Addressing;
using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;
using NetDsl.Reference;
using NetDsl.Testing.RandomNetworks;
using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Reachability;

/// <summary>A subnet has a way to the internet where the reference interpreter brings a packet of each host there, and its reply back, with filters that let everything through.</summary>
public class InternetAccessAgreementTests
{
    const int Networks = 250;

    [Fact]
    public void A_way_out_is_one_for_the_reference_interpreter()
    {
        var (open, closed) = (0, 0);
        for (var seed = 0; seed < Networks; seed++)
        {
            var topology = RandomNetwork.Create(seed);
            var access = new InternetAccess(topology);
            var interpreter = new ReferenceInterpreter(OpenFilters.Of(topology));
            var addresses = InternetHosts(topology).ToList();
            foreach (var hosts in topology.NetworkInterfaces.Where(each => !each.Translates).GroupBy(each => each.Subnet))
            {
                var subnet = topology.Subnets.First(each => each.Id == hosts.Key);
                var obstacle = access.ObstacleFrom(subnet);

                // Where hashes choose the way, one of many flows finds the good one.
                var flows = obstacle is null ? 256 : 2;
                var leadsOut = hosts.All(host => addresses.Exists(address => Exits(interpreter, host, address, flows)));

                Assert.True(
                    leadsOut == obstacle is null,
                    $"seed {seed}: from {subnet.Id} the reference interpreter {(leadsOut ? "gets out" : "does not get out")}, the engine says: {obstacle?.Text ?? "it does"}");
                _ = leadsOut ? open++ : closed++;
            }
        }

        // Or the comparison would compare little.
        Assert.InRange(open, Networks / 10, int.MaxValue);
        Assert.InRange(closed, Networks / 10, int.MaxValue);
    }

    /// <summary>Hosts of the internet that routes may tell apart.</summary>
    static IEnumerable<IpAddress> InternetHosts(Topology topology)
    {
        var routed = topology.RouteTables.SelectMany(table => table.Routes.Select(route => route.Destination.Value))
            .Concat(topology.TransitGateways.SelectMany(gateway => gateway.RouteTables).SelectMany(table => table.Routes.Select(route => route.Destination.Value)))
            .ToList();
        var ipv4 = routed.Select(InternetSpace.HostIn).OfType<Ipv4Address>().Append(PublicAddressPool.InternetHost).Append(Ipv4Address.Parse("1.0.0.0")).Distinct();
        return ipv4.SelectMany(address => new[] { address, Nat64.Of(address) })
            .Append(PublicAddressPool.Ipv6InternetHost)
            .Concat(routed.Where(prefix => prefix.IsIpv6).Select(prefix => prefix.Last).Where(InternetRanges.Carries).Distinct());
    }

    static bool Exits(ReferenceInterpreter interpreter, NetworkInterface host, IpAddress address, int flows)
    {
        if (host.PrivateAddress.IsIpv4 != address.IsIpv4)
        {
            return false;
        }

        return Enumerable.Range(0, flows)
            .Select(flow => (Address: address.Plus((ulong)flow), Port: (ushort)(49152 + flow)))
            .Where(flow => InternetRanges.Carries(flow.Address) || Nat64.Embedded(flow.Address) is not null)
            .Select(flow => interpreter.Trace(Endpoint.Of(host.Id), Endpoint.Of(flow.Address), Tcp(443), host.PrivateAddress, flow.Port))
            .Any(trace => trace.Verdict == Verdict.Reachable && trace.Forward.Hops[^1].Element == "internet");
    }
}

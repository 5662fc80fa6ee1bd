using NetDsl.Addressing;
using NetDsl.Compiler.Checks;
using NetDsl.Model;
using NetDsl.Reference;
using NetDsl.Testing.RandomNetworks;
using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Checks;

/// <summary>A subnet has a way to the internet where the reference interpreter brings a packet of each host there, filters aside.</summary>
public class InternetPathAgreementTests
{
    const int Networks = 400;

    static readonly DropCode[] Filters = [DropCode.EniSgRulesMismatch, DropCode.SubnetAclRestriction];

    [Fact]
    public void A_way_out_is_one_for_the_reference_interpreter()
    {
        var (open, closed) = (0, 0);
        for (var seed = 0; seed < Networks; seed++)
        {
            var topology = RandomNetwork.Create(seed);
            var network = new NetworkIndex(topology);
            var path = new InternetPath(network);
            foreach (var hosts in topology.NetworkInterfaces.GroupBy(each => each.Subnet))
            {
                var subnet = network.Find<Subnet>(hosts.Key)!;
                var leadsOut = HostsOf(network, subnet).Any(address => hosts.All(host => Exits(topology, host, address)));
                var obstacle = path.ObstacleFrom(subnet);

                Assert.True(
                    leadsOut == obstacle is null,
                    $"seed {seed}: from {subnet.Id} the reference interpreter {(leadsOut ? "gets out" : "does not get out")}, the check says: {obstacle?.Text ?? "it does"}");
                _ = leadsOut ? open++ : closed++;
            }
        }

        // Or the comparison would compare little.
        Assert.InRange(open, Networks / 10, int.MaxValue);
        Assert.InRange(closed, Networks / 10, int.MaxValue);
    }

    [Fact]
    public void Checks_of_random_networks_end_and_come_out_alike()
    {
        for (var seed = 0; seed < Networks; seed++)
        {
            var findings = TopologyChecks.Run(RandomNetwork.Create(seed));
            Assert.Equal(findings, TopologyChecks.Run(RandomNetwork.Create(seed)));
            Assert.All(findings, finding => Assert.Matches(@"^[A-Z].*[^.]\.$", finding.Message));
        }
    }

    static IEnumerable<IpAddress> HostsOf(NetworkIndex network, Subnet subnet) => subnet.IsIpv6Only
        ? [PublicAddressPool.Ipv6InternetHost, Nat64.Of(PublicAddressPool.InternetHost)]
        : network.Find<RouteTable>(subnet.RouteTable)!.Routes
        .Select(route => InternetSpace.HostIn(route.Destination.Value))
        .OfType<Ipv4Address>()
        .Append(PublicAddressPool.InternetHost)
        .Distinct()
        .Select(address => (IpAddress)address);

    /// <summary>The check follows VPCs and transit gateways; what sites send on, it knows nothing of, and says nothing.</summary>
    static bool Exits(Topology topology, NetworkInterface host, IpAddress address)
    {
        var forward = new ReferenceInterpreter(topology).Trace(Endpoint.Of(host.Id), Endpoint.Of(address), Tcp(443)).Forward;
        return forward.Hops[^1].Element == "internet" && forward.Hops.All(hop => hop.Kind != "site") && forward.Blocks.All(block => Filters.Contains(block.Code));
    }
}

using CsCheck;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Interop.Tests;

public class TopologyJsonPropertyTests
{
    static readonly string[] Junk =
        ["", "\"", "{", "[", "null", "-1", "..", "/", "\ud800", "\\ud800", "x", "1e999", "\u0000", "true"];

    static readonly Gen<Topology> Topologies =
        from vpcs in Gen.Int[1, 4]
        from subnets in Gen.Int[1, 4].Array[vpcs]
        from hosts in Gen.Int[0, 3].Array[vpcs]
        from peer in Gen.Bool
        from transit in Gen.Bool
        from invalid in Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)))
        from port in Gen.Int[0, 65535]
        from line in Gen.Int[1, 9999]
        select Build(subnets, hosts, peer, transit, invalid, port, line);

    [Fact]
    public void Every_topology_reads_back() => Topologies.Sample(
        topology =>
        {
            var text = TopologyJson.Write(topology);
            Assert.Equal(topology, TopologyJson.Read(text));
        },
        iter: 200);

    [Fact]
    public void Damaged_text_is_an_error_that_says_where_and_never_an_exception()
    {
        var text = TopologyJson.Write(ExampleNetworks.HubAndSpoke());
        var damage =
            from at in Gen.Int[0, text.Length - 1]
            from length in Gen.Int[0, 12]
            from put in Gen.Int[0, Junk.Length - 1].Select(index => Junk[index])
            select text[..at] + put + text[Math.Min(text.Length, at + length)..];
        damage.Sample(
            damaged =>
            {
                if (!TopologyJson.TryRead(damaged, out var topology, out var error))
                {
                    Assert.StartsWith("$", error, StringComparison.Ordinal);
                    Assert.DoesNotContain("System.", error, StringComparison.Ordinal);
                    Assert.DoesNotContain('\u0000', error);
                }
                else
                {
                    Assert.Equal(topology, TopologyJson.Read(TopologyJson.Write(topology)));
                }
            },
            iter: 1000);
    }

    static Topology Build(int[] subnets, int[] hosts, bool peer, bool transit, bool invalid, int port, int line)
    {
        var network = new NetworkBuilder("Random");
        var region = network.Region("us-east-1", "a b:c.cs", line);
        var vpcs = new List<VpcBuilder>();
        var gateway = transit ? region.TransitGateway("hub", line: line + 1) : null;
        for (var index = 0; index < subnets.Length; index++)
        {
            var vpc = region.Vpc($"vpc-{index}", $"10.{index}.0.0/16");
            var group = vpc.SecurityGroup("hosts").Ingress(Traffic.Tcp(port), from: Traffic.AnyIpv4);
            group.Ingress(Traffic.UdpRange(0, port), from: group);
            for (var number = 0; number < subnets[index]; number++)
            {
                var subnet = vpc.Subnet($"s{number}", $"10.{index}.{number}.{(invalid ? 1 : 0)}/24", number % 2 == 0 ? "a" : "b");
                for (var host = 0; host < hosts[index]; host++)
                {
                    subnet.Instance($"h{number}-{host}", host == 0 ? group : null);
                }

                if (number == 0)
                {
                    gateway?.Attach($"to-{index}", subnet);
                }
            }

            if (transit)
            {
                var landing = vpc.Subnets("given", ["a", "c"], 26)[0];
                vpc.ClientVpn("remote", "172.20.0.0/22", ClientVpnAuthentication.Saml | ClientVpnAuthentication.Certificate)
                    .Associate(landing)
                    .Route(Traffic.AnyIpv4)
                    .Authorize(Traffic.AnyIpv4, "staff")
                    .Authorize("10.0.0.0/8")
                    .Client("ann", ["staff", "admins"]);
            }

            vpcs.Add(vpc);
        }

        gateway?.CidrBlock("100.127.0.0/24").CidrBlock("2001:db8:7f::/64")
            .AttachClientVpn("remote", port % 2 == 0 ? "172.24.0.0/22" : null, addressType: port % 2 == 0 ? IpAddressType.Dualstack : IpAddressType.Ipv6)
            .Endpoint.Route("2001:db8::/32").Authorize("::/0").Client("eve");

        if (peer && vpcs.Count > 1)
        {
            vpcs[0].MainRouteTable.Route("10.1.0.0/16", network.Peer("pair", vpcs[0], vpcs[1]));
        }

        return network.Build();
    }
}

using CsCheck;
using NetDsl.Addressing;
using NetDsl.Runtime.Mapping;

namespace NetDsl.Runtime.Tests.Mapping;

public class MappingServiceTests
{
    static readonly MappingKey Web = new(1, IpAddress.Parse("10.0.0.4"));

    // The same address in another VPC.
    static readonly MappingKey Twin = new(2, IpAddress.Parse("10.0.0.4"));

    static int Sequences => int.TryParse(Environment.GetEnvironmentVariable("NETDSL_SEQUENCES"), out var count) ? count : 5000;

    [Fact]
    public void A_moved_interface_gets_what_comes_to_its_old_host_for_a_while()
    {
        var service = new MappingService(new MappingOptions { PropagationDelay = TimeSpan.FromSeconds(10) });
        service.Publish(Web, holder: 7, host: 100, TimeSpan.Zero);
        Assert.Equal(new MappingDelivery(MappingOutcome.Delivered, 7, 1), service.Send(1, Web, At(1)));
        service.Publish(Web, holder: 7, host: 101, At(2));
        Assert.Equal(new MappingDelivery(MappingOutcome.Redirected, 7, 2), service.Send(1, Web, At(2.1)));
        Assert.Equal(MappingOutcome.Missed, service.Send(1, Web, At(2.3)).Outcome);
        Assert.Equal(new MappingDelivery(MappingOutcome.Delivered, 7, 2), service.Send(1, Web, At(1000)));
        Assert.Equal((1, 1, 4), (service.Use.Redirected, service.Use.Missed, service.Use.Hits));
        Assert.InRange(service.Use.LongestStale.TotalSeconds, 0.299, 0.301);
    }

    [Fact]
    public void Nobody_gets_what_is_for_the_same_address_of_another_vpc()
    {
        var service = new MappingService(new MappingOptions());
        service.Publish(Web, 7, 100, TimeSpan.Zero);
        service.Publish(Twin, 8, 100, TimeSpan.Zero);
        Assert.Equal((7, 8), (service.Send(1, Web, At(1)).Holder, service.Send(1, Twin, At(1)).Holder));
    }

    [Fact]
    public void Hosts_that_do_not_know_everything_ask_once_and_remember_that_there_is_nothing()
    {
        var service = new MappingService(new MappingOptions { IsPreloaded = false });
        service.Publish(Web, 7, 100, TimeSpan.Zero);
        foreach (var second in new[] { 1, 1.1, 1.2, 1.3 })
        {
            Assert.Equal(7, service.Lookup(1, Web, At(second))!.Holder);
            Assert.Null(service.Lookup(1, Twin, At(second)));
        }

        Assert.Null(service.Lookup(1, Twin, At(2.5)));
        Assert.Equal((3, 6), (service.Use.Queries, service.Use.Hits));
        Assert.Equal(6.0 / 9, service.Use.HitRatio, 10);
        Assert.Equal(3 * 50 + (6 * 0.5), service.Use.Waited.TotalMicroseconds, 3);
    }

    [Fact]
    public void A_sender_that_is_not_who_it_says_raises_an_alarm()
    {
        var service = new MappingService(new MappingOptions());
        service.Publish(Web, 7, 100, TimeSpan.Zero);
        service.Publish(Web, 7, 101, At(1));
        Assert.True(service.IsGenuine(Web, 7, 101, version: 2));
        Assert.True(service.IsGenuine(Web, 7, 100, version: 1));
        Assert.True(service.IsGenuine(Web, 7, 100, version: 2));
        Assert.False(service.IsGenuine(Web, 7, 100, version: 3));
        Assert.False(service.IsGenuine(Web, 9, 101, version: 2));
        Assert.False(service.IsGenuine(Twin, 7, 101, version: 2));
        Assert.Equal(3, service.Use.Alarms);
    }

    /// <summary>
    /// Interfaces move and hosts send, in any order: nobody gets what is not for him, each packet has one end that is counted, what is lost was sent by a mapping that had
    /// changed, and when all is quiet everybody agrees. NETDSL_SEQUENCES says how many sequences.
    /// </summary>
    [Fact]
    public void Nothing_is_lost_in_silence() =>
        Gen.Select(Gen.ULong, Gen.Bool, Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 120]).Array[1, 80]).Sample(
            (seed, isPreloaded, steps) =>
            {
                var service = new MappingService(new MappingOptions { Seed = seed, IsPreloaded = isPreloaded });
                var keys = new[] { Web, Twin, new MappingKey(1, IpAddress.Parse("2001:db8::4")), new MappingKey(1, IpAddress.Parse("10.0.0.5")) };
                var moved = new TimeSpan[keys.Length];
                foreach (var (key, index) in keys.Select((key, index) => (key, index)))
                {
                    service.Publish(key, index, index, TimeSpan.Zero);
                }

                var (time, sent, arrived, host) = (At(1), 0, 0, 100);
                foreach (var (kind, place, after) in steps)
                {
                    time += TimeSpan.FromMilliseconds(after);
                    if (kind == 0)
                    {
                        service.Publish(keys[place], place, host++, time);
                        moved[place] = time;
                        continue;
                    }

                    sent++;
                    var delivery = service.Send(kind, keys[place], time);
                    if (delivery.Outcome == MappingOutcome.Missed)
                    {
                        Assert.True(moved[place] > TimeSpan.Zero && time - moved[place] < TimeSpan.FromSeconds(2), "lost without a move");
                    }
                    else
                    {
                        arrived++;
                        Assert.Equal(place, delivery.Holder);
                    }
                }

                Assert.Equal(sent, arrived + service.Use.Missed);
                foreach (var key in keys)
                {
                    Assert.Single(Enumerable.Range(1, 5).Select(each => service.Lookup(each, key, time + At(60))).Append(service.Current(key, time)).Distinct());
                }
            },
            iter: Sequences);

    [Fact]
    public void What_a_host_has_heard_itself_it_does_not_forget()
    {
        var service = new MappingService(new MappingOptions { IsPreloaded = false, PropagationDelay = TimeSpan.FromHours(1) });
        service.Publish(Web, 7, 100, TimeSpan.Zero);
        service.Publish(Web, 7, 101, At(1));
        Assert.Equal([2, 2, 2], Enumerable.Range(2, 3).Select(second => (int)service.Lookup(1, Web, At(second))!.Version));
    }

    /// <summary>What goes through the interface of a NAT instance is looked up by that, not by the address that it is for.</summary>
    [Fact]
    public void A_move_elsewhere_is_nothing_to_what_is_forwarded()
    {
        var network = new NetworkBuilder("Forwarded");
        var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route(Traffic.AnyIpv4, vpc.InternetGateway("igw"));
        var nat = edge.Instance("nat", vpc.SecurityGroup("nat").Ingress(Traffic.AllTraffic, from: "10.0.0.0/16")).PublicIp().SourceDestinationCheck(false).TranslatesSources();
        var inner = vpc.Subnet("inner", "10.0.1.0/24", "a");
        inner.RouteTable("inner").Route(Traffic.AnyIpv4, nat);
        inner.Instance("client");
        inner.Instance("other");
        var compiled = new CompiledNetwork(Compiler.Lowering.TopologyLowering.Lower(network.Build()));
        var dataplane = new Dataplane(compiled, new DataplaneOptions { Mapping = new MappingOptions { Moves = [new InterfaceMove("us-east-1/v/other", At(1))] } });
        var client = compiled.Graph.Holders.ToList().FindIndex(holder => compiled.Graph.Nodes[holder.Node].Name == "client");
        var request = new Packet(compiled.Graph.Holders[client].PrivateAddress, IpAddress.Parse("198.51.100.7"), Protocol.Tcp, 40_000, 443);
        var end = dataplane.Send(client, request, At(2), TcpFlags.Syn);
        Assert.Equal((Outcome.Exits, null), (end.Outcome, end.Code));
        var reply = dataplane.Send(CompiledNetwork.Internet, end.Packet.Reply(), At(2), TcpFlags.Syn | TcpFlags.Ack);
        Assert.Equal((Outcome.Delivered, client), (reply.Outcome, reply.Holder));
    }

    /// <summary>A database moves while a web host writes to it every ten milliseconds: all that is lost is lost by its code, and only for a while.</summary>
    [Fact]
    public void What_is_lost_of_a_run_is_told()
    {
        var shop = new CompiledNetwork(Compiler.Lowering.TopologyLowering.Lower(Testing.ExampleNetworks.Shop()));
        var mapping = new MappingOptions { PropagationDelay = TimeSpan.FromSeconds(3), Moves = [new InterfaceMove("us-east-1/shop/db-a", At(1))] };
        var dataplane = new Dataplane(shop, new DataplaneOptions { Mapping = mapping });
        var (web, data) = (Holder("web-a"), Holder("db-a"));
        var packet = new Packet(shop.Graph.Holders[web].PrivateAddress, shop.Graph.Holders[data].PrivateAddress, Protocol.Tcp, 40_000, 5432);
        var ends = Enumerable.Range(0, 3000).Select(step => dataplane.Send(web, packet, TimeSpan.FromMilliseconds(10 * step))).ToList();
        var lost = ends.Where(end => end.Outcome == Outcome.Dropped).ToList();
        Assert.All(lost, end => Assert.Equal(DropCode.MappingMiss, end.Code));
        Assert.Equal((lost.Count, 20), (dataplane.Mapping.Missed, dataplane.Mapping.Redirected));
        Assert.InRange(lost.Count, 1, 2000);
        Assert.Equal(Outcome.Delivered, ends[^1].Outcome);
        Assert.Contains("is no interface", Assert.Throws<ArgumentException>(() => new Dataplane(shop, new DataplaneOptions { Mapping = mapping with { Moves = [new InterfaceMove("nobody", At(1))] } })).Message, StringComparison.Ordinal);

        int Holder(string name) => shop.Graph.Holders.ToList().FindIndex(holder => shop.Graph.Nodes[holder.Node].Name == name);
    }

    static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}

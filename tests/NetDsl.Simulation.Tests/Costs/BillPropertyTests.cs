using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Simulation.Tests.Costs;

/// <summary>What holds of every bill, asked of the example networks and of random ones.</summary>
public class BillPropertyTests
{
    static readonly Prices Doubled = PricedItem.All.Aggregate(Prices.List, (prices, item) => prices.With(item.Name, item.ListPrice * 2));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 120)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_bill_adds_up_in_every_order(int seed)
    {
        foreach (var (topology, network) in Networks(seed))
        {
            var (meter, options) = (new TrafficMeter(), new SimulationOptions { Seed = (ulong)seed, Flows = 200 });
            NetworkSimulation.Run(network, options with { Meter = meter });
            Everybody(network, meter);
            var bill = Billing.OfRun(topology, network.Graph, meter, options.Duration);

            Assert.Equal(bill.Total, bill.Standing + bill.ByPath().Sum(path => path.Amount));
            Assert.Equal(bill.Total, bill.ByItem().Sum(item => item.Amount));
            Assert.Equal(bill.Total, bill.ByAccount().Sum(account => account.Amount));
            Assert.Equal(bill.Total * 2, Billing.OfRun(topology, network.Graph, meter, options.Duration, Doubled).Total, 8);

            Assert.All(bill.Lines, line => Assert.NotEmpty(line.Account));

            // A month is as many runs.
            Assert.InRange(Billing.OfMonth(topology, network.Graph, meter, options.Duration).Total - (bill.Total * Bill.HoursOfMonth / bill.Hours), -1e-6m, 1e-6m);

            // Who stays in a zone, and passes nothing, pays nothing.
            Assert.All(bill.ByPath(), path => Assert.True(path.Traffic.Path.From != path.Traffic.Path.To || path.Traffic.Path.Through.Count > 0 || path.Amount == 0));

            // Every byte that was sent is on some path.
            Assert.Equal(meter.Ways.Sum(way => way.Bytes) / (decimal)Bill.BytesOfGigabyte, bill.Traffic.Sum(path => path.Gigabytes), 12);
        }
    }

    /// <summary>Everybody writes to everybody, to the internet and to services, and is answered: sites and clients too, whom no simulation sends to.</summary>
    static void Everybody(CompiledNetwork network, TrafficMeter meter)
    {
        var dataplane = new Dataplane(network);
        var destinations = network.Graph.Holders.SelectMany(holder => holder.AllAddresses)
            .Concat(network.Graph.Services.SelectMany(service => service.Addresses))
            .Append(IpAddress.Parse("198.51.100.7"))
            .Distinct()
            .ToList();
        foreach (var sender in Enumerable.Range(CompiledNetwork.Internet, network.Graph.Holders.Count + 1).Where(sender => sender < 0 || !network.Graph.Holders[sender].Translates))
        {
            foreach (var destination in destinations)
            {
                var source = sender < 0 ? IpAddress.Parse(destination.IsIpv4 ? "192.0.2.9" : "3fff::9") : network.Graph.Holders[sender].AddressOf(destination);
                if (source is not { } address || address == destination)
                {
                    continue;
                }

                var request = dataplane.Send(sender, new Packet(address, destination, Protocol.Tcp, 40000, 443), TimeSpan.Zero, TcpFlags.Syn);
                meter.Add(dataplane.Way, 1_000_000_007);
                if (request.Code is null)
                {
                    _ = dataplane.Way[^1] is { Kind: WayPartKind.Program, Index: var program } && network.Graph.Programs[program].End is ServiceEnd service
                        ? dataplane.Answer(service, request.Packet.Reply(), TimeSpan.Zero, TcpFlags.Syn | TcpFlags.Ack)
                        : dataplane.Answer(request.Holder, request.Packet.Reply(), TimeSpan.Zero, TcpFlags.Syn | TcpFlags.Ack);
                    meter.Add(dataplane.Way, 7_000_000_009);
                }
            }
        }
    }

    static IEnumerable<(Topology Topology, CompiledNetwork Network)> Networks(int seed)
    {
        var topologies = seed <= ExampleNetworks.All.Count ? [ExampleNetworks.All[seed - 1], RandomNetwork.Create(seed)] : new[] { RandomNetwork.Create(seed) };
        return topologies.Select(topology => (topology, new CompiledNetwork(TopologyLowering.Lower(topology))));
    }
}

using CsCheck;
using NetDsl.Runtime.Translation;

namespace NetDsl.Runtime.Tests.Translation;

public class IdleQueuesTests
{
    static readonly NatOptions Options = new() { TcpIdle = TimeSpan.FromSeconds(20), UdpIdle = TimeSpan.FromSeconds(7), IcmpIdle = TimeSpan.FromSeconds(11) };
    static readonly Protocol[] Protocols = [Protocol.Tcp, Protocol.Udp, Protocol.Icmp];
    static readonly Gen<(int Flow, int After)> AnyStep = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 5]);

    [Fact]
    public void Flows_end_when_nothing_has_come_for_their_idle_time_and_in_that_order() =>
        AnyStep.Array[1, 200].Sample(steps =>
        {
            var queues = new IdleQueues(Options);
            var ends = new Dictionary<int, TimeSpan>();
            var time = TimeSpan.Zero;
            foreach (var (flow, after) in steps)
            {
                time += TimeSpan.FromSeconds(after);
                var ended = new List<(int Flow, TimeSpan End)>();
                while (queues.TryEnd(time, out var over, out var end))
                {
                    ended.Add((over, end));
                }

                var expected = ends.Where(each => each.Value <= time).ToDictionary();
                Assert.Equal(expected, ended.ToDictionary(each => each.Flow, each => each.End));
                Assert.Equal(ended.Select(each => each.End).Order(), ended.Select(each => each.End));
                foreach (var over in expected.Keys)
                {
                    ends.Remove(over);
                }

                var protocol = Protocols[flow % 3];
                if (ends.ContainsKey(flow))
                {
                    queues.See(flow, time);
                }
                else
                {
                    queues.Add(flow, protocol, time);
                }

                ends[flow] = time + (protocol == Protocol.Tcp ? Options.TcpIdle : protocol == Protocol.Udp ? Options.UdpIdle : Options.IcmpIdle);
            }
        });
}

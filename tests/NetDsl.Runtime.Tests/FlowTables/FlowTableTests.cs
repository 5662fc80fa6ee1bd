using System.Runtime.CompilerServices;
using CsCheck;
using NetDsl.Addressing;
using NetDsl.Runtime.FlowTables;

namespace NetDsl.Runtime.Tests.FlowTables;

public class FlowTableTests
{
    /// <summary>Few enough that packets come again and stand in each other's way; of both families, and of owners that fit into a key and that do not.</summary>
    static readonly Gen<(int Owner, Packet Packet)> AnyFlow =
        from owner in Gen.OneOf(Gen.Int[-1, 3], Gen.Const(20_000_000))
        from isIpv6 in Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)))
        from source in Gen.UInt[0, 5]
        from destination in Gen.UInt[0, 5]
        from port in Gen.UShort[0, 3]
        select (owner, new Packet(Address(isIpv6, source), Address(isIpv6, destination), Protocol.Udp, port, 53));

    static readonly Gen<(int Kind, (int Owner, Packet Packet) Flow, int Value)> AnyStep = Gen.Select(Gen.Int[0, 9], AnyFlow, Gen.Int[0, 99]);

    static int Sequences => int.TryParse(Environment.GetEnvironmentVariable("NETDSL_SEQUENCES"), out var count) ? count : 5000;

    /// <summary>NETDSL_SEQUENCES says how many sequences.</summary>
    [Fact]
    public void A_table_remembers_what_a_dictionary_does() =>
        AnyStep.Array[1, 400].Sample(
            steps =>
            {
                var table = new FlowTable<int>();
                var model = new Dictionary<(int, Packet), int>();
                foreach (var (kind, flow, value) in steps)
                {
                    switch (kind)
                    {
                        case < 5:
                            table.FindOrAdd(flow.Owner, flow.Packet, out var isThere) = value;
                            Assert.Equal(model.ContainsKey(flow), isThere);
                            model[flow] = value;
                            break;
                        case < 9:
                            Assert.Equal(model.Remove(flow), table.Remove(flow.Owner, flow.Packet));
                            break;
                        default:
                            table.Keep((packet, kept) => packet.SourcePort != flow.Packet.SourcePort || kept > value);
                            model = model.Where(each => each.Key.Item2.SourcePort != flow.Packet.SourcePort || each.Value > value).ToDictionary();
                            break;
                    }

                    Assert.Equal(model.Count, table.Count);
                    Assert.Equal(model.TryGetValue(flow, out var known) ? known : null, Found(table, flow));
                }

                Assert.All(model, each => Assert.Equal(each.Value, Found(table, each.Key)));
            },
            iter: Sequences / 10);

    [Fact]
    public void A_key_gives_its_packet_back() => AnyFlow.Where(flow => FlowKey.Holds(flow.Owner, flow.Packet)).Sample(flow =>
        Assert.Equal(flow.Packet, FlowKey.Of(flow.Owner, flow.Packet).Packet));

    static int? Found(FlowTable<int> table, (int Owner, Packet Packet) flow)
    {
        ref var value = ref table.Find(flow.Owner, flow.Packet);
        return Unsafe.IsNullRef(ref value) ? null : value;
    }

    static IpAddress Address(bool isIpv6, uint number) => isIpv6 ? new IpAddress(0x2001_0DB8UL << 32, number) : new Ipv4Address(0x0A00_0000 + number);
}

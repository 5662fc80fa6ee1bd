using System.Buffers.Binary;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// Chooses the appliance behind a Gateway Load Balancer that sees a flow: rendezvous hashing as <see cref="FlowHash"/> has it, alike for both directions. The vendor's
/// function is not published; this is a model.
/// </summary>
internal static class ApplianceHash
{
    private const int EndBytes = 18;
    private const int KeyBytes = (2 * EndBytes) + 1 + 4;

    /// <summary>The place of the appliance that sees a flow, in both of its directions.</summary>
    /// <param name="packet">A packet of the flow.</param>
    /// <param name="stickiness">What of it decides.</param>
    /// <param name="targets">What to choose from; not empty.</param>
    /// <param name="holders">The holders that the targets name.</param>
    public static int Choose(
        in Packet packet, FlowStickiness stickiness, EquatableArray<InspectionTarget> targets, EquatableArray<AddressHolder> holders)
    {
        // The lower end stands first, so that the reply looks the same. An echo identifier is no port of either end.
        var hasPorts = stickiness == FlowStickiness.FiveTuple && packet.Protocol.HasPorts;
        var (first, second) = ((packet.Source, hasPorts ? packet.SourcePort : 0), (packet.Destination, hasPorts ? packet.DestinationPort : 0));
        if (first.CompareTo(second) > 0)
        {
            (first, second) = (second, first);
        }

        Span<byte> key = stackalloc byte[KeyBytes];
        Write(key, first.Item1, first.Item2);
        Write(key[EndBytes..], second.Item1, second.Item2);
        key[2 * EndBytes] = stickiness == FlowStickiness.TwoTuple ? (byte)0 : (byte)packet.Protocol.Number;
        var best = 0;
        var highest = 0UL;
        for (var index = 0; index < targets.Count; index++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(key[((2 * EndBytes) + 1)..], (uint)holders[targets[index].Holder].PrivateAddress.Low);
            var hash = FlowHash.SipHash(key, FlowHash.FirstKey, FlowHash.SecondKey);
            if (index == 0 || hash > highest)
            {
                (best, highest) = (index, hash);
            }
        }

        return best;

        static void Write(Span<byte> end, IpAddress address, int port)
        {
            BinaryPrimitives.WriteUInt64BigEndian(end, address.High);
            BinaryPrimitives.WriteUInt64BigEndian(end[8..], address.Low);
            BinaryPrimitives.WriteUInt16BigEndian(end[16..], (ushort)port);
        }
    }
}

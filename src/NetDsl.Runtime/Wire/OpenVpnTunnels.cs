using System.Buffers.Binary;
using System.Security.Cryptography;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Wire;

/// <summary>
/// The tunnels of Client VPN clients: packets in data packets of OpenVPN (P_DATA_V2), encrypted by AES-256-GCM, over UDP or TCP. Each direction counts its packets from 1. The TLS
/// session that gives the keys is not modelled: the key of a direction is the SHA-256 hash of a text that everybody knows, and the implicit part of the nonce is zeros.
/// </summary>
/// <remarks>Source: "OpenVPN Wire Protocol", IETF draft, data channel; the vendor says no more than that its endpoints speak OpenVPN over TLS (interconnect §8).</remarks>
internal sealed class OpenVpnTunnels
{
    private const byte Tcp = 6;
    private const byte DataPacket = 9 << 3;
    private const int PeerHeader = 4;
    private const int PacketNumber = 4;
    private const int Tag = 16;
    private const int Nonce = 12;
    private const int TcpHeader = 20;
    private const int PseudoHeader = 12;
    private const ushort FirstClientPort = 49152;
    private const byte PushAndAcknowledge = 0x18;

    private static readonly byte[] KeyToClients = SHA256.HashData("a key that everybody knows, to clients"u8);
    private static readonly byte[] KeyFromClients = SHA256.HashData("a key that everybody knows, from clients"u8);

    // By client and direction: packets, and bytes of the TCP connection.
    private readonly Dictionary<(int Client, bool IsOutbound), (uint Packets, uint Bytes)> sent = [];

    /// <summary>A packet as the internet carries it, from the header of UDP or TCP on.</summary>
    /// <param name="machines">The addresses of the machine that sends and of the one that receives.</param>
    /// <param name="client">The client in the graph's holder table.</param>
    /// <param name="isOutbound">Whether it goes to the client.</param>
    /// <param name="tunnel">The endpoint's tunnels.</param>
    /// <param name="packet">The packet.</param>
    public byte[] Carry((Ipv4Address Source, Ipv4Address Target) machines, int client, bool isOutbound, GraphCircuit tunnel, byte[] packet)
    {
        var (packets, before) = sent.GetValueOrDefault((client, isOutbound));
        var data = Encrypted(client, isOutbound, packets + 1, packet);
        var (own, far) = ((ushort)tunnel.Port, (ushort)(FirstClientPort + (client % (ushort.MaxValue - FirstClientPort))));
        var (source, target) = isOutbound ? (own, far) : (far, own);
        if (tunnel.Kind == CircuitKind.OpenVpnOverUdp)
        {
            sent[(client, isOutbound)] = (packets + 1, 0);
            return UdpDatagram.Of(source, target, data);
        }

        // Over TCP a length precedes each packet.
        byte[] record = [(byte)(data.Length >> 8), (byte)data.Length, .. data];
        sent[(client, isOutbound)] = (packets + 1, before + (uint)record.Length);
        return Segment(machines, source, target, before + 1, sent.GetValueOrDefault((client, !isOutbound)).Bytes + 1, record);
    }

    private static byte[] Encrypted(int client, bool isOutbound, uint number, byte[] packet)
    {
        var data = new byte[PeerHeader + PacketNumber + Tag + packet.Length];
        BinaryPrimitives.WriteUInt32BigEndian(data, ((uint)DataPacket << 24) | ((uint)client & 0xFFFFFF));
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(PeerHeader), number);
        var nonce = new byte[Nonce];
        data.AsSpan(PeerHeader, PacketNumber).CopyTo(nonce);
        using var cipher = new AesGcm(isOutbound ? KeyToClients : KeyFromClients, Tag);
        const int Behind = PeerHeader + PacketNumber;
        cipher.Encrypt(nonce, packet, data.AsSpan(Behind + Tag), data.AsSpan(Behind, Tag), data.AsSpan(0, Behind));
        return data;
    }

    /// <summary>A segment of a connection that was opened before.</summary>
    private static byte[] Segment((Ipv4Address Source, Ipv4Address Target) machines, ushort source, ushort target, uint sequence, uint acknowledgment, byte[] payload)
    {
        var segment = new byte[TcpHeader + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(segment, source);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), target);
        BinaryPrimitives.WriteUInt32BigEndian(segment.AsSpan(4), sequence);
        BinaryPrimitives.WriteUInt32BigEndian(segment.AsSpan(8), acknowledgment);
        segment[12] = TcpHeader / 4 << 4;
        segment[13] = PushAndAcknowledge;
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(14), ushort.MaxValue);
        payload.CopyTo(segment, TcpHeader);

        // RFC 9293: the sum covers addresses, protocol and length, too.
        var pseudo = new byte[PseudoHeader + segment.Length];
        BinaryPrimitives.WriteUInt32BigEndian(pseudo, machines.Source.Value);
        BinaryPrimitives.WriteUInt32BigEndian(pseudo.AsSpan(4), machines.Target.Value);
        pseudo[9] = Tcp;
        BinaryPrimitives.WriteUInt16BigEndian(pseudo.AsSpan(10), (ushort)segment.Length);
        segment.CopyTo(pseudo, PseudoHeader);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(16), InternetChecksum.Of(pseudo));
        return segment;
    }
}

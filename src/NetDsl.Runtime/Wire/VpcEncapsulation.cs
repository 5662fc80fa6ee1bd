using System.Buffers.Binary;
using System.Globalization;

namespace NetDsl.Runtime.Wire;

/// <summary>
/// What travels with a packet between machines of the vendor: the VPC and the interface that it is of, so that packets of VPCs with equal addresses are told
/// apart. The vendor's own format is not published; this is a model on Geneve (RFC 8926), with options of an experimental class.
/// </summary>
/// <param name="Network">The network identifier: the number of the VPC in its network, from 1; 24 bits; 0 for none.</param>
/// <param name="Vpc">
/// The identifier of the VPC, such as <c>vpc-0a1b2c3d4e5f67890</c>: eight or seventeen hexadecimal digits; nothing between an edge device and a transit gateway.
/// </param>
/// <param name="Source">The identifier of the interface that sent the packet; nothing for what an edge device lets in.</param>
/// <param name="Context">Where it goes.</param>
/// <remarks>Source of the layout: foundation §2.4, "VPC encapsulation and our wire model", of the specification.</remarks>
public sealed record VpcEncapsulation(int Network, string? Vpc, string? Source, EncapsulationContext Context)
{
    /// <summary>The UDP port of Geneve.</summary>
    public const int Port = 6081;

    /// <summary>The class of the options; experimental, and not that of the vendor's Gateway Load Balancer (0x0108).</summary>
    public const ushort OptionClass = 0xFF42;

    private const int BaseHeader = 8;
    private const int OptionHeader = 4;
    private const int IdLength = 12;
    private const byte CriticalBit = 0x80;
    private const int LongDigits = 17;
    private const int ShortDigits = 8;

    /// <summary>The interface that it is for; nothing until somebody has looked it up, as on the way to an edge device.</summary>
    public string? Destination { get; init; }

    /// <summary>The handle of the flow at the node that keeps its state.</summary>
    public ulong? FlowCookie { get; init; }

    /// <summary>The number of the sender's set of security groups.</summary>
    public uint? GroupTag { get; init; }

    /// <summary>The number of a trace that follows the packet.</summary>
    public ulong? TraceId { get; init; }

    /// <summary>The Geneve header with its options; the packet follows.</summary>
    /// <param name="isIpv4">Whether the packet is of IPv4.</param>
    public byte[] Header(bool isIpv4)
    {
        var options = new List<byte>(92);
        Add(options, OptionType.Vpc, Vpc is null ? new byte[IdLength] : Id(Vpc));
        Add(options, OptionType.Source, Source is null ? new byte[IdLength] : Id(Source));
        if (Destination is not null)
        {
            Add(options, OptionType.Destination, Id(Destination));
        }

        Add(options, OptionType.Context, ContextBytes());
        AddNumber(options, OptionType.FlowCookie, FlowCookie, sizeof(ulong));
        AddNumber(options, OptionType.GroupTag, GroupTag, sizeof(uint));
        AddNumber(options, OptionType.Trace, TraceId, sizeof(ulong));
        var header = new byte[BaseHeader + options.Count];
        header[0] = (byte)(options.Count / 4);

        // The C bit: the options have some that must be understood.
        header[1] = 0x40;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), isIpv4 ? (ushort)0x0800 : (ushort)0x86DD);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), (uint)Network << 8);
        options.CopyTo(header, BaseHeader);
        return header;
    }

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">From the Geneve header on.</param>
    /// <param name="encapsulation">What it says; nothing when it is refused.</param>
    /// <param name="length">The length of the header: the packet follows.</param>
    /// <param name="fault">Why it is refused: an option that must be understood and is not, or bytes that are no header.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out VpcEncapsulation? encapsulation, out int length, out string fault)
    {
        encapsulation = null;
        length = bytes.Length < BaseHeader ? 0 : BaseHeader + ((bytes[0] & 0x3F) * 4);
        if (bytes.Length < BaseHeader || bytes.Length < length || bytes[0] >> 6 != 0)
        {
            fault = "the bytes are no header of Geneve, version 0";
            return false;
        }

        var read = new Reading((int)(BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) >> 8));
        for (var options = bytes[BaseHeader..length]; options.Length > 0;)
        {
            var size = options.Length < OptionHeader ? int.MaxValue : OptionHeader + ((options[3] & 0x1F) * 4);
            if (size > options.Length)
            {
                fault = "an option is longer than the header";
                return false;
            }

            if (!read.Take(BinaryPrimitives.ReadUInt16BigEndian(options), options[2], options[OptionHeader..size]))
            {
                fault = string.Create(CultureInfo.InvariantCulture, $"option 0x{options[2]:x2} of class 0x{BinaryPrimitives.ReadUInt16BigEndian(options):x4} must be understood, and is not");
                return false;
            }

            options = options[size..];
        }

        encapsulation = read.Result();
        fault = encapsulation is null ? "the options name no VPC, no source or no context" : "";
        return encapsulation is not null;
    }

    private static void Add(List<byte> options, OptionType type, byte[] data)
    {
        options.Add(OptionClass >> 8);
        options.Add(OptionClass & 0xFF);
        options.Add((byte)type);
        options.Add((byte)(data.Length / 4));
        options.AddRange(data);
    }

    private static void AddNumber(List<byte> options, OptionType type, ulong? number, int size)
    {
        if (number is { } value)
        {
            var bytes = new byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
            Add(options, type, bytes[^size..]);
        }
    }

    /// <summary>The digits of an identifier behind its form: eight, or seventeen, digits.</summary>
    private static byte[] Id(string id)
    {
        var digits = id[(id.LastIndexOf('-') + 1)..];
        var bytes = new byte[IdLength];
        bytes[0] = (byte)(digits.Length == LongDigits ? 1 : 0);
        Convert.FromHexString(digits.PadLeft(2 * 9, '0')).CopyTo(bytes, 3);
        return bytes;
    }

    private byte[] ContextBytes()
    {
        var bytes = new byte[8];
        bytes[0] = (byte)Context.Direction;
        bytes[1] = (byte)Context.Hop;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)Context.Flags);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), Context.MappingVersion);
        return bytes;
    }

    /// <summary>The types of the options; those with the highest bit must be understood.</summary>
    private enum OptionType : byte
    {
        Vpc = 0x81,
        Source = 0x82,
        Destination = 0x03,
        Context = 0x84,
        FlowCookie = 0x05,
        GroupTag = 0x06,
        Trace = 0x07,
    }

    /// <summary>What the options have said so far.</summary>
    private sealed class Reading(int network)
    {
        private readonly Dictionary<OptionType, byte[]> options = [];

        /// <summary>Takes an option in; whether that is fine, which it is not for an unknown one that must be understood.</summary>
        public bool Take(ushort optionClass, byte type, ReadOnlySpan<byte> data)
        {
            if (optionClass != OptionClass || !Enum.IsDefined((OptionType)type))
            {
                return (type & CriticalBit) == 0;
            }

            options[(OptionType)type] = data.ToArray();
            return true;
        }

        public VpcEncapsulation? Result() =>
            options.ContainsKey(OptionType.Vpc) && options.ContainsKey(OptionType.Source) && options.TryGetValue(OptionType.Context, out var context) && context.Length == 8
                ? new VpcEncapsulation(
                    network,
                    Id(OptionType.Vpc, "vpc"),
                    Id(OptionType.Source, "eni"),
                    new EncapsulationContext(
                        (EncapsulationDirection)context[0],
                        (WireHop)context[1],
                        (EncapsulationFlags)BinaryPrimitives.ReadUInt16BigEndian(context.AsSpan(2)),
                        BinaryPrimitives.ReadUInt32BigEndian(context.AsSpan(4))))
                {
                    Destination = Id(OptionType.Destination, "eni"),
                    FlowCookie = Number(OptionType.FlowCookie),
                    GroupTag = (uint?)Number(OptionType.GroupTag),
                    TraceId = Number(OptionType.Trace),
                }
                : null;

        private string? Id(OptionType type, string prefix)
        {
            if (!options.TryGetValue(type, out var data) || data.Length != IdLength || data.AsSpan().TrimStart((byte)0).IsEmpty)
            {
                return null;
            }

            var digits = Convert.ToHexStringLower(data.AsSpan(3));
            return $"{prefix}-{digits[^(data[0] == 1 ? LongDigits : ShortDigits)..]}";
        }

        private ulong? Number(OptionType type) => options.TryGetValue(type, out var data)
            ? data.Aggregate(0UL, (number, next) => (number << 8) | next)
            : null;
    }
}

/// <summary>Where an encapsulated packet goes.</summary>
/// <param name="Direction">Out of its VPC, into it, or through.</param>
/// <param name="Hop">What it goes to.</param>
/// <param name="Flags">What is known of it.</param>
/// <param name="MappingVersion">The version of the mapping that its sender looked up.</param>
public sealed record EncapsulationContext(EncapsulationDirection Direction, WireHop Hop, EncapsulationFlags Flags, uint MappingVersion);

/// <summary>Whether a packet leaves a VPC, enters it or passes through.</summary>
public enum EncapsulationDirection
{
    /// <summary>Out of the VPC.</summary>
    Egress = 1,

    /// <summary>Into the VPC.</summary>
    Ingress = 2,

    /// <summary>Between machines of the vendor.</summary>
    Transit = 3,
}

/// <summary>What is known of an encapsulated packet.</summary>
[Flags]
public enum EncapsulationFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No security group tracks its flow.</summary>
    Untracked = 1,

    /// <summary>Its source or destination was translated.</summary>
    Translated = 2,

    /// <summary>A network ACL has judged it.</summary>
    BehindNetworkAcl = 4,

    /// <summary>It is a copy for somebody who looks on.</summary>
    Mirrored = 8,
}

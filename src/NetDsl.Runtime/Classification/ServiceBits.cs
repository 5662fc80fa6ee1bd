using NetDsl.Runtime.Ranges;

namespace NetDsl.Runtime.Classification;

/// <summary>
/// Numbers what rules say of protocol and source ports: lists say the same few things again and again, so that one bit of 16 stands for each and one comparison does for both.
/// </summary>
internal sealed class ServiceBits
{
    /// <summary>How many different things rules may say.</summary>
    public const int Most = 16;

    private readonly Dictionary<((byte First, byte Last) Protocols, PortRange SourcePorts), ushort> bits = [];
    private readonly RangeTable sourcePorts;

    // By the protocol, the bits that it does not match.
    private readonly ushort[] missedOfProtocols = new ushort[1 << 8];

    /// <summary>The bits of what rules say.</summary>
    /// <param name="different">What they say, each once, and no more than there may be.</param>
    public ServiceBits(IReadOnlyCollection<((byte First, byte Last) Protocols, PortRange SourcePorts)> different)
    {
        ((byte First, byte Last) Protocols, PortRange SourcePorts)[] services = [.. different];
        foreach (var service in services)
        {
            bits.Add(service, (ushort)(1 << bits.Count));
        }

        var classes = FieldClasses.Of(Array.ConvertAll(services, service => service.SourcePorts));
        sourcePorts = RangeTable.Of(classes.Starts, Array.ConvertAll(classes.Sets(), set => (int)(ushort)~set));
        for (var protocol = 0; protocol < missedOfProtocols.Length; protocol++)
        {
            missedOfProtocols[protocol] = (ushort)~services.Where(service => service.Protocols.First <= protocol && protocol <= service.Protocols.Last).Sum(service => bits[service]);
        }
    }

    /// <summary>The bit of a rule.</summary>
    public ushort Of(in PacketRule rule) => bits[(rule.Protocols, rule.SourcePorts)];

    /// <summary>The bits that packets, no more than 256, do not match.</summary>
    public void FindMissed(in PacketColumns packets, Span<int> missed)
    {
        PortTables.Find(sourcePorts, packets.SourcePorts, missed);
        var protocols = packets.Protocols;
        for (var index = 0; index < protocols.Length && index < missed.Length; index++)
        {
            missed[index] |= missedOfProtocols[protocols[index]];
        }
    }
}

namespace NetDsl.Runtime.Batches;

/// <summary>What becomes of the addresses and ports of packets of one class; what is not named stays as it was sent.</summary>
/// <param name="Source">The source that all of them get.</param>
/// <param name="HasPublicSource">Whether each gets the public address of its sender as the source.</param>
/// <param name="SourcePort">The source port that all of them get.</param>
/// <param name="Destination">The destination that all of them get.</param>
internal readonly record struct Rewriting(uint? Source, bool HasPublicSource, ushort? SourcePort, uint? Destination)
{
    /// <summary>What became of one packet, whose source port was 0, as what becomes of all of its class.</summary>
    /// <param name="sent">The packet.</param>
    /// <param name="ended">As it ended.</param>
    /// <param name="publicAddress">The public address of its sender.</param>
    public static Rewriting Of(in Packet sent, in Packet ended, Addressing.Ipv4Address? publicAddress)
    {
        var isPublic = ended.Source != sent.Source && publicAddress is { } address && ended.Source == (Addressing.IpAddress)address;
        return new Rewriting(
            ended.Source == sent.Source || isPublic ? null : ended.Source.AsIpv4?.Value,
            isPublic,
            ended.SourcePort == sent.SourcePort ? null : ended.SourcePort,
            ended.Destination == sent.Destination ? null : ended.Destination.AsIpv4?.Value);
    }
}

using NetDsl.Runtime.Wire;

namespace NetDsl.Runtime.Tests.Wire;

/// <summary>Keeps what is seen of the packet that was sent last.</summary>
sealed class RecordingTap : IWireTap
{
    public List<WireSighting> Seen { get; } = [];

    public void Begin(in SentPacket sent) => Seen.Clear();

    public void See(in WireSighting sighting) => Seen.Add(sighting);
}

using NetDsl.Addressing;

namespace NetDsl.Simulation.Workloads;

/// <summary>The source ports that hosts give their flows: one after the other, and around.</summary>
internal sealed class SourcePorts
{
    // The range that most systems choose source ports from.
    private const int First = 32_768;
    private const int Count = 28_232;

    private readonly Dictionary<IpAddress, int> used = [];

    /// <summary>The packet with the next port of its source, where its protocol has ports or identifiers.</summary>
    public Packet Give(Packet opening)
    {
        if (!opening.Protocol.HasPortsOrTypes)
        {
            return opening;
        }

        ref var given = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(used, opening.Source, out _);
        var port = (ushort)(First + given);
        given = (given + 1) % Count;
        return opening with { SourcePort = port };
    }
}

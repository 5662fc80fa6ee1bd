namespace NetDsl.Interop.Snapshots.Reading;

/// <summary>How much of a snapshot is read; more is refused, so that nobody's folder can take all memory.</summary>
internal static class SnapshotLimits
{
    /// <summary>Bytes of one file.</summary>
    public const long FileLength = 128L << 20;

    /// <summary>Bytes of all files.</summary>
    public const long TotalLength = 512L << 20;

    /// <summary>Files.</summary>
    public const int Files = 20_000;

    /// <summary>How deep JSON may nest.</summary>
    public const int Depth = 64;

    /// <summary>Values of all files: texts, numbers, lists and objects.</summary>
    public const int Values = 8_000_000;

    /// <summary>Elements that become part of the topology: interfaces, subnets, tables and the like.</summary>
    public const int Records = 200_000;
}

namespace NetDsl.Interop;

/// <summary>Text that should describe a topology and does not.</summary>
public sealed class TopologyFormatException : FormatException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="path">Where, as a JSON path such as <c>$.vpcs[0].blocks</c>.</param>
    /// <param name="reason">What is wrong, and what is expected there.</param>
    public TopologyFormatException(string path, string reason)
        : base($"{path}: {reason}") => Path = path;

    /// <summary>Where, as a JSON path such as <c>$.vpcs[0].blocks</c>.</summary>
    public string Path { get; }
}

namespace NetDsl.Interop.Snapshots;

/// <summary>A folder or file that should be an account's snapshot and is not. Its message never quotes values, which may be secret.</summary>
public sealed class SnapshotFormatException : FormatException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="file">The file or folder.</param>
    /// <param name="path">Where in it, as a JSON path such as <c>$.Vpcs[0].VpcId</c>; empty when the file as a whole is meant.</param>
    /// <param name="reason">What is wrong, and what is expected there.</param>
    public SnapshotFormatException(string file, string path, string reason)
        : base(path.Length == 0 ? $"{Printable(file)}: {reason}" : $"{Printable(file)}: {Printable(path)}: {reason}")
    {
        File = file;
        Path = path;
    }

    /// <summary>The file or folder.</summary>
    public string File { get; }

    /// <summary>Where in it, as a JSON path; empty when the file as a whole is meant.</summary>
    public string Path { get; }

    /// <summary>Names come from the input, and must not steer a terminal.</summary>
    private static string Printable(string text)
    {
        const int Most = 400;
        var shown = new string([.. text.Take(Most).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '?' : character)]);
        return text.Length > Most ? shown + "…" : shown;
    }
}

namespace NetDsl.Interop.Snapshots;

/// <summary>A folder or file that should be an account's snapshot and is not. Its message never quotes values, which may be secret.</summary>
public sealed class SnapshotFormatException : FormatException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="file">The file or folder.</param>
    /// <param name="path">Where in it, as a JSON path such as <c>$.Vpcs[0].VpcId</c>; empty when the file as a whole is meant.</param>
    /// <param name="reason">What is wrong, and what is expected there.</param>
    public SnapshotFormatException(string file, string path, string reason)
        : base(path.Length == 0 ? $"{PrintableText.Of(file)}: {reason}" : $"{PrintableText.Of(file)}: {PrintableText.Of(path)}: {reason}")
    {
        File = file;
        Path = path;
    }

    /// <summary>The file or folder.</summary>
    public string File { get; }

    /// <summary>Where in it, as a JSON path; empty when the file as a whole is meant.</summary>
    public string Path { get; }
}

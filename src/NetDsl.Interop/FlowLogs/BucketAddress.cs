namespace NetDsl.Interop.FlowLogs;

/// <summary>Where in an object store flow logs go.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What stands before the vendor's keys, with a slash at its end; nothing when they stand alone.</param>
public sealed record BucketAddress(string Bucket, string Prefix)
{
    private const string Scheme = "s3://";

    /// <inheritdoc/>
    public override string ToString() => Scheme + Bucket + "/" + Prefix;

    /// <summary>Reads an address such as <c>s3://bucket/prefix</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is no address, or of a folder that the vendor keeps for itself.</exception>
    public static BucketAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Scheme, StringComparison.Ordinal) || text.Split('/', 4) is not [_, _, { Length: > 0 } bucket, .. var rest])
        {
            throw new FormatException($"'{text}' is no bucket; write s3://bucket or s3://bucket/prefix");
        }

        if (!bucket.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.'))
        {
            throw new FormatException($"'{bucket}' is no name of a bucket; it may have letters, digits, dashes and dots only");
        }

        var folders = rest is [var path] ? path.Split('/', StringSplitOptions.RemoveEmptyEntries) : [];

        // the vendor's own folder cannot be one of the user's.
        return folders.Contains("AWSLogs")
            ? throw new FormatException("AWSLogs is the folder that flow logs make themselves; leave it out of the prefix")
            : new BucketAddress(bucket, string.Concat(folders.Select(folder => folder + "/")));
    }
}

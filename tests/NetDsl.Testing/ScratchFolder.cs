namespace NetDsl.Testing;

/// <summary>A folder outside the repository, which is gone afterwards.</summary>
public sealed class ScratchFolder : IDisposable
{
    /// <summary>Its absolute path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("netdsl-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}

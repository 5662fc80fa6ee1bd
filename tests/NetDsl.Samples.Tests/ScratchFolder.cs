namespace NetDsl.Samples.Tests;

/// <summary>A folder outside the repository, which is gone afterwards.</summary>
sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("netdsl-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

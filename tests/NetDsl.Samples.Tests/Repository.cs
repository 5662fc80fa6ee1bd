using System.Runtime.CompilerServices;

namespace NetDsl.Samples.Tests;

/// <summary>Where this repository lies.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

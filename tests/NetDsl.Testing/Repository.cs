using System.Runtime.CompilerServices;

namespace NetDsl.Testing;

/// <summary>Where this repository lies, and how it was built.</summary>
public static class Repository
{
    /// <summary>Its absolute path.</summary>
    public static string Root { get; } = Find();

    /// <summary>The configuration that this test was built in.</summary>
    public static string Configuration { get; } = Directory.GetParent(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))!.Name;

    static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

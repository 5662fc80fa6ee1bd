using System.Reflection;

namespace NetDsl.Cli.Output;

/// <summary>The version of NetDsl.</summary>
internal static class ToolVersion
{
    /// <summary>With the commit that it was built from, where that is known.</summary>
    public static string Full { get; } = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>As packages have it.</summary>
    public static string OfPackages { get; } = Full.Split('+')[0];
}

using NetDsl.Testing;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>Where the SDK lies that builds this repository.</summary>
internal static class DotNet
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>The folder of the SDK.</summary>
    public static string SdkFolder { get; } =
        Path.Combine(Root, "sdk", Command.Run(Repository.Root, "dotnet", "--version").Output.Trim());

    /// <summary>The folder of the reference assemblies that a project is compiled with.</summary>
    public static string ReferenceFolder { get; } = Path.Combine(
        Directory.GetDirectories(Path.Combine(Root, "packs", "Microsoft.NETCore.App.Ref")).Order(StringComparer.Ordinal).Last(), "ref", "net10.0");
}

using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using NetDsl.Testing;

namespace NetDsl.Packaging.Tests;

/// <summary>
/// The packages of this repository in a folder feed, and a world of its own to use them in: a package cache, a template hive and
/// a version that nobody has seen, so that nothing stale answers and nothing stays behind.
/// </summary>
[CollectionDefinition(nameof(PackageFeed))]
public sealed class PackageFeed : IDisposable, ICollectionFixture<PackageFeed>
{
    readonly ScratchFolder folder = new();

    public PackageFeed()
    {
        Version = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow.Ticks}");
        Feed = Directory.CreateDirectory(Path.Combine(folder.Path, "feed")).FullName;
        foreach (var project in new[] { "packaging/NetDsl.Package", "packaging/NetDsl.Templates", "src/NetDsl.Cli" })
        {
            Pack(project, Feed);
        }

        File.WriteAllText(Path.Combine(folder.Path, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="netdsl" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    public string Version { get; }

    /// <summary>The folder with the packages.</summary>
    public string Feed { get; }

    /// <summary>The folder in which projects are made.</summary>
    public string Folder => folder.Path;

    /// <summary>Packs a project as it was built.</summary>
    public void Pack(string project, string into) => Must(Command.Run(
        Repository.Root, "dotnet", "pack", project, "--no-build", "-c", Repository.Configuration, "-o", into, $"-p:PackageVersion={Version}", "-v", "quiet"));

    /// <summary>The files of a package and its description.</summary>
    public (IReadOnlyDictionary<string, byte[]> Files, XElement Description) Open(string id) => Open(Feed, id);

    public (IReadOnlyDictionary<string, byte[]> Files, XElement Description) Open(string feed, string id)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(feed, $"{id}.{Version}.nupkg"));
        var files = archive.Entries.ToDictionary(entry => entry.FullName, Read);
        var description = XDocument.Load(new MemoryStream(files[$"{id}.nuspec"])).Root!;
        return (files, description);
    }

    /// <summary>Runs <c>dotnet</c> in a folder of this world.</summary>
    public CommandResult Run(string inFolder, params string[] arguments) => Command.Run(inFolder, Environment(), "dotnet", arguments);

    /// <summary>Runs a program in a folder of this world.</summary>
    public CommandResult RunProgram(string inFolder, string program, params string[] arguments) => Command.Run(inFolder, Environment(), program, arguments);

    /// <summary>Fails with everything that was said unless it went well.</summary>
    public static CommandResult Must(CommandResult result)
    {
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }

    public void Dispose() => folder.Dispose();

    Dictionary<string, string> Environment() => new()
    {
        ["NUGET_PACKAGES"] = Path.Combine(folder.Path, "packages"),
        ["DOTNET_CLI_HOME"] = Path.Combine(folder.Path, "home"),
        ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["UseSharedCompilation"] = "false",
    };

    static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}

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
    static readonly DateTime FirstVersion = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    readonly ScratchFolder folder = new();

    public PackageFeed()
    {
        // Not a preview: what people type takes those only when told so.
        Version = string.Create(CultureInfo.InvariantCulture, $"0.1.{(int)(DateTime.UtcNow - FirstVersion).TotalSeconds}");
        Clone = Directory.CreateDirectory(Path.Combine(folder.Path, "netdsl")).FullName;
        Feed = Directory.CreateDirectory(Path.Combine(Clone, FirstSteps.PackagesFolder)).FullName;

        Assert.Contains(FirstSteps.PackagesFolder, FirstSteps.Pack);
        Pack([.. FirstSteps.Pack.Select(argument => argument == FirstSteps.PackagesFolder ? Feed : argument)]);
        MachinePackages.Offer(folder.Path);
    }

    public string Version { get; }

    /// <summary>The folder with the packages.</summary>
    public string Feed { get; }

    /// <summary>A folder that stands for a clone of the repository: it has the packages, where the page in front puts them.</summary>
    public string Clone { get; }

    /// <summary>The folder in which projects are made.</summary>
    public string Folder => folder.Path;

    /// <summary>Packs a project as it was built.</summary>
    public void Pack(string project, string into) => Pack("pack", project, "-o", into);

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
    public CommandResult Run(string inFolder, params string[] arguments) => RunProgram(inFolder, "dotnet", arguments);

    /// <summary>Runs a program in a folder of this world.</summary>
    public CommandResult RunProgram(string inFolder, string program, params string[] arguments) => Command.Run(inFolder, Environment(), program, arguments);

    /// <summary>Fails with everything that was said unless it went well.</summary>
    public static CommandResult Must(CommandResult result)
    {
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Packs what was built, in the version of this world; a warning is an error.</summary>
    void Pack(params string[] arguments) => Must(Command.Run(
        Repository.Root, "dotnet", [.. arguments, "--no-build", "-c", Repository.Configuration, $"-p:PackageVersion={Version}", "-warnaserror", "-v", "quiet"]));

    Dictionary<string, string> Environment() => new()
    {
        ["NUGET_PACKAGES"] = Path.Combine(folder.Path, "packages"),
        ["DOTNET_CLI_HOME"] = Path.Combine(folder.Path, "home"),
        ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["UseSharedCompilation"] = "false",
        // It asks the network.
        ["NuGetAudit"] = "false",
    };

    static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}

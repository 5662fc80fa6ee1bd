using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace NetDsl.Architecture.Tests;

/// <summary>The repository as it lies on disk.</summary>
static class Tree
{
    static readonly string[] Rooms = ["src", "generators", "analyzers", "build", "packaging", "tests", "samples"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<ProjectFile> Projects { get; } =
    [
        .. Rooms
            .SelectMany(room => FilesUnder(room, "*.csproj"))
            .Where(path => !path.Split('/').Contains("templates"))
            .Order(StringComparer.Ordinal)
            .Select(path => new ProjectFile(path)),
    ];

    /// <summary>Paths relative to the root, with forward slashes, without what builds leave behind.</summary>
    public static IEnumerable<string> FilesUnder(string folder, string pattern)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start)
            ? Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            : [];
    }

    /// <summary>What git tracks or is about to, or null where the tree is no checkout.</summary>
    public static HashSet<string>? TrackedFiles()
    {
        if (!Path.Exists(Path.Combine(Root, ".git")))
        {
            return null;
        }

        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files"]) { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. files];
    }

    static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

/// <summary>A project as its csproj says it.</summary>
sealed class ProjectFile
{
    readonly XDocument document;

    public ProjectFile(string path)
    {
        Path = path;
        document = XDocument.Load(System.IO.Path.Combine(Tree.Root, path));
    }

    /// <summary>Relative to the root.</summary>
    public string Path { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Room => Path.Split('/')[0];

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    /// <summary>Written in the csproj, or the one of its room.</summary>
    public string? TargetFrameworks => document.Descendants().FirstOrDefault(element => element.Name.LocalName is "TargetFramework" or "TargetFrameworks")?.Value ?? (Room == "tests" ? "net10.0" : null);

    public IEnumerable<XElement> PackageReferences => document.Descendants("PackageReference");

    /// <summary>Names of the projects whose assemblies this project may use, sorted.</summary>
    public IEnumerable<string> References =>
        document.Descendants("ProjectReference")
            .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(reference => System.IO.Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal);

    public bool IsTopology => document.Descendants("Import").Any(import => import.Attribute("Project")!.Value.EndsWith("NetDsl.Topology.targets", StringComparison.Ordinal));
}

using NetDsl.Cli.Output;

namespace NetDsl.Cli.Sources;

/// <summary>Opens what the tool's user calls SOURCE.</summary>
internal static class TopologySource
{
    public const string Description = "A built assembly (.dll), a project (its folder or .csproj), a serialised topology (.json), or an account's snapshot (a folder with <region>/*.json)";

    public static IReadOnlyList<NamedTopology> Open(string source, Terminal terminal)
    {
        if (Directory.Exists(source) && SnapshotSource.IsIn(source))
        {
            var topology = SnapshotSource.Open(source);
            return [new NamedTopology(topology.Name, () => topology)];
        }

        if (Directory.Exists(source))
        {
            return AssemblySource.Open(ProjectSource.Build(ProjectSource.ProjectIn(source), terminal));
        }

        if (!File.Exists(source))
        {
            throw new CommandException($"there is no '{source}'; name a built assembly (.dll), a project folder, a .csproj, or a serialised topology (.json)");
        }

        return Path.GetExtension(source).ToUpperInvariant() switch
        {
            ".DLL" => AssemblySource.Open(source),
            ".CSPROJ" => AssemblySource.Open(ProjectSource.Build(source, terminal)),
            ".JSON" => [Serialised(source)],
            _ => throw new CommandException($"'{source}' is no assembly (.dll), project (.csproj) or serialised topology (.json)"),
        };
    }

    private static NamedTopology Serialised(string path)
    {
        var topology = JsonSource.Open(path);
        return new NamedTopology(topology.Name, () => topology);
    }
}

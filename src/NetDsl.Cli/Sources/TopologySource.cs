using NetDsl.Cli.Output;

namespace NetDsl.Cli.Sources;

/// <summary>Opens what the tool's user calls SOURCE.</summary>
internal static class TopologySource
{
    public const string Description = "A built assembly (.dll), a project (its folder or .csproj), a serialised topology (.json), or an account's snapshot (a folder with <region>/*.json)";

    /// <summary>Opens it.</summary>
    /// <param name="source">What the user wrote.</param>
    /// <param name="terminal">Where to say that a build takes a while.</param>
    /// <param name="wantsDiagnostics">Whether a project is to be compiled anew, so that the compiler tells what it finds.</param>
    public static IReadOnlyList<NamedTopology> Open(string source, Terminal terminal, bool wantsDiagnostics = false)
    {
        if (Directory.Exists(source) && SnapshotSource.IsIn(source))
        {
            var topology = SnapshotSource.Open(source);
            return [new NamedTopology(topology.Name, () => topology)];
        }

        if (Directory.Exists(source))
        {
            return Built(ProjectSource.ProjectIn(source));
        }

        if (!File.Exists(source))
        {
            throw new CommandException($"there is no '{source}'; name a built assembly (.dll), a project folder, a .csproj, or a serialised topology (.json)");
        }

        return Path.GetExtension(source).ToUpperInvariant() switch
        {
            ".DLL" => AssemblySource.Open(source),
            ".CSPROJ" => Built(source),
            ".JSON" => [Serialised(source)],
            _ => throw new CommandException($"'{source}' is no assembly (.dll), project (.csproj) or serialised topology (.json)"),
        };

        IReadOnlyList<NamedTopology> Built(string project)
        {
            var (assembly, diagnostics) = ProjectSource.Build(project, wantsDiagnostics, terminal);
            return [.. AssemblySource.Open(assembly).Select(topology => topology with { Open = () => topology.Open().ToldBy(diagnostics) })];
        }
    }

    private static NamedTopology Serialised(string path)
    {
        var topology = JsonSource.Open(path);
        return new NamedTopology(topology.Name, () => topology);
    }
}

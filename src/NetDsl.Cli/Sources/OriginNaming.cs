using NetDsl.Model;

namespace NetDsl.Cli.Sources;

/// <summary>
/// Names source files the way that the project sees them. At run time origins have the paths of the machine that compiled;
/// the generator tells what the project calls one of these files, and that tells where the project stood.
/// </summary>
internal static class OriginNaming
{
    /// <summary>The folder of the project, or of the machine that compiled it; empty when it cannot be told.</summary>
    /// <param name="topology">The topology, with origins as the compiler named them.</param>
    /// <param name="sourceFile">The file that defines it, relative to the project.</param>
    public static string ProjectFolder(Topology topology, string sourceFile)
    {
        var wanted = sourceFile.Replace('\\', '/');
        var above = 0;
        while (wanted.StartsWith("../", StringComparison.Ordinal))
        {
            wanted = wanted[3..];
            above++;
        }

        foreach (var file in FilesOf(topology))
        {
            var path = file.Replace('\\', '/');
            if (wanted.Length > 0 && path.EndsWith("/" + wanted, StringComparison.Ordinal))
            {
                // For a file beside the project, any name of as many folders leads back to it.
                return path[..^(wanted.Length + 1)] + string.Concat(Enumerable.Repeat("/project", above));
            }
        }

        return "";
    }

    /// <summary>The folder that all source files lie in; for an assembly that does not tell where its project stood.</summary>
    public static string CommonFolder(Topology topology)
    {
        var folders = FilesOf(topology).Select(file => file.Replace('\\', '/')).Select(file => file[..Math.Max(0, file.LastIndexOf('/'))]).ToList();
        var common = folders.FirstOrDefault() ?? "";
        while (folders.Exists(folder => folder != common && !folder.StartsWith(common + "/", StringComparison.Ordinal)))
        {
            common = common[..Math.Max(0, common.LastIndexOf('/'))];
        }

        return common;
    }

    private static IEnumerable<string> FilesOf(Topology topology) =>
        topology.Elements.Select(element => element.Origin)
            .Concat(topology.Problems.Select(problem => problem.Origin))
            .Where(origin => origin.Line > 0)
            .Select(origin => origin.File)
            .Distinct(StringComparer.Ordinal);
}

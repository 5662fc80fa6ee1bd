using System.Diagnostics;
using NetDsl.Cli.Output;

namespace NetDsl.Cli.Sources;

/// <summary>A topology project: it is built, and what was built is opened.</summary>
internal static class ProjectSource
{
    public static string ProjectIn(string folder)
    {
        var projects = Directory.GetFiles(folder, "*.csproj");
        return projects.Length switch
        {
            1 => projects[0],
            0 => throw new CommandException($"'{folder}' has no project; name a folder with a .csproj, or a built assembly"),
            _ => throw new CommandException(
                $"'{folder}' has several projects; name one of {string.Join(", ", projects.Select(Path.GetFileName).Order(StringComparer.Ordinal))}"),
        };
    }

    /// <summary>Builds a project.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="wantsDiagnostics">Whether the compiler is to run even where nothing has changed, so that it tells what it finds.</param>
    /// <param name="terminal">Where to say that it takes a while.</param>
    /// <returns>The path of the assembly, and what the compiler told.</returns>
    /// <exception cref="BuildFailedException">The project does not compile.</exception>
    public static (string Assembly, IReadOnlyList<BuildDiagnostic> Diagnostics) Build(string project, bool wantsDiagnostics, Terminal terminal)
    {
        var full = Path.GetFullPath(project);
        string[] anew = wantsDiagnostics ? ["--no-incremental"] : [];
        var build = terminal.Wait($"Building {Path.GetFileName(project)}", () => Dotnet(["build", full, "-nologo", "-v:quiet", "-tl:off", .. anew]));
        var diagnostics = BuildDiagnostic.In(build.Output, Path.GetDirectoryName(full)!);
        if (build.ExitCode != 0)
        {
            throw new BuildFailedException(project, diagnostics, build.Output);
        }

        var target = Dotnet("msbuild", full, "-nologo", "-getProperty:TargetPath").Output.Trim();
        return File.Exists(target)
            ? (target, diagnostics)
            : throw new CommandException($"'{project}' builds no single assembly; build it, and name the .dll that is meant");
    }

    private static (int ExitCode, string Output) Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // An outer build or test run must not choose this build's tools.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new CommandException("'dotnet' was not found; install the .NET SDK, or name a built assembly");
        }
    }
}

/// <summary>A project that does not compile.</summary>
internal sealed class BuildFailedException(string project, IReadOnlyList<BuildDiagnostic> diagnostics, string output)
    : CommandException($"'{project}' does not build")
{
    /// <summary>The folder of the project.</summary>
    public string Folder { get; } = Path.GetDirectoryName(Path.GetFullPath(project))!;

    public IReadOnlyList<BuildDiagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>Everything that the build said; for failures that are no diagnostics.</summary>
    public string Output { get; } = output;

    /// <summary>Whether nothing but findings about the network kept it from building.</summary>
    public bool HasOnlyFindings => Diagnostics.Any(each => each.IsError) && Diagnostics.Where(each => each.IsError).All(each => each.IsFinding);
}

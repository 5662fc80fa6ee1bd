using System.Runtime.InteropServices;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>The SDK's compiler as a process of its own, on files in a folder.</summary>
internal sealed class CompilerProcess
{
    private static readonly string[] AnalyzerParts = ["NetDsl", "NetDsl.Compiler", "NetDsl.Evaluation", "NetDsl.Analyzers"];

    private readonly string folder;

    public CompilerProcess(string folder, IEnumerable<(string Name, string Text)> files, IEnumerable<string> references)
    {
        this.folder = folder;
        var arguments = new List<string>
        {
            "-nologo", "-nostdlib", "-target:library", "-optimize", "-debug:portable", "-nullable:enable", "-langversion:14", "-warn:9999", "-out:out.dll",
        };
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
            arguments.Add($"\"{name}\"");
        }

        arguments.AddRange(references.Select(reference => $"-reference:\"{reference}\""));
        File.WriteAllLines(Path.Combine(folder, "csc.rsp"), arguments);
    }

    /// <summary>What adds the analyzer to a run, compiled ahead of time as builds load it.</summary>
    public static string[] Analyzer { get; } = [.. AnalyzerParts.Select(part => $"-analyzer:{Path.Combine(Images, part)}.dll")];

    /// <summary>The same with the generator.</summary>
    public static string[] AnalyzerAndGenerator { get; } =
        [.. Analyzer, .. new[] { "NetDsl.Generators", "Scriban.Signed" }.Select(part => $"-analyzer:{Path.Combine(Images, part)}.dll")];

    private static string Images
    {
        get
        {
            var folder = Path.Combine(Repository.Root, "build", "NetDsl.Toolchain", "bin", Repository.Configuration, "netstandard2.0", RuntimeInformation.RuntimeIdentifier);
            return Directory.Exists(folder)
                ? folder
                : throw new InvalidOperationException($"Nothing is compiled ahead of time in {folder}; build in the configuration Release.");
        }
    }

    /// <summary>Compiles; a mistake is an exception.</summary>
    public CommandResult Run(params string[] more)
    {
        var result = Command.Run(folder, "dotnet", [Path.Combine(DotNet.SdkFolder, "Roslyn", "bincore", "csc.dll"), "-noconfig", "@csc.rsp", .. more]);
        return result.ExitCode == 0 ? result : throw new InvalidOperationException(result.ToString());
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetDsl.Generators.Pipeline;

/// <summary>What the project says to the generator.</summary>
/// <param name="Folder">The folder of the project, absolute; empty when the build does not tell.</param>
/// <param name="WantsProgram">Whether an entry point is asked for, by <c>NetDslSimulation</c> in an executable project.</param>
public sealed record ProjectSettings(string Folder, bool WantsProgram)
{
    /// <summary>Reads the properties that the build hands to the compiler.</summary>
    internal static ProjectSettings Read(AnalyzerConfigOptionsProvider options, OutputKind output) => new(
        Property(options, "ProjectDir"),
        output is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
        && bool.TryParse(Property(options, "NetDslSimulation").Trim(), out var simulation)
        && simulation);

    private static string Property(AnalyzerConfigOptionsProvider options, string name) =>
        options.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value : "";
}

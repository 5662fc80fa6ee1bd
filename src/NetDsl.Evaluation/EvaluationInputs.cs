using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Evaluation.Inputs;

namespace NetDsl.Evaluation;

/// <summary>
/// What an evaluation may read besides the compilation: the settings of the build and of the editor configuration, and the data files of
/// the project. Generator and analyzers make it of what the compiler hands them; it costs nothing until it is asked.
/// </summary>
/// <param name="options">Where settings are.</param>
/// <param name="files">The additional files of the project.</param>
public sealed class EvaluationInputs(AnalyzerConfigOptionsProvider? options, ImmutableArray<AdditionalText> files)
{
    /// <summary>No settings, and no files.</summary>
    public static EvaluationInputs None { get; } = new(null, []);

    /// <summary>The settings for a topology whose class stands in that file.</summary>
    internal EvaluationSettings SettingsOf(SyntaxTree home) => EvaluationSettings.Read(options, home);

    /// <summary>The data file that a definition means by a name.</summary>
    internal ProjectFile? Find(string name)
    {
        var byPath = default(AdditionalText);
        foreach (var file in files)
        {
            var given = NameOf(file);
            if (given == name)
            {
                return ProjectFile.Of(file);
            }

            // Who sets up no names, such as a test, means files by the end of their path. The nearest to the root goes first.
            if (given.Length == 0 && IsAtEnd(name, file.Path) && (byPath is null || file.Path.Length < byPath.Path.Length))
            {
                byPath = file;
            }
        }

        return byPath is null ? null : ProjectFile.Of(byPath);
    }

    private string NameOf(AdditionalText file) =>
        options is not null && options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.NetDslDataName", out var name) ? name : "";

    private static bool IsAtEnd(string name, string path)
    {
        path = path.Replace('\\', '/');
        return path == name || path.EndsWith($"/{name}", StringComparison.Ordinal);
    }
}

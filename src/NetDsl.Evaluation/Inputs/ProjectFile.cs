using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.Evaluation.Inputs;

/// <summary>A data file of the project, as the compiler knows it.</summary>
internal sealed class ProjectFile(string path, SourceText text)
{
    public string Path => path;

    public SourceText Text => text;

    /// <summary>The file; nothing when it cannot be read.</summary>
    public static ProjectFile? Of(AdditionalText file) => file.GetText() is { } text ? new ProjectFile(file.Path, text) : null;

    /// <summary>Whether a definition that reads one finds what it finds in the other.</summary>
    public static bool AreSame(ProjectFile? one, ProjectFile? other) => one is null || other is null
        ? one is null && other is null
        : one.Path == other.Path && (ReferenceEquals(one.Text, other.Text) || one.Text.ContentEquals(other.Text));
}

using System.Collections.Immutable;
using NetDsl.Generators.Naming;

namespace NetDsl.Generators.Pipeline;

/// <summary>A file for the compilation.</summary>
/// <param name="Stem">Its name without what all files of topologies end in.</param>
/// <param name="Text">Its text.</param>
public sealed record GeneratedFile(string Stem, string Text)
{
    private const string Ending = ".Network.g.cs";

    /// <summary>The name by which the compiler knows it.</summary>
    public string HintName => Stem + Ending;

    /// <summary>
    /// The same files under names that differ: the compiler ignores case in them, C# does not in the names of classes,
    /// and refuses some characters that C# allows.
    /// </summary>
    internal static IEnumerable<GeneratedFile> WithDistinctNames(ImmutableArray<GeneratedFile> files)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return files
            .OrderBy(file => file.Stem, StringComparer.Ordinal)
            .Select(file => file with { Stem = HandleNames.Numbered(Plain(file.Stem), taken) })
            .ToList();
    }

    private static string Plain(string stem) =>
        new(stem.Select(character => char.IsLetterOrDigit(character) || character is '.' or '_' ? character : '_').ToArray());
}

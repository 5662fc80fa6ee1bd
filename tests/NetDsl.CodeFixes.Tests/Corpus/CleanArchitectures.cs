using Microsoft.CodeAnalysis;
using NetDsl.Testing;

namespace NetDsl.CodeFixes.Tests.Corpus;

/// <summary>The files of <c>samples/architectures</c>: correct networks, as public guides draw them.</summary>
static class CleanArchitectures
{
    public static string Folder => Path.Combine(Repository.Root, "samples/architectures");

    public static IReadOnlyList<SyntaxTree> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.cs").Order(StringComparer.Ordinal).Select(path => TopologyPrograms.Parse(File.ReadAllText(path), path))];
}

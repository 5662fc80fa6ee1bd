using NetDsl.Testing;

namespace NetDsl.Packaging.Tests;

/// <summary>
/// What the page in front tells somebody to type who wants a network of their own: first the packages are made in the repository,
/// then the new network is made from them.
/// </summary>
static class FirstSteps
{
    /// <summary>The folder of the packages, relative to the repository.</summary>
    public const string PackagesFolder = "artifacts/packages";

    const string Heading = "## A network of your own\n";
    const string Fence = "```";

    static readonly string[] Lines = Block().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The arguments of <c>dotnet</c> that make the packages.</summary>
    public static IReadOnlyList<string> Pack { get; } = Lines[0].Split(' ')[1..];

    /// <summary>The commands that follow, for a shell.</summary>
    public static string MakeAndRun { get; } = string.Join('\n', Lines[1..]);

    static string Block()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        var section = page[(page.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length)..];
        var block = section.Split(Fence)[1];
        return block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }
}

using System.Text.RegularExpressions;
using NetDsl.Testing;

namespace NetDsl.Samples.Tests.Documentation;

/// <summary>
/// A page for readers. What stands in it between fences is true: a <c>console</c> block is what its command prints, a <c>csharp</c>
/// block stands in a file of this repository.
/// </summary>
sealed partial class Readme(string path)
{
    /// <summary>The page in front, and that of each sample.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["README.md", "samples/NoisyNeighbour/README.md", "samples/ConstantWork/README.md", "samples/BillionFlows/README.md", .. Sample.Names.Select(name => $"samples/{name}/README.md")];

    string File => Path.Combine(Repository.Root, path);

    public string Text => System.IO.File.ReadAllText(File);

    /// <summary>The text of each block of a language.</summary>
    public IReadOnlyList<string> Blocks(string language) =>
        [.. Fence().Matches(Text).Where(fence => fence.Groups["language"].Value == language).Select(fence => fence.Groups["text"].Value)];

    /// <summary>The commands of the console blocks, with what the page says that they print.</summary>
    public IReadOnlyList<(string Command, string Output)> Sessions =>
    [
        .. Blocks("console").Select(block =>
        {
            var end = block.IndexOf('\n', StringComparison.Ordinal);
            Assert.StartsWith("$ ", block, StringComparison.Ordinal);
            return (block[2..end], block[(end + 1)..]);
        }),
    ];

    /// <summary>Fails unless the page shows a text in place of another, or puts it there when snapshots are accepted.</summary>
    public void Replace(string shown, string actual)
    {
        if (shown != actual && Snapshot.Accepts)
        {
            System.IO.File.WriteAllText(File, Text.Replace(shown, actual, StringComparison.Ordinal));
        }
        else
        {
            Assert.Equal(shown, actual);
        }
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}

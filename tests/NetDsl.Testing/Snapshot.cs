using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace NetDsl.Testing;

/// <summary>
/// Compares text with a file beside the test: <c>Name.verified.txt</c>. On a difference the text is written as
/// <c>Name.received.txt</c> and the test fails. Run with <c>NETDSL_ACCEPT_SNAPSHOTS=1</c> to accept what was received.
/// </summary>
public static class Snapshot
{
    const int Context = 3;

    /// <summary>Fails unless <paramref name="actual"/> is the content of <c>name.verified.extension</c>.</summary>
    /// <param name="actual">The text to hold; line ends are compared as LF, one final line end is implied.</param>
    /// <param name="name">What is shown, such as <c>Shop.Topology</c>; a folder may stand before it.</param>
    /// <param name="extension">The kind of text, such as <c>txt</c> or <c>cs</c>.</param>
    /// <param name="testFile">The source file of the test.</param>
    public static void Match(string actual, string name, string extension = "txt", [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(testFile)!;
        Match(actual, Path.Combine(folder, $"{name}.verified.{extension}"), Path.Combine(folder, $"{name}.received.{extension}"));
    }

    /// <summary>Fails unless <paramref name="actual"/> is the content of a file of the repository, such as a page of <c>docs</c>.</summary>
    /// <param name="actual">The text to hold.</param>
    /// <param name="path">The file, from the root of the repository.</param>
    public static void MatchPage(string actual, string path)
    {
        var page = Path.Combine(Repository.Root, path);
        Match(actual, page, Path.ChangeExtension(page, $"received{Path.GetExtension(page)}"));
    }

    static void Match(string actual, string verified, string received)
    {
        var text = Normalize(actual);
        var expected = File.Exists(verified) ? Normalize(File.ReadAllText(verified)) : null;

        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(verified)!);
        File.WriteAllText(received, text);
        if (Accepts)
        {
            File.Move(received, verified, overwrite: true);
            return;
        }

        throw new SnapshotMismatchException(Explain(expected, text, verified));
    }

    /// <summary>Whether what is received becomes what is verified; never where changes are judged.</summary>
    public static bool Accepts =>
        Environment.GetEnvironmentVariable("NETDSL_ACCEPT_SNAPSHOTS") == "1"
        && !string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    static string Explain(string? expected, string actual, string verified)
    {
        var message = new StringBuilder();
        message.Append(expected is null ? "New snapshot: " : "Snapshot differs: ").Append(verified).Append('\n');
        message.Append("Accept it with NETDSL_ACCEPT_SNAPSHOTS=1 dotnet test\n");

        var lines = InlineDiffBuilder.Diff(expected ?? "", actual).Lines;
        var lastShown = -1;
        for (var index = 0; index < lines.Count; index++)
        {
            if (!IsNearChange(lines, index))
            {
                continue;
            }

            if (index > lastShown + 1)
            {
                message.Append("  ...\n");
            }

            message.Append(Mark(lines[index].Type)).Append(lines[index].Text).Append('\n');
            lastShown = index;
        }

        return message.ToString();
    }

    static bool IsNearChange(List<DiffPiece> lines, int index)
    {
        var last = Math.Min(lines.Count - 1, index + Context);
        for (var near = Math.Max(0, index - Context); near <= last; near++)
        {
            if (lines[near].Type != ChangeType.Unchanged)
            {
                return true;
            }
        }

        return false;
    }

    static string Mark(ChangeType type) => type switch
    {
        ChangeType.Inserted => "+ ",
        ChangeType.Deleted => "- ",
        _ => "  ",
    };
}

using System.Globalization;
using System.Text;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>A folder that stands for a bucket, or for a log service. Nothing is written outside it.</summary>
/// <remarks>
/// A file is there with all of its bytes or not at all, whatever ends the program: it is written under another name, brought to the disk and then renamed. The
/// <see cref="Manifest"/> names it afterwards.
/// </remarks>
public sealed class FlowLogFolder : IFlowLogDestination
{
    /// <summary>
    /// The name of the file that lists all others, a line each: the key, a blank, and the virtual time at which the file is delivered. No file before it is whole. A line that
    /// begins with <c>#</c> tells of a flow log of which the last run delivered nothing: its identifier, its resource, its status and why.
    /// </summary>
    public const string Manifest = "manifest.txt";

    /// <summary>The end of the names of files that are not whole yet.</summary>
    public const string Unfinished = ".unfinished";

    private const char Remark = '#';

    private readonly HashSet<string> listed;

    /// <summary>Prepares to write; nothing is made yet.</summary>
    /// <param name="path">The folder; made when the first file is written.</param>
    public FlowLogFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FullPath = Path.GetFullPath(path);
        listed = Listed(Path.Combine(FullPath, Manifest));
    }

    /// <summary>Its absolute path.</summary>
    public string FullPath { get; }

    /// <inheritdoc/>
    public void Write(FlowLogFile file, Action<Stream> content)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(content);
        WriteWhole(PathOf(file.Key), content);
        List(file);
    }

    /// <inheritdoc/>
    public void Tell(FlowLogState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Directory.CreateDirectory(FullPath);
        Add($"{Remark} {state.FlowLog} {state.Resource} {state.StatusText}: {state.Reason}");
    }

    /// <summary>Where a file of that key is.</summary>
    public string PathOf(string key) => Path.Combine(FullPath, key);

    /// <summary>Adds to a file that is not whole yet.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="content">What to add.</param>
    /// <param name="isFirst">Whether it begins with that; what an earlier run has left is forgotten.</param>
    public void Append(string key, ReadOnlySpan<byte> content, bool isFirst)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path + Unfinished, isFirst ? FileMode.Create : FileMode.Append, FileAccess.Write, FileShare.None);
        file.Write(content);
    }

    /// <summary>Says that what was appended is the whole file.</summary>
    /// <param name="file">Which one.</param>
    public void Finish(FlowLogFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = PathOf(file.Key);
        using (var whole = new FileStream(path + Unfinished, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            whole.Flush(flushToDisk: true);
        }

        File.Move(path + Unfinished, path, overwrite: true);
        List(file);
    }

    private void List(FlowLogFile file) => Add(string.Create(CultureInfo.InvariantCulture, $"{file.Key} {file.DeliveredAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"));

    private void Add(string line)
    {
        if (listed.Add(line))
        {
            File.AppendAllText(PathOf(Manifest), line + "\n");
        }
    }

    /// <summary>What an earlier run has listed; a line whose end was not written any more is taken back, and what it told of flow logs is over.</summary>
    private static HashSet<string> Listed(string manifest)
    {
        if (!File.Exists(manifest))
        {
            return [];
        }

        var text = File.ReadAllText(manifest);
        var whole = string.Concat(text.Split('\n')[..^1].Where(line => !line.StartsWith(Remark)).Select(line => line + "\n"));
        if (whole.Length < text.Length)
        {
            WriteWhole(manifest, output => output.Write(Encoding.UTF8.GetBytes(whole)));
        }

        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static void WriteWhole(string path, Action<Stream> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + Unfinished;
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            content(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}

namespace NetDsl.Model;

/// <summary>
/// Names source files so that the same source has the same name wherever it was checked out: relative to a folder, with
/// slashes. Plain text: no file is looked at, because the compiler may not.
/// </summary>
public static class SourcePath
{
    /// <summary>
    /// The path from the folder to the file; the name of the file alone when the two share no folder but the root,
    /// because such a path would tell of the machine. A path that is relative already stays.
    /// </summary>
    /// <param name="file">The path of a file, absolute or relative.</param>
    /// <param name="folder">An absolute folder.</param>
    public static string Relative(string file, string folder)
    {
        var target = Parts(file);
        if (!IsRooted(target))
        {
            return string.Join("/", target);
        }

        var start = Parts(folder.TrimEnd('/', '\\'));
        var shared = 0;
        while (shared < start.Length && shared < target.Length - 1 && IsSame(start[shared], target[shared]))
        {
            shared++;
        }

        return shared > 1
            ? string.Join("/", Enumerable.Repeat("..", start.Length - shared).Concat(target.Skip(shared)))
            : target[target.Length - 1];
    }

    private static string[] Parts(string path) => path.Replace('\\', '/').Split('/');

    private static bool IsRooted(string[] parts) => parts.Length > 1 && (parts[0].Length == 0 || IsDrive(parts[0]));

    private static bool IsDrive(string part) => part.EndsWith(":", StringComparison.Ordinal);

    // Tools differ in the case in which they write the letter of a drive; folders they write as they are.
    private static bool IsSame(string left, string right) =>
        string.Equals(left, right, IsDrive(left) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}

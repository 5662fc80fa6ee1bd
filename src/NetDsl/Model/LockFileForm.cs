namespace NetDsl.Model;

/// <summary>
/// What the lock file is called and how it begins: builders read it, and <c>netdsl lock</c> writes it.
/// </summary>
public static class LockFileForm
{
    /// <summary>The name of the file, beside the project.</summary>
    public const string FileName = "netdsl.lock.json";

    /// <summary>The value of its member <c>format</c>.</summary>
    public const string Format = "netdsl.lock/1";
}

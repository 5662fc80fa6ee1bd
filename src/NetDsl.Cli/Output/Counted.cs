namespace NetDsl.Cli.Output;

/// <summary>Numbers of things in words.</summary>
internal static class Counted
{
    /// <summary>For example <c>1 pair</c>, <c>2 pairs</c>.</summary>
    public static string Text(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}

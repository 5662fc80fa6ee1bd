using NetDsl.Testing;

namespace NetDsl.Cli.Tests.Pages;

/// <summary>A real browser without a window: Chromium.</summary>
static class Browser
{
    public static bool IsThere => DebianPrograms.Has("chromium", "chromium", "--version");

    /// <summary>Opens a file as people do, and lets its scripts run.</summary>
    /// <param name="folder">A folder for what the browser leaves.</param>
    /// <param name="file">The file.</param>
    /// <param name="hash">What stands behind the # of the address.</param>
    /// <returns>The document afterwards, and what the browser complained of.</returns>
    public static (string Document, IReadOnlyList<string> Complaints) Open(string folder, string file, string hash = "")
    {
        var result = Command.Run(
            folder,
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            $"--user-data-dir={Path.Combine(folder, "browser")}",
            "--enable-logging=stderr",
            "--virtual-time-budget=3000",
            "--dump-dom",
            $"{new Uri(file)}{(hash.Length > 0 ? "#" : "")}{hash}");
        Assert.True(result.ExitCode == 0, result.ToString());
        return (result.Output, [.. result.Errors.Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))]);
    }
}

using System.Security.Cryptography;
using System.Text;

namespace NetDsl.Cli.Pages;

/// <summary>The style sheet and the script of the page.</summary>
internal static class PageAssets
{
    public static string StyleSheet { get; } = Read("report.css");

    public static string Script { get; } = Read("report.js");

    /// <summary>How a content security policy names a text that it allows.</summary>
    public static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PageAssets).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

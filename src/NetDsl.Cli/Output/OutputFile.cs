using System.Text;

namespace NetDsl.Cli.Output;

/// <summary>Writes the files that the user asks for.</summary>
internal static class OutputFile
{
    /// <summary>A file name for something of that name: it stays in its folder whatever the name is.</summary>
    public static string NameFor(string thing, string extension)
    {
        var name = string.Concat(thing.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? character : '-'));
        return name + extension;
    }

    /// <summary>Refuses what cannot be a folder to write into.</summary>
    public static void RequireFolder(string path)
    {
        if (path.Length == 0 || File.Exists(path))
        {
            throw new CommandException($"--output: '{path}' is not a folder");
        }
    }

    public static void Write(string path, string text)
    {
        Prepare(path);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Opens a new file to write bytes into.</summary>
    public static FileStream Create(string path)
    {
        Prepare(path);
        return File.Create(path);
    }

    private static void Prepare(string path)
    {
        if (path.Length == 0 || Directory.Exists(path))
        {
            throw new CommandException($"--output: '{path}' is not the name of a file");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }
}

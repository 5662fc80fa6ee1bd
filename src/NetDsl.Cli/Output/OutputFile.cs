using System.Text;

namespace NetDsl.Cli.Output;

/// <summary>Writes the files that the user asks for.</summary>
internal static class OutputFile
{
    public static void Write(string path, string text)
    {
        if (path.Length == 0 || Directory.Exists(path))
        {
            throw new CommandException($"--output: '{path}' is not the name of a file");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}

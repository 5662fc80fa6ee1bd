using System.Diagnostics;
using System.Text;

namespace NetDsl.Testing;

/// <summary>Runs a program as a user would, without a terminal.</summary>
public static class Command
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments, one each.</param>
    public static CommandResult Run(string folder, string program, params string[] arguments) =>
        Run(folder, new Dictionary<string, string>(), program, arguments);

    /// <summary>Runs a program to its end, with environment variables of its own.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="environment">Variables, which go before those of this process.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments, one each.</param>
    public static CommandResult Run(
        string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
                ["DOTNET_NOLOGO"] = "1",
                ["MSBUILDDISABLENODEREUSE"] = "1",
            },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = new StringBuilder();
        var errors = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end in {Patience}.\n{output}\n{errors}");
        }

        process.WaitForExit();
        return new CommandResult(process.ExitCode, output.ToString(), errors.ToString());
    }

    static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            text.Append(line).Append('\n');
        }
    }
}

/// <summary>What a program said.</summary>
/// <param name="ExitCode">0 when all is well.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Errors">What it wrote to its standard error.</param>
public sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    /// <summary>What is shown when it did not do what it should.</summary>
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Errors}";
}

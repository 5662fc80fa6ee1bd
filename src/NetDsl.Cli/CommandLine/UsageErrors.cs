using System.CommandLine;
using NetDsl.Cli.Output;

namespace NetDsl.Cli.CommandLine;

/// <summary>Tells what is wrong with a command line, and what may have been meant.</summary>
internal static class UsageErrors
{
    public static int Report(ParseResult parsed, Command root, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var strangers = parsed.UnmatchedTokens;
        foreach (var token in strangers)
        {
            terminal.Error(Stranger(token, command, root));
        }

        if (command == root && strangers.Count == 0)
        {
            terminal.Error($"name a command: {string.Join(", ", root.Subcommands.Select(verb => verb.Name))}");
        }

        foreach (var error in parsed.Errors.Where(error => !strangers.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal))))
        {
            // Without a command, what else is missing is only a consequence.
            if (command != root)
            {
                terminal.Error(error.Message.TrimEnd('.'));
            }
        }

        terminal.Note(command == root ? "commands and options are listed by --help" : $"options of '{command.Name}' are listed by '{command.Name} --help'");
        return ExitCode.BadInput;
    }

    private static string Stranger(string token, Command command, Command root)
    {
        var shown = Printable.Text(token);
        if (token.StartsWith('-'))
        {
            var name = token.Split('=', ':')[0];
            var options = command.Options.SelectMany(option => option.Aliases.Append(option.Name));
            return command == root && root.Subcommands.Any(verb => verb.Options.Any(option => option.Name == name))
                ? $"the option '{shown}' belongs to a command; name the command before it"
                : $"there is no option '{shown}'{Nearest.Hint(name, options)}";
        }

        return command == root
            ? $"there is no command '{shown}'{Nearest.Hint(token, root.Subcommands.Select(verb => verb.Name))}"
            : $"'{shown}' is not expected here; a value stands behind its option";
    }
}

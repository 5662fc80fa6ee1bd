using System.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;

namespace NetDsl.Cli.Verbs;

/// <summary>Something that can be done with a topology.</summary>
internal abstract class Verb
{
    protected Verb(string name, string description)
    {
        Command = new Command(name, description);
        Command.Options.Add(Json);
    }

    public Command Command { get; }

    /// <summary>Prints JSON in place of text for people.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON for machines" };

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    public abstract int Run(VerbRun run);

    /// <summary>An option with a text; what the text may be is checked when it is read, so that messages are ours.</summary>
    protected Option<string?> Text(string name, string valueName, string description, bool required = false)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = valueName, Required = required };
        Command.Options.Add(option);
        return option;
    }
}

/// <summary>One use of a verb.</summary>
/// <param name="Arguments">The command line.</param>
/// <param name="Topology">What to do it with.</param>
/// <param name="Terminal">Where to write.</param>
/// <param name="CheckCommand">How the user asks for the findings of this topology.</param>
internal sealed record VerbRun(ParseResult Arguments, OpenTopology Topology, Terminal Terminal, string CheckCommand);

using System.CommandLine;
using NetDsl.Cli.Output;

namespace NetDsl.Cli.CommandLine;

/// <summary>Something that only the tool can, and that needs no topology.</summary>
internal interface IToolCommand
{
    /// <summary>The command, with what it does.</summary>
    /// <param name="terminal">Where it writes.</param>
    Command Command(Terminal terminal);
}

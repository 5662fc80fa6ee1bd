using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Runtime;

namespace NetDsl.Cli;

/// <summary>What the program does that a project of topologies builds to; the generated <c>Main</c> calls it.</summary>
public static class TopologyProgram
{
    /// <summary>Does what the command line asks for with the topologies of the program; a tour of them when it asks for nothing.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="topologies">What the generator made of each class marked with <see cref="TopologyAttribute"/>.</param>
    /// <returns>0 when all is well, 1 for a finding or an expectation that does not hold, 2 for bad input.</returns>
    public static int Run(string[] args, params CompiledTopology[] topologies)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(topologies);
        return CommandHost.OfProgram(Terminal.OfProcess(), topologies).Run(args);
    }
}

using System.CommandLine;
using System.CommandLine.Invocation;
using NetDsl.Cli.Output;

namespace NetDsl.Cli.CommandLine;

/// <summary>Prints the version of NetDsl, also in a topology's own program, whose version is another matter.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write(ToolVersion.Full + "\n");
        return ExitCode.Success;
    }
}

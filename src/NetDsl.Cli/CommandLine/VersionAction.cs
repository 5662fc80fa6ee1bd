using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace NetDsl.Cli.CommandLine;

/// <summary>Prints the version of NetDsl, also in a topology's own program, whose version is another matter.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        parseResult.InvocationConfiguration.Output.Write(version + "\n");
        return ExitCode.Success;
    }
}

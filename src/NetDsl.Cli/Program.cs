using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;

return CommandHost.OfTool(Terminal.OfProcess()).Run(args);

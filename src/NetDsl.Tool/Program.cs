using NetDsl.Cli.CommandLine;
using NetDsl.Cli.Output;
using NetDsl.Tool.Logs;

return CommandHost.OfTool(Terminal.OfProcess(), new LogsCommand()).Run(args);

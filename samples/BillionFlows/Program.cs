using System.Diagnostics;
using System.Globalization;
using NetDsl.Interop.FlowLogs;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Simulation;

// A million flows unless somebody asks for another number; a billion takes a while.
var flows = args.Length > 0 && long.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : 1_000_000;
var folder = args.Length > 1 ? args[1] : "netdsl-output";
var options = new SimulationOptions
{
    Duration = Workday.Length(flows),
    FlowLogWindow = TimeSpan.FromMinutes(10),
    FlowLog = new FlowLogOptions { Encoding = ParquetFlowLogEncoding.Instance, AddsUpClientPorts = true },
};
var shards = Workday.Shards(options, folder == "none" ? null : folder);
var clock = Stopwatch.StartNew();
var report = ShardedSimulation.Run(Estate.Network, shards, Environment.ProcessorCount, Console.IsErrorRedirected ? null : new ProgressLine(clock));
Summary.Print(report, folder, clock.Elapsed);
return report.Measurements.Packets.Unaccounted == 0 ? 0 : 1;

using System.Diagnostics;
using System.Globalization;
using NetDsl.Interop.FlowLogs;
using NetDsl.Runtime.FlowLogs;
using NetDsl.Simulation;

// How many flows, where flow logs go ("none" for nowhere), and whether to say how long it took; a billion takes a while.
const string Time = "--time";
string[] given = [.. args.Where(argument => argument != Time)];
var flows = 1_000_000L;
if (given.Length > 2 || (given.Length > 0 && (!long.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out flows) || flows is 0 or > 1_000_000_000_000)))
{
    Console.Error.WriteLine($"usage: BillionFlows [FLOWS [FOLDER|none]] [{Time}], such as BillionFlows 1000000000 none {Time}");
    return 2;
}

var folder = given.Length > 1 ? given[1] : "netdsl-output";
var options = new SimulationOptions
{
    Duration = Workday.Length(flows),
    FlowLogWindow = TimeSpan.FromMinutes(10),
    FlowLog = new FlowLogOptions { Encoding = ParquetFlowLogEncoding.Instance, AddsUpClientPorts = true },
};
var shards = Workday.Shards(options, folder == "none" ? null : folder);
var clock = Stopwatch.StartNew();
var report = ShardedSimulation.Run(Estate.Network, shards, Environment.ProcessorCount, Console.IsErrorRedirected ? null : new ProgressLine(clock));
Summary.Print(report, folder);
if (args.Contains(Time))
{
    Summary.PrintTime(report, clock.Elapsed);
}

return report.Measurements.Packets.Unaccounted == 0 ? 0 : 1;

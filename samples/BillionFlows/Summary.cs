using System.Diagnostics;
using System.Globalization;
using NetDsl;
using NetDsl.Simulation;

/// <summary>Prints what came of a run.</summary>
internal static class Summary
{
    public static void Print(SimulationReport report, string folder)
    {
        Line("flows", $"{report.Attempted:N0} in {TimeSpan.FromSeconds(Math.Round(report.Duration.TotalSeconds)):c} of virtual time");
        Line("established", $"{report.Established:N0}");
        Line("blocked", $"{report.Blocked:N0} ({string.Join(", ", report.BlockedByCode.Select(blocked => blocked.Code.ToCode()))})");
        Line("packets", $"{report.Packets:N0}, of which {report.Measurements.Packets.Unaccounted} without an end");
        Line("NAT gateways", $"{report.NatGateways.Sum(use => use.Flows):N0} flows; at most {report.NatGateways.Max(use => use.PeakPorts):N0} ports to one destination, {report.NatGateways.Sum(use => use.Refused):N0} refused");
        Line("nodes", $"{report.Measurements.FlowState.Sum(use => use.Committed):N0} flows written twice before their first packet went on");
        var files = report.FlowLogFiles.Count;
        Line("flow logs", files == 0 ? "none" : $"{report.FlowLogRecords:N0} records in {files:N0} Parquet files of {Size(folder) / 1e6:N0} MB");
    }

    public static void PrintTime(SimulationReport report, TimeSpan took)
    {
        using var process = Process.GetCurrentProcess();
        Console.Error.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"took          {took:hh\\:mm\\:ss}: {report.Attempted / took.TotalSeconds / Environment.ProcessorCount:N0} flows a second and core on {Environment.ProcessorCount} cores, {process.PeakWorkingSet64 / 1e9:0.00} GB at most"));
    }

    private static long Size(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*.parquet", SearchOption.AllDirectories).Sum(file => file.Length);

    private static void Line(string what, FormattableString text) => Console.WriteLine($"{what,-13} {FormattableString.Invariant(text)}");

    private static void Line(string what, string text) => Console.WriteLine($"{what,-13} {text}");
}

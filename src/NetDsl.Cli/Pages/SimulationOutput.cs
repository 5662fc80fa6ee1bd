using NetDsl.Cli.Output;
using NetDsl.Model;
using NetDsl.Simulation;

namespace NetDsl.Cli.Pages;

/// <summary>The page of a run beside its flow logs.</summary>
internal static class SimulationOutput
{
    private const string FileName = "report.html";

    /// <returns>The file.</returns>
    public static string Write(SimulationReport report, Topology topology, string folder)
    {
        var file = Path.Combine(folder, FileName);
        OutputFile.Write(file, SimulationPage.Write(report, topology));
        return file;
    }
}

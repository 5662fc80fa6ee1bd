using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Lowering;
using NetDsl.Generators.Emission;

namespace NetDsl.Generators.Pipeline;

/// <summary>Makes C# of an evaluated topology: checks it, lowers it, writes it.</summary>
internal static class TopologyCompilation
{
    /// <summary>
    /// The file of a topology. A topology that has faults gets one without a network; where there is not even a part
    /// of a topology, or no way to add to its class, there is no file.
    /// </summary>
    public static GeneratedFile? Compile(EvaluatedTopology evaluated, string projectFolder, CancellationToken cancellation)
    {
        if (evaluated is not { Class: { } found, Topology: { } topology })
        {
            return null;
        }

        var declaration = found.RelativeTo(projectFolder);
        var faults = evaluated.Findings
            .Concat(TopologyChecks.RunWithoutProofs(topology))
            .Where(finding => finding.Rule.Severity == Severity.Error)
            .Select(finding => $"{finding.Origin.RelativeTo(projectFolder)}: {finding.Rule.Id}: {finding.Message}")
            .ToList();
        cancellation.ThrowIfCancellationRequested();

        var text = evaluated.IsWhole && topology.IsWhole && faults.Count == 0
            ? NetworkWriter.Write(declaration, topology, TopologyLowering.Lower(topology, projectFolder, cancellation), cancellation)
            : NetworkWriter.WriteFaulty(declaration, topology, Fault(topology.Name, faults), cancellation);
        return new GeneratedFile(declaration.FileStem, text);
    }

    private static string Fault(string name, List<string> faults) =>
        string.Join("\n", faults.Prepend($"Topology '{name}' has faults and is not compiled; build again without them:"));
}

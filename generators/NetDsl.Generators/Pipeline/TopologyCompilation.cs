using NetDsl.Compiler.Checks;
using NetDsl.Compiler.Graph;
using NetDsl.Evaluation;
using NetDsl.Generators.Emission;
using NetDsl.Model;

namespace NetDsl.Generators.Pipeline;

/// <summary>Makes C# of an evaluated topology: checks it, lowers it, writes it.</summary>
internal static class TopologyCompilation
{
    /// <summary>
    /// The file of a topology. A topology that has faults gets one without a network; where there is not even a part
    /// of a topology, or no way to add to its class, there is no file.
    /// </summary>
    /// <remarks>What fails here is a fault of NetDsl, which stops the build with a message, and never the compiler.</remarks>
    public static GeneratedFile? Compile(EvaluatedTopology evaluated, string projectFolder, Lowering lower, CancellationToken cancellation)
    {
        if (evaluated is not { Class: { } found, Topology: { } topology })
        {
            return null;
        }

        var declaration = found.RelativeTo(projectFolder);
        string text;
        try
        {
            text = Write(declaration, evaluated, topology, projectFolder, lower, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Of what was found already, NetDsl's own fault may be a consequence.
            text = Faults(evaluated.Findings, projectFolder) is { Count: > 0 } known
                ? NetworkWriter.WriteFaulty(declaration, topology, Fault(topology.Name, known), cancellation)
                : NetworkWriter.WriteStopped(
                    declaration, topology, $"{EvaluationRules.EvaluatorFault.Id}: Topology '{topology.Name}' is not compiled. {EvaluationRules.Fault(exception)}", cancellation);
        }

        return new GeneratedFile(declaration.FileStem, text);
    }

    private static string Write(
        TopologyClass declaration,
        EvaluatedTopology evaluated,
        Topology topology,
        string projectFolder,
        Lowering lower,
        CancellationToken cancellation)
    {
        var faults = Faults(evaluated.Findings.Concat(TopologyChecks.RunWithoutProofs(topology)), projectFolder);
        cancellation.ThrowIfCancellationRequested();
        if (evaluated.IsWhole && topology.IsWhole && faults.Count == 0)
        {
            if (lower(topology, projectFolder, cancellation) is { } graph)
            {
                return NetworkWriter.Write(declaration, topology, graph, cancellation);
            }

            faults = Faults([TooManyPaths.FindingOf(topology)], projectFolder);
        }

        return NetworkWriter.WriteFaulty(declaration, topology, Fault(topology.Name, faults), cancellation);
    }

    private static List<string> Faults(IEnumerable<Finding> findings, string projectFolder) => findings
        .Where(finding => finding.Rule.Severity == Severity.Error)
        .Select(finding => $"{finding.Origin.RelativeTo(projectFolder)}: {finding.Rule.Id}: {finding.Message}")
        .ToList();

    private static string Fault(string name, List<string> faults) =>
        string.Join("\n", faults.Prepend($"Topology '{name}' has faults and is not compiled; build again without them:"));
}

/// <summary>Makes the forwarding graph of a topology, whose origins name files relative to the project; nothing where more paths would be compiled than may be.</summary>
internal delegate ForwardingGraph? Lowering(Topology topology, string projectFolder, CancellationToken cancellation);

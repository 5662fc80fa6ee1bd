using System.Runtime.CompilerServices;
using NetDsl.Testing;

namespace NetDsl.Generators.Tests;

/// <summary>What is generated for a source, beside it in <c>Snapshots</c>.</summary>
public class SnapshotTests
{
    [Theory]
    [InlineData("Shop")]
    [InlineData("HubAndSpoke")]
    [InlineData("Names")]
    [InlineData("Faulty")]
    public void A_topology_becomes(string name) =>
        Snapshot.Match(TopologyProject.Of(Source(name)).Generate().Text, $"Snapshots/{name}.Network", "cs");

    [Fact]
    public void An_executable_project_becomes_a_program() =>
        Snapshot.Match(
            new TopologyProject { Simulation = true, OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication }
                .With("Shop.cs", Source("Shop"))
                .With("Names.cs", Source("Names"))
                .With("Faulty.cs", Source("Faulty"))
                .Generate()
                .Files["NetDsl.Program.g.cs"],
            "Snapshots/Program",
            "cs");

    internal static string Source(string name, [CallerFilePath] string testFile = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots", $"{name}.cs"));
}

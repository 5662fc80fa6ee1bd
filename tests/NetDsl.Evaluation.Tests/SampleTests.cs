using NetDsl.Interop;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>The equivalence law over every sample of the repository.</summary>
public class SampleTests
{
    public static readonly string Repository = FindRepository();
    static readonly string Folder = Path.Combine(Repository, "samples");

    public static TheoryData<string> Samples =>
        [.. Directory.GetDirectories(Folder).Where(folder => Directory.GetFiles(folder, "*.cs").Any(file => File.ReadAllText(file).Contains("[Topology]", StringComparison.Ordinal))).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_evaluates_to_what_running_it_builds(string sample)
    {
        // What drives a simulation of it is no part of the description.
        string[] sources =
        [
            .. Directory.GetFiles(Path.Combine(Folder, sample), "*.cs")
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)
                .Where(text => !text.Contains("using NetDsl.Simulation;", StringComparison.Ordinal)),
        ];
        var evaluated = TopologyPrograms.Evaluate(sources);
        var built = TopologyPrograms.Run(sources);

        Assert.Empty(evaluated.Findings);
        Assert.Equal(TopologyJson.Write(built), TopologyJson.Write(evaluated.Topology!));
        Assert.Equal(built, evaluated.Topology);
        Assert.True(evaluated.IsWhole);
    }

    static string FindRepository()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "NetDsl.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("The repository has no NetDsl.sln above the tests.");
    }
}

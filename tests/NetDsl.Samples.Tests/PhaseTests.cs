using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Interop;
using NetDsl.Testing;

namespace NetDsl.Samples.Tests;

/// <summary>One readable text a phase for every sample, so that a change shows what it does to real networks.</summary>
public class PhaseTests
{
    [Theory]
    [MemberData(nameof(Sample.EachSmall), MemberType = typeof(Sample))]
    public void Topology(string name)
    {
        var sample = Sample.Of(name);
        Snapshot.Match(TopologyJson.Write(sample.Topology).Replace($"{sample.Folder}/", "", StringComparison.Ordinal), $"Phases/{name}.topology", "json");
    }

    [Theory]
    [MemberData(nameof(Sample.EachSmall), MemberType = typeof(Sample))]
    public void Graph(string name)
    {
        var sample = Sample.Of(name);
        Snapshot.Match(ForwardingGraphText.Write(TopologyLowering.Lower(sample.Topology, sample.Folder)), $"Phases/{name}.graph");
    }

    [Theory]
    [MemberData(nameof(Sample.EachSmall), MemberType = typeof(Sample))]
    public void Generated_code(string name)
    {
        var folder = Path.Combine(Sample.Of(name).Folder, "obj", Repository.Configuration, "net10.0", "generated", "NetDsl.Generators");
        Assert.All([$"{name}.Network", "NetDsl.Program"], generated =>
        {
            // By name: a build leaves behind what an earlier one generated from a class that is gone.
            var file = Assert.Single(Directory.GetFiles(folder, $"{generated}.g.cs", SearchOption.AllDirectories));
            Snapshot.Match(File.ReadAllText(file), $"Phases/{name}.{generated}", "cs");
        });
    }

    [Theory]
    [MemberData(nameof(Sample.EachSmall), MemberType = typeof(Sample))]
    public void Both_texts_read_back_to_what_they_were_written_from(string name)
    {
        var sample = Sample.Of(name);
        var graph = TopologyLowering.Lower(sample.Topology, sample.Folder);
        Assert.Equal(sample.Topology, TopologyJson.Read(TopologyJson.Write(sample.Topology)));
        Assert.Equal(graph, ForwardingGraphText.Read(ForwardingGraphText.Write(graph)));
    }
}

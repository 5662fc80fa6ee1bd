using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Interop;
using NetDsl.Testing;

namespace NetDsl.Samples.Tests;

/// <summary>One readable text a phase for every sample, so that a change shows what it does to real networks.</summary>
public class PhaseTests
{
    [Theory]
    [MemberData(nameof(Sample.Each), MemberType = typeof(Sample))]
    public void Topology(string name)
    {
        var sample = Sample.Of(name);
        Snapshot.Match(TopologyJson.Write(sample.Topology).Replace($"{sample.Folder}/", "", StringComparison.Ordinal), $"Phases/{name}.topology", "json");
    }

    [Theory]
    [MemberData(nameof(Sample.Each), MemberType = typeof(Sample))]
    public void Graph(string name)
    {
        var sample = Sample.Of(name);
        Snapshot.Match(ForwardingGraphText.Write(TopologyLowering.Lower(sample.Topology, sample.Folder)), $"Phases/{name}.graph");
    }

    [Theory]
    [MemberData(nameof(Sample.Each), MemberType = typeof(Sample))]
    public void Generated_code(string name)
    {
        var folder = Path.Combine(Sample.Of(name).Folder, "obj", Repository.Configuration, "net10.0", "generated", "NetDsl.Generators");
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        Assert.All(files, file => Snapshot.Match(File.ReadAllText(file), $"Phases/{name}.{Path.GetFileName(file)[..^".g.cs".Length]}", "cs"));
        Assert.NotEmpty(files);
    }

    [Theory]
    [MemberData(nameof(Sample.Each), MemberType = typeof(Sample))]
    public void Both_texts_read_back_to_what_they_were_written_from(string name)
    {
        var sample = Sample.Of(name);
        var graph = TopologyLowering.Lower(sample.Topology, sample.Folder);
        Assert.Equal(sample.Topology, TopologyJson.Read(TopologyJson.Write(sample.Topology)));
        Assert.Equal(graph, ForwardingGraphText.Read(ForwardingGraphText.Write(graph)));
    }
}

using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Testing;

namespace NetDsl.Samples.Tests;

/// <summary>A sample of this repository.</summary>
public sealed class Sample
{
    static readonly Dictionary<string, Sample> Samples = new[]
    {
        new Sample(Shop.Definition),
        new Sample(PrivateServers.Definition),
        new Sample(CentralEgress.Definition),
        new Sample(SharedServices.Definition),
        new Sample(HybridEnterprise.Definition),
        new Sample(WorldwideShop.Definition),
        new Sample(InspectionVpc.Definition),
        new Sample(SdWan.Definition),
        new Sample(Machinery.Definition),
    }.ToDictionary(sample => sample.Name);

    readonly Lazy<Topology> topology;

    Sample(CompiledTopology definition)
    {
        Definition = definition;
        topology = new Lazy<Topology>(definition.Build);
    }

    public static IReadOnlyList<string> Names { get; } = [.. Samples.Keys];

    public static TheoryData<string> Each => [.. Names];

    /// <summary>Those whose texts people can read; the others are compared by their traces.</summary>
    public static TheoryData<string> EachSmall => [.. Names.Except([nameof(HybridEnterprise)])];

    /// <summary>What the generator made of it.</summary>
    public CompiledTopology Definition { get; }

    public string Name => Definition.Name;

    /// <summary>The folder of its sources.</summary>
    public string Folder => Path.Combine(Repository.Root, "samples", Name);

    public string SourceFile => Path.Combine(Folder, $"{Name}.cs");

    /// <summary>The program that it was built to.</summary>
    public string Program => ProgramOf(Name);

    /// <summary>The program that a folder of samples was built to.</summary>
    public static string ProgramOf(string name) => Path.Combine(Repository.Root, "samples", name, "bin", Repository.Configuration, "net10.0", $"{name}.dll");

    /// <summary>What running <c>Define</c> gives.</summary>
    public Topology Topology => topology.Value;

    public static Sample Of(string name) => Samples[name];
}

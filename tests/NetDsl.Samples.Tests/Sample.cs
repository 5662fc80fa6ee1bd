using System.Reflection;
using NetDsl.Model;

namespace NetDsl.Samples.Tests;

/// <summary>A sample of this repository.</summary>
public sealed class Sample
{
    static readonly Dictionary<string, Type> Types = new()
    {
        ["Shop"] = typeof(Shop),
        ["PrivateServers"] = typeof(PrivateServers),
        ["CentralEgress"] = typeof(CentralEgress),
        ["SharedServices"] = typeof(SharedServices),
    };

    readonly Lazy<Topology> topology;

    Sample(string name)
    {
        Name = name;
        topology = new Lazy<Topology>(Define);
    }

    public static IReadOnlyList<string> Names { get; } = [.. Types.Keys];

    public static TheoryData<string> Each => [.. Names];

    public string Name { get; }

    /// <summary>The folder of its sources.</summary>
    public string Folder => Path.Combine(SamplesFolder, Name);

    public string SourceFile => Path.Combine(Folder, $"{Name}.cs");

    /// <summary>What running <c>Define</c> gives, whatever the generator made of it.</summary>
    public Topology Topology => topology.Value;

    public static string SamplesFolder { get; } = Path.Combine(Repository.Root, "samples");

    public static Sample Of(string name) => Types.ContainsKey(name) ? new Sample(name) : throw new ArgumentException($"No sample '{name}'.", nameof(name));

    Topology Define()
    {
        var network = new NetworkBuilder(Name);
        var define = Types[Name].GetMethod("Define", BindingFlags.NonPublic | BindingFlags.Static)!;
        define.CreateDelegate<Action<NetworkBuilder>>()(network);
        return network.Build();
    }
}

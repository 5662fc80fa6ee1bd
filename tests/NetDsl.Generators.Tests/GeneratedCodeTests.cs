using System.Reflection;
using Microsoft.CodeAnalysis;
using NetDsl.Compiler.Graph;
using NetDsl.Runtime;
using static NetDsl.Traffic;

namespace NetDsl.Generators.Tests;

/// <summary>What is generated compiles, beside whatever the author wrote, and runs.</summary>
public class GeneratedCodeTests
{
    public static TheoryData<string> Topologies => ["Shop", "HubAndSpoke", "Names", "Faulty"];

    static T Static<T>(Assembly assembly, string type, string member) =>
        Assert.IsType<T>(assembly.GetType(type)!.GetProperty(member)!.GetValue(null), exactMatch: false);

    [Theory]
    [MemberData(nameof(Topologies))]
    public void It_compiles_without_a_warning(string topology) =>
        Assert.Empty(TopologyProject.Of(SnapshotTests.Source(topology)).Generate().CompilerMessages);

    [Theory]
    [MemberData(nameof(Topologies))]
    public async Task Every_rule_of_the_platforms_analyzers_is_content(string topology) =>
        Assert.Empty(await PlatformAnalyzers.ComplainAbout(TopologyProject.Of(SnapshotTests.Source(topology)).Generate(), ".Network.g.cs"));

    [Fact]
    public async Task The_platforms_analyzers_would_say_if_they_were_not() =>
        Assert.NotEmpty(await PlatformAnalyzers.ComplainAbout(TopologyProject.Of("public class Shop { public int[] Ports { get; set; } = []; }").Generate(), "Shop.cs"));

    [Fact]
    public void The_network_answers()
    {
        var assembly = TopologyProject.Of(SnapshotTests.Source("Shop")).Generate().Load();
        var network = Static<CompiledNetwork>(assembly, "Acme.Networks.Shop", "Network");
        var webA = Static<ElementEndpoint>(assembly, "Acme.Networks.Shop+Instances", "WebA");
        var databaseB = Static<ElementEndpoint>(assembly, "Acme.Networks.Shop+Instances", "DbB");

        Assert.Equal(Verdict.Reachable, network.Trace(webA, databaseB, Tcp(5432)).Verdict);
        Assert.Equal(Verdict.Reachable, network.Trace(databaseB, Endpoint.Internet, Tcp(443)).Verdict);
        Assert.Equal(Verdict.Blocked, network.Trace(Endpoint.Internet, databaseB, Tcp(5432)).Verdict);
    }

    [Fact]
    public void Traces_name_places_relative_to_the_project()
    {
        var assembly = TopologyProject.Of(SnapshotTests.Source("Shop")).Generate().Load();
        var network = Static<CompiledNetwork>(assembly, "Acme.Networks.Shop", "Network");
        var webA = Static<ElementEndpoint>(assembly, "Acme.Networks.Shop+Instances", "WebA");

        var trace = network.Trace(webA, Endpoint.Internet, Tcp(443));

        Assert.Contains("Shop.cs:21", trace.Forward.Hops.Select(hop => hop.Origin.ToString()));
    }

    [Fact]
    public void The_definition_builds_what_was_compiled()
    {
        var assembly = TopologyProject.Of(SnapshotTests.Source("Shop")).Generate().Load();
        var definition = Static<CompiledTopology>(assembly, "Acme.Networks.Shop", "Definition");

        Assert.Equal("Shop", definition.Name);
        Assert.Equal("Shop.cs", definition.SourceFile);
        Assert.Equal(
            definition.Network().Graph,
            Compiler.Lowering.TopologyLowering.Lower(definition.Build(), "/home/me/shop"));
    }

    [Fact]
    public void The_switches_answer_as_the_graph_does()
    {
        var assembly = TopologyProject.Of(SnapshotTests.Source("HubAndSpoke")).Generate().Load();
        var graph = Static<CompiledNetwork>(assembly, "HubAndSpoke", "Network").Graph;
        var switches = assembly.GetTypes().Single(type => type.Name.EndsWith("HubAndSpokeGraph", StringComparison.Ordinal))
            .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(method => method.Name.StartsWith("From", StringComparison.Ordinal))
            .ToList();
        var small = graph.Sources.Where(source => source.Starts.Count <= Emission.DestinationSwitch.MostRanges).ToList();

        Assert.NotEmpty(small);
        Assert.Equal(small.Count, switches.Count);
        foreach (var (source, method) in small.Zip(switches))
        {
            var classify = method.CreateDelegate<Func<uint, int>>();
            foreach (var address in source.Starts.SelectMany(start => new[] { start, unchecked(start - 1) }))
            {
                Assert.Equal(source.ProgramFor(new Addressing.Ipv4Address(address)), classify(address));
            }
        }
    }

    [Theory]
    [InlineData("\"\"\" quotes \"\"\"\" and \\ slashes \n {braces} ء 😀", false)]
    [InlineData("\"\"\" quotes \"\"\"\" and \\ slashes \n {braces} ء 😀", true)]
    [InlineData("line ends \r of \u2028 all \u0085 kinds \r\n", false)]
    [InlineData("line ends \r of \u2028 all \u0085 kinds \r\n", true)]
    [InlineData("", false)]
    [InlineData("", true)]
    public void The_graph_survives_whatever_text_it_has(string text, bool isLong)
    {
        var graph = new ForwardingGraph
        {
            Name = "Shop",
            Nodes = [new GraphNode("internet", "internet", Model.Origin.None)],
            Programs = [new PathProgram([], new DropEnd(0, DropCode.IgwNoMapping, isLong ? text + TooLongForCode : text, Model.Origin.None))],
            Sources = [new SourceClass(0, [0], [0])],
        };
        var shop = new Pipeline.TopologyClass("Shop", "", "global::Shop", "Shop", [], "Shop.cs");
        var code = Emission.NetworkWriter.Write(shop, new Model.Topology { Name = "Shop" }, graph, CancellationToken.None);
        var project = TopologyProject.Of("partial class Shop { static void Define(NetDsl.NetworkBuilder network) { } }").With("Generated.cs", code);

        var network = Static<CompiledNetwork>(project.Generate().Load(), "Shop", "Network");

        Assert.Equal(graph, network.Graph);
        Assert.Equal(isLong, code.Contains("ForwardingGraphTextAttribute", StringComparison.Ordinal));
    }

    static string TooLongForCode { get; } = new('x', Emission.GraphClass.LongestInCode);

    [Fact]
    public void Code_that_uses_a_faulty_topology_still_compiles_and_gets_no_network()
    {
        var outcome = TopologyProject.Of(SnapshotTests.Source("Faulty"))
            .With("Use.cs", "static class Use { static object Db => Faulty.Network.Trace(Faulty.Instances.Db, NetDsl.Endpoint.Internet, NetDsl.Traffic.Tcp(443)); }")
            .Generate();
        var network = outcome.Load().GetType("Faulty")!.GetProperty("Network")!;

        Assert.Empty(outcome.CompilerMessages);
        var thrown = Assert.Throws<TargetInvocationException>(() => network.GetValue(null));
        Assert.Contains("10.0.0.1/24", Assert.IsType<InvalidOperationException>(thrown.InnerException).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_that_leaves_out_all_instances_leaves_their_class() =>
        Assert.DoesNotContain(
            TopologyProject.Of(SnapshotTests.Source("Faulty"))
                .Replace("Shop.cs", "10.0.0.0/16", "10.0.0.1/16")
                .With("Use.cs", "using static Faulty.Instances;")
                .Generate()
                .CompilerMessages,
            message => message.Contains("error", StringComparison.Ordinal));

    [Theory]
    [InlineData("[NetDsl.Topology] static class Shop { static void Define(NetDsl.NetworkBuilder network) { } }")]
    [InlineData("[NetDsl.Topology] static partial class Shop<T> { static void Define(NetDsl.NetworkBuilder network) { } }")]
    [InlineData("partial class Outer { [NetDsl.Topology] static partial class Shop { static void Define(NetDsl.NetworkBuilder network) { } } }")]
    [InlineData("[NetDsl.Topology] static partial class Shop { }")]
    [InlineData("[NetDsl.Topology] file static partial class Shop { static void Define(NetDsl.NetworkBuilder network) { } }")]
    [InlineData("[NetDsl.Topology] static partial class")]
    [InlineData("[NetDsl.Topology] static partial class { static void Define(NetDsl.NetworkBuilder network) { } }")]
    [InlineData("namespace { [NetDsl.Topology] static partial class Shop { static void Define(NetDsl.NetworkBuilder network) { } } }")]
    [InlineData("namespace Acme. { [NetDsl.Topology] static partial class Shop { static void Define(NetDsl.NetworkBuilder network) { } } }")]
    [InlineData("static partial class Shop { }")]
    public void A_class_that_cannot_have_a_second_part_or_describes_nothing_gets_none(string source) =>
        Assert.DoesNotContain("CompiledNetwork", string.Concat(TopologyProject.Of(source).Generate().Files.Values), StringComparison.Ordinal);

    [Theory]
    [InlineData("static void Define(NetDsl.NetworkBuilder")]
    [InlineData("static void Define(NetDsl.NetworkBuilder network) { network.Region(\"us-east-1\").Vpc(\"shop\", \"10.0.0.0/16\").Sub")]
    [InlineData("static void Define(NetDsl.NetworkBuilder network) { var vpc = network.Region(\"us-east-1\").Vpc(\"shop\", \"10.0.0.0/16\"); vpc.Subnet(")]
    [InlineData("static void Define(NetDsl.NetworkBuilder network) { foreach (var name in ")]
    public void Half_typed_code_gets_no_network(string members)
    {
        var text = TopologyProject.Of($"[NetDsl.Topology] static partial class Shop {{ {members}").Generate().Text;

        Assert.DoesNotContain("ForwardingGraph", text, StringComparison.Ordinal);
        Assert.Contains("throw new", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sh\nop\u2028.cs")]
    [InlineData("\"Shop\" {{ name }}.cs")]
    public void The_name_of_a_file_is_no_code(string file) =>
        Assert.Empty(new TopologyProject().With(file, SnapshotTests.Source("Shop")).Generate().CompilerMessages);

    [Fact]
    public void A_class_that_is_marked_twice_is_extended_once() =>
        Assert.Single(
            TopologyProject.Of("[NetDsl.Topology] static partial class Shop { static void Define(NetDsl.NetworkBuilder network) { } }")
                .With("More.cs", "[NetDsl.Topology] partial class Shop { }")
                .Generate()
                .Files);

    [Fact]
    public void Names_that_differ_in_case_only_get_files_that_differ()
    {
        var outcome = TopologyProject.Of("[NetDsl.Topology] static partial class Shop { static void Define(NetDsl.NetworkBuilder network) { } }")
            .With("Lower.cs", "[NetDsl.Topology] static partial class shop { static void Define(NetDsl.NetworkBuilder network) { } }")
            .Generate();

        Assert.Equal(["Shop.Network.g.cs", "shop2.Network.g.cs"], outcome.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Shop")]
    [InlineData("Faulty")]
    public void An_executable_project_that_asks_gets_its_entry_point(string topology) =>
        AssertRunnable(Executable(SnapshotTests.Source(topology)));

    [Fact]
    public void A_project_whose_only_topology_describes_nothing_lacks_no_entry_point_besides() =>
        AssertRunnable(Executable("[NetDsl.Topology] static partial class Shop { }"));

    [Theory]
    [InlineData(false, OutputKind.ConsoleApplication)]
    [InlineData(true, OutputKind.DynamicallyLinkedLibrary)]
    public void No_other_project_gets_one(bool asks, OutputKind kind) =>
        Assert.DoesNotContain(
            "NetDsl.Program.g.cs",
            (TopologyProject.Of(SnapshotTests.Source("Shop")) with { Simulation = asks, OutputKind = kind }).Generate().Files.Keys);

    static TopologyProject Executable(string source) =>
        TopologyProject.Of(source) with { Simulation = true, OutputKind = OutputKind.ConsoleApplication };

    static void AssertRunnable(TopologyProject project)
    {
        var outcome = project.Generate();

        Assert.Empty(outcome.CompilerMessages);
        Assert.NotNull(outcome.Load().EntryPoint);
    }
}

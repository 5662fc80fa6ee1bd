using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>A topology class that nothing can be added to, or that defines nothing, is told at its name.</summary>
public class ShapeTests
{
    const string Define = "static void Define(NetworkBuilder network) { network.Region(\"us-east-1\"); }";

    [Theory]
    [InlineData("[Topology] static class [|Shop|] { " + Define + " }", "topology class 'Shop' is not partial, so that the compiled network cannot be added to it; write 'static partial class Shop'")]
    [InlineData("[Topology] partial class [|Shop|] { " + Define + " }", "topology class 'Shop' is not static; write 'static partial class Shop'")]
    [InlineData("static partial class Outer { [Topology] static partial class [|Shop|] { " + Define + " } }", "topology class 'Shop' is nested in 'Outer', where nothing can be added to it; move it into a namespace")]
    [InlineData("[Topology] static partial class [|Shop|]<T> { " + Define + " }", "topology class 'Shop' has type parameters; a network is one, leave them out")]
    [InlineData("[Topology] file static partial class [|Shop|] { " + Define + " }", "topology class 'Shop' is local to its file, so that nothing can be added to it; remove 'file'")]
    [InlineData("[Topology] static partial class [|Shop|] { }", "topology class 'Shop' describes nothing; give it 'static void Define(NetworkBuilder network)'")]
    [InlineData("[Topology] static partial class Shop { static void [|Define|]() { } }", "'Define' of topology class 'Shop' has another signature; make it 'static void Define(NetworkBuilder network)'")]
    [InlineData("[Topology] static partial class Shop { static int [|Define|](NetworkBuilder network) => 1; }", "'Define' of topology class 'Shop' has another signature; make it 'static void Define(NetworkBuilder network)'")]
    [InlineData("[Topology] static partial class Shop { static void [|Define|](RegionBuilder region) { } }", "'Define' of topology class 'Shop' has another signature; make it 'static void Define(NetworkBuilder network)'")]
    [InlineData("[Topology] static partial class Shop { static void [|Define|]<T>(NetworkBuilder network) { } }", "'Define' of topology class 'Shop' has another signature; make it 'static void Define(NetworkBuilder network)'")]
    [InlineData("[Topology] static partial class Shop { static async void [|Define|](NetworkBuilder network) { } }", "'Define' of topology class 'Shop' has another signature; make it 'static void Define(NetworkBuilder network)'")]
    public void A_wrong_shape_is_told_at_the_name(string declaration, string message)
    {
        var marked = MarkedSource.Parse("using NetDsl;\n" + declaration);
        var result = TopologyPrograms.Evaluate(marked.Text);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(EvaluationRules.WrongShape, finding.Rule);
        Assert.Equal(message, finding.Message);
        Assert.Equal(marked.Spans[0], (finding.Origin.Span!.Value.Start, finding.Origin.Span!.Value.Length));
        Assert.False(result.IsWhole);
        Assert.Equal(declaration.Contains(Define, StringComparison.Ordinal), result.Topology is { Regions.Count: 1 });
    }

    [Fact]
    public void Any_accessibility_and_namespace_will_do() => Assert.True(TopologyPrograms.Evaluate(
        "namespace Company.Networks; [NetDsl.Topology] public static partial class Shop { internal static void Define(NetDsl.NetworkBuilder n) => n.Region(\"us-east-1\"); }").IsWhole);

    [Fact]
    public void The_parts_of_a_class_may_lie_in_several_files()
    {
        var result = TopologyPrograms.Evaluate(
            "using NetDsl; [Topology] static partial class Shop { static void Define(NetworkBuilder network) => Rest(network); }",
            "using NetDsl; static partial class Shop { static void Rest(NetworkBuilder network) => network.Region(\"us-east-1\"); }");
        Assert.True(result.IsWhole);
        Assert.Single(result.Topology!.Regions);
    }

    [Fact]
    public void Only_our_own_attribute_marks_a_topology()
    {
        var compilation = TopologyPrograms.Compile(
            "namespace Mine { class TopologyAttribute : System.Attribute { } [Topology] static partial class Shop { } }");
        Assert.Empty(TopologyPrograms.TopologyClassesOf(compilation));
    }
}

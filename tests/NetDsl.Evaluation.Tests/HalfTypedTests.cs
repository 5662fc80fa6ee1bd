using Microsoft.CodeAnalysis;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>While somebody types, what can be evaluated is there, C# says what is wrong, and nothing is called whole.</summary>
public class HalfTypedTests
{
    const string Whole = """
        var region = network.Region("us-east-1");
        var vpc = region.Vpc("shop", "10.0.0.0/16");
        foreach (var zone in new[] { "a", "b" })
        {
            var subnet = vpc.Subnet($"data-{zone}", zone == "a" ? "10.0.1.0/24" : "10.0.2.0/24", zone);
            subnet.Instance($"db-{zone}", vpc.SecurityGroup("db-" + zone).Ingress(Tcp(5432), from: AnyIpv4));
        }
        """;

    [Theory]
    [InlineData("var next = ", "what is assigned is missing")]
    [InlineData("vpc.", "a member is missing")]
    [InlineData("vpc.Subnet(", "the arguments are missing")]
    [InlineData("vpc.Subnet(\"x\", ", "an argument is missing")]
    [InlineData("vpc.Subnet(\"x\", \"10.0.9.0/24\");", "a parameter has no argument")]
    [InlineData("vpc.Sub(\"x\");", "there is no such method")]
    [InlineData("int number = \"text\";", "the types differ")]
    [InlineData("if (unknown) vpc.SecurityGroup(\"maybe\");", "a name is not known")]
    [InlineData("var later = unknown; vpc.SecurityGroup(later); vpc.Subnet(later, later, later).Instance(later);", "what depends on it follows")]
    [InlineData("foreach (var item in unknown) vpc.SecurityGroup(item);", "the collection is not known")]
    [InlineData("vpc.SecurityGroup(\"s\", group => group.Ing", "a lambda is half typed")]
    [InlineData("Helper(", "a helper's arguments are missing")]
    [InlineData("_ = new Place();\n---\nclass Place { public Place() { Add(); Add\n/// <summary>x</summary>\npublic int Other { get; }\nvoid Add() { } }", "a method is named and not called, and its block is not closed")]
    [InlineData("Missing(vpc);\n---\nstatic void Missing(VpcBuilder vpc);", "a helper has no body")]
    [InlineData("Broken(vpc);\n---\nstatic void Broken(VpcBuilder vpc, Unknown more = 1) { }", "a helper's parameter has no type")]
    [InlineData("vpc.SecurityGroup(\"s\");\n---\nstatic Shop() { return unknown; }", "the initialiser of the class gives something")]
    [InlineData("object kind = Kind.Red;\n---\nenum Kind { , Red }", "a member of an enumeration has no name")]
    [InlineData("var one = new Named().Other;\n---\nclass Named { public object? Other; class { } }", "a class has no name")]
    [InlineData("for (var i = 0; i < ", "a loop is half typed")]
    [InlineData("\"open text", "text is not closed")]
    [InlineData("int unassigned; vpc.SecurityGroup(\"g\" + unassigned);", "a variable is not assigned")]
    public void The_rest_is_evaluated_and_the_result_is_not_whole(string halfTyped, string what)
    {
        Assert.NotEmpty(what);
        var members = halfTyped.Contains("---", StringComparison.Ordinal) ? "" : "\n---\nstatic void Helper(VpcBuilder vpc) { }";
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop($"{Whole}\n{halfTyped}{members}"));
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var result = TopologyPrograms.Evaluate(compilation);

        Assert.False(result.IsWhole);
        Assert.Empty(result.Findings);
        Assert.Equal(["data-a", "data-b"], result.Topology!.Subnets.Where(subnet => subnet.Name.StartsWith("data", StringComparison.Ordinal)).Select(subnet => subnet.Name));
        Assert.Equal(2, result.Topology.Instances.Count);
        Assert.Empty(result.Topology.Problems);
    }

    [Fact]
    public void No_prefix_of_a_program_throws_or_is_told_about_by_us()
    {
        var source = TopologyPrograms.Shop(SmallPrograms.All["a network of the architecture page"]);
        for (var length = source.IndexOf("Define", StringComparison.Ordinal); length < source.Length - 1; length += 3)
        {
            var compilation = TopologyPrograms.Compile(source[..length]);
            if (TopologyPrograms.TopologyClassesOf(compilation) is not [var topology, ..])
            {
                continue;
            }

            var result = TopologyEvaluator.Evaluate(compilation, topology, CancellationToken.None);
            Assert.All(result.Findings, finding => Assert.Equal(EvaluationRules.WrongShape, finding.Rule));
            Assert.False(result.IsWhole && compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }
    }

    [Fact]
    public void A_refused_value_is_told_once_and_what_depends_on_it_is_left_out_quietly()
    {
        var result = TopologyPrograms.Evaluate(TopologyPrograms.Shop("""
            var region = network.Region("us-east-1");
            var name = DateTime.Now.ToString();
            var vpc = region.Vpc(name, "10.0.0.0/16");
            vpc.Subnet(name, "10.0.0.0/24", "a").Instance(name);
            if (name.Length > 3) { name = "known"; }
            region.Vpc(name, "10.2.0.0/16");
            region.Vpc("other", "10.1.0.0/16");
            """));
        Assert.Equal("ND0002", Assert.Single(result.Findings).Rule.Id);
        Assert.Equal(["other"], result.Topology!.Vpcs.Select(vpc => vpc.Name));
    }

    [Fact]
    public void A_fault_in_a_loop_is_told_once()
    {
        var result = TopologyPrograms.Evaluate(TopologyPrograms.Shop("for (var i = 0; i < 50; i++) { Console.WriteLine(i); }"));
        Assert.Single(result.Findings);
    }

    [Fact]
    public void Errors_in_code_that_is_not_read_do_not_matter()
    {
        var result = TopologyPrograms.Evaluate(
            TopologyPrograms.Shop("network.Region(\"us-east-1\");"), "static class Other { static void Broken() { int x = \"\"; } }");
        Assert.True(result.IsWhole);
    }

    [Fact]
    public void A_finding_in_a_helper_names_the_calls_that_lead_there()
    {
        var marked = MarkedSource.Parse(TopologyPrograms.Shop("[|Outer()|];\n---\nstatic void Outer() => [|Inner(1)|];\nstatic void Inner(int n) { Console.[|WriteLine(n)|]; }"));
        var finding = Assert.Single(TopologyPrograms.Evaluate(marked.Text).Findings);
        Assert.Equal(marked.Spans[2].Start, finding.Origin.Span!.Value.Start);
        Assert.Equal(
            [("the call of 'Inner' that leads there", marked.Spans[1].Start), ("the call of 'Outer' that leads there", marked.Spans[0].Start)],
            finding.Related.Select(related => (related.Text, related.Origin.Span!.Value.Start)));
    }

    [Fact]
    public void A_route_to_nothing_is_told_at_the_call()
    {
        var result = TopologyPrograms.Evaluate(TopologyPrograms.Shop("""
            TransitGatewayBuilder? none = null;
            network.Region("us-east-1").Vpc("a", "10.0.0.0/16").MainRouteTable.Route("0.0.0.0/0", none!);
            """));

        var finding = Assert.Single(result.Findings);
        Assert.Equal(EvaluationRules.DefinitionThrows, finding.Rule);
    }
}

using Microsoft.CodeAnalysis;
using NetDsl.Evaluation.Memory;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>Data files mean at compile time what they mean when the program runs, and faults are underlined in the file.</summary>
public class DataTests
{
    const string Name = "plan.netdsl.json";

    const string Types = """
        ---
        enum Tier { Web, Data }
        record Plan(string Name, IReadOnlyList<VpcPlan> Vpcs, string? Note, int Third = 7, Tier Default = Tier.Data) { public bool IsOpen { get; set; } public required Dictionary<string, int[]> Ports { get; init; } }
        record VpcPlan(string Name, string Cidr) { public List<SubnetPlan>? Subnets { get; init; } public Page<string?>? Page { get; set; } }
        record struct SubnetPlan(string Cidr, string Zone, Tier? Tier);
        class Page<T> { public Page() { } public Page(int n) { } public T? Item { get; set; } public virtual int Size { get; set; } = 3; }
        struct Pair { public int Left { get; set; } public decimal Right { get; set; } }
        abstract class Shape { }
        class Two { public Two(int a) { } public Two(string b) { } }
        class Hidden { Hidden() { } }
        static T Read<T>(NetworkBuilder network) => network.Data<T>("plan.netdsl.json");
        """;

    const string Whole = """
        {
          // the plan of the shop
          "name": "shop", "isOpen": true, "ports": { "web": [80, 443], "Db": [5432] },
          "vpcs": [
            { "name": "a", "cidr": "10.0.0.0/16", "subnets": [ { "cidr": "10.0.1.0/24", "zone": "a", "tier": "web" }, { "cidr": "10.0.2.0/24", "zone": "b" } ] },
            { "NAME": "b", "cidr": "10.1.0.0/16", "page": { "item": null, "size": 5 } },
          ],
        }
        """;

    const string UsePlan = """
        var region = network.Region("us-east-1");
        foreach (var each in plan.Vpcs)
        {
            var vpc = region.Vpc($"{each.Name}-{plan.Third}{plan.Default}{plan.Note ?? "none"}{plan.IsOpen}{each.Page?.Size}", each.Cidr);
            foreach (var subnet in each.Subnets ?? []) vpc.Subnet($"{subnet.Zone}{subnet.Tier}", subnet.Cidr, subnet.Zone);
            foreach (var (key, ports) in plan.Ports) foreach (var port in ports) vpc.SecurityGroup($"{key}{port}").Ingress(Tcp(port), from: AnyIpv4);
        }
        """;

    [Theory]
    [InlineData("var plan = network.Data<Plan>(\"plan.netdsl.json\");", Whole)]
    [InlineData("var plan = Read<Plan>(network);", Whole)]
    public void A_plan_is_what_it_is_when_the_program_runs(string read, string json)
    {
        var (evaluated, built) = Both($"{read}\n{UsePlan}{Types}", json);
        Assert.Empty(evaluated.Findings);
        Assert.True(evaluated.IsWhole);
        Assert.Equal(2, built!.Vpcs.Count);
        Assert.Equal(built, evaluated.Topology);
    }

    [Theory]
    [InlineData("List<string>", """["10.0.0.0/16", "10.1.0.0/16"]""", "value.Count")]
    [InlineData("string[]", """["a"]""", "value.Length")]
    [InlineData("IEnumerable<int>", "[1, 2]", "value.Sum()")]
    [InlineData("IList<int>", "[1, 2]", "value.Count")]
    [InlineData("IDictionary<string, string>", """{ "a": "b" }""", "value[\"a\"]")]
    [InlineData("Pair", """{ "left": 2, "right": 1.5 }""", "value.Left")]
    [InlineData("Tier", "\"data\"", "value")]
    [InlineData("int?", "null", "value ?? 4")]
    [InlineData("Page<int>", """{ "item": 3 }""", "value.Item")]
    [InlineData("Page<List<string>>", """{ "item": ["x"] }""", "value.Item!.Count")]
    [InlineData("List<Pair>", """[{ "left": 2 }, {}]""", "value[0].Left")]
    public void A_value_is_what_it_is_when_the_program_runs(string type, string json, string shown)
    {
        foreach (var call in new[] { $"network.Data<{type}>(\"{Name}\")", $"Read<{type}>(network)" })
        {
            var (evaluated, built) = Both($"var value = {call}; network.Region(\"us-east-1\").Vpc($\"v{{{shown}}}\", \"10.0.0.0/16\");{Types}", json);
            Assert.Empty(evaluated.Findings);
            Assert.NotNull(built);
            Assert.Equal(built, evaluated.Topology);
        }
    }

    [Theory]
    [InlineData("Plan", """{ "name": 3, "vpcs": [ { "cidr": "x", "what": 1 } ], "ports": { "a": ["b", 99999999999] }, "default": "none" }""")]
    [InlineData("Plan", """{ "name": null, "name": "a", "vpcs": null, "third": null }""")]
    [InlineData("Plan", "[]")]
    [InlineData("Plan", "{ broken")]
    [InlineData("Shape", "{}")]
    [InlineData("Two", "{}")]
    [InlineData("Hidden", "{}")]
    [InlineData("DateTime", "\"2024\"")]
    [InlineData("char", "\"a\"")]
    [InlineData("(int, int)", "{}")]
    [InlineData("object", "{}")]
    [InlineData("Action", "{}")]
    [InlineData("List<DateTime>", "[1]")]
    [InlineData("int[,]", "[]")]
    [InlineData("Dictionary<int, string>", "{}")]
    [InlineData("VpcBuilder", "{}")]
    [InlineData("List<string?>", "[null]")]
    [InlineData("Page<string?>", """{ "item": null }""")]
    [InlineData("Page<List<string>>", """{ "item": [null] }""")]
    public void Problems_are_those_of_running(string type, string json)
    {
        // What throws when the program runs leaves nothing of it, so that running catches it.
        var source = $"var c = 0; try {{ var value = network.Data<{type}>(\"{Name}\"); c = 1; }} catch (NetworkDataException) {{ c = 2; }} network.Region(\"us-east-1\").Vpc($\"v{{c}}\", \"10.0.0.0/16\");{Types}";
        var (evaluated, built) = Both(source, json);
        Assert.Empty(evaluated.Findings);
        Assert.Equal(built!.Problems.Select(problem => problem.Text), evaluated.Topology!.Problems.Select(problem => problem.Text));
        Assert.Equal(built.Vpcs.Select(vpc => vpc.Name), evaluated.Topology.Vpcs.Select(vpc => vpc.Name));
    }

    [Fact]
    public void A_file_that_gives_nothing_is_told_once()
    {
        var source = TopologyPrograms.Shop("var value = network.Data<int>(\"none.netdsl.json\"); network.Region(\"us-east-1\").Vpc($\"v{value}\", \"10.0.0.0/16\");");
        var evaluated = TopologyPrograms.Evaluate(TopologyPrograms.Compile(source), []);
        Assert.Empty(evaluated.Findings);
        Assert.False(evaluated.IsWhole);
        var problem = Assert.Single(evaluated.Topology!.Problems);
        Assert.Equal("\"none.netdsl.json\"", TextOf(source, problem.Origin));
    }

    [Theory]
    [InlineData("""{ "a": "10.0.0.1/16" }""", "\"10.0.0.1/16\"")]
    [InlineData("""{ "a b": "10.0.0.0/16" }""", "\"a b\"")]
    [InlineData("""{ "a": 5 }""", "5")]
    public void What_is_wrong_is_underlined_in_the_file(string json, string underlined)
    {
        var source = TopologyPrograms.Shop($"foreach (var (name, cidr) in network.Data<Dictionary<string, string>>(\"{Name}\")) network.Region(\"us-east-1\").Vpc(name, cidr);");
        var evaluated = TopologyPrograms.Evaluate(TopologyPrograms.Compile(source), [new DataFileText(Name, json)]);
        Assert.Empty(evaluated.Findings);
        var span = evaluated.Topology!.Problems[0].Origin.Span!.Value;
        Assert.Equal(("/src/" + Name, underlined), (span.File, json.Substring(span.Start, span.Length)));
    }

    [Fact]
    public void Only_a_file_that_is_read_counts()
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop($"network.Region(\"us-east-1\").Vpc(network.Data<string>(\"{Name}\"), \"10.0.0.0/16\");"));
        Assert.Equal(1, Evaluations(compilation, "\"a\"", "1"));
        Assert.Equal(0, Evaluations(compilation, "\"a\"", "1"));
        Assert.Equal(0, Evaluations(compilation, "\"a\"", "2"));
        Assert.Equal(1, Evaluations(compilation, "\"b\"", "2"));
    }

    static int Evaluations(Compilation compilation, string read, string unread)
    {
        var before = EvaluationMemory.EvaluationsOfThisThread;
        TopologyPrograms.Evaluate(compilation, [new DataFileText(Name, read), new DataFileText("other.netdsl.json", unread)]);
        return EvaluationMemory.EvaluationsOfThisThread - before;
    }

    static (EvaluationResult Evaluated, Topology? Built) Both(string statements, string json)
    {
        var compilation = TopologyPrograms.Compile(TopologyPrograms.Shop(statements));
        DataFileText[] files = [new(Name, json)];
        return (TopologyPrograms.Evaluate(compilation, files), TopologyPrograms.Run(compilation, files));
    }

    static string TextOf(string source, Origin origin) => source.Substring(origin.Span!.Value.Start, origin.Span.Value.Length);
}

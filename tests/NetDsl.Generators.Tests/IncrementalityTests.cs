using Microsoft.CodeAnalysis;
using NetDsl.Evaluation;
using NetDsl.Testing;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace NetDsl.Generators.Tests;

public class IncrementalityTests
{
    static readonly string[] StepsBehindEvaluation = [TrackingNames.Written, TrackingNames.Named, TrackingNames.Program];

    static readonly TopologyProject Project = new TopologyProject
    {
        Simulation = true,
        OutputKind = OutputKind.ConsoleApplication,
    }
    .With("Shop.cs", SnapshotTests.Source("Shop"))
    .With("Other.cs", "class Other { int Answer() => 41; }");

    /// <summary>Edits, and asserts that nothing is generated anew.</summary>
    static void GeneratesNothing(TopologyProject edited)
    {
        var session = new GeneratorSession(Project);
        var before = session.Outcome.Files;

        var outcome = session.Edit(edited);

        Assert.All(outcome.Reasons(TrackingNames.Evaluated), reason => Assert.True(reason is Cached or Unchanged, reason.ToString()));
        Assert.All(StepsBehindEvaluation, step => Assert.Equal([Cached], outcome.Reasons(step)));
        Assert.All(outcome.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs), output => Assert.Equal(Cached, output.Reason));
        Assert.Equal(before, outcome.Files);
    }

    [Theory]
    [InlineData("class Other { int Answer() => 42; }")]
    [InlineData("class Other { int Answer() => 41; int Question() => 6 * 9; }")]
    [InlineData("class Other { int Answer( }")]
    public void An_edit_in_another_file_generates_nothing(string edited) => GeneratesNothing(Project.With("Other.cs", edited));

    [Fact]
    public void An_edit_in_another_file_evaluates_nothing()
    {
        var edited = Project.With("Other.cs", "class Other { int Answer() => 42; }");

        Assert.Same(Evaluated(Project), Evaluated(edited));

        static object? Evaluated(TopologyProject project)
        {
            var compilation = project.Compilation();
            var shop = compilation.GetTypeByMetadataName("Acme.Networks.Shop")!;
            return TopologyEvaluator.Evaluate(compilation, shop, CancellationToken.None).Topology;
        }
    }

    [Fact]
    public void A_new_file_generates_nothing() => GeneratesNothing(Project.With("New.cs", "class New { }"));

    [Fact]
    public void A_comment_that_shifts_no_line_generates_nothing() =>
        GeneratesNothing(Project.Replace("Shop.cs", "\"10.0.0.0/16\");", "\"10.0.0.0/16\"); // the office keeps 10.1"));

    [Fact]
    public void Another_name_for_a_local_generates_nothing() =>
        GeneratesNothing(Project.Replace("Shop.cs", "database", "databaseGroup"));

    [Fact]
    public void Another_way_to_write_the_same_network_generates_nothing() =>
        GeneratesNothing(Project.Replace("Shop.cs", "10 + index", "index + 10"));

    [Fact]
    public void An_edit_of_a_prefix_generates_the_network_anew_and_not_the_program()
    {
        var session = new GeneratorSession(Project);

        var outcome = session.Edit(Project.Replace("Shop.cs", "10.0.0.0/16", "10.0.0.0/17"));

        Assert.Equal([Modified], outcome.Reasons(TrackingNames.Evaluated));
        Assert.Equal([Modified], outcome.Reasons(TrackingNames.Written));
        Assert.All(outcome.Reasons(TrackingNames.Program), reason => Assert.True(reason is Cached or Unchanged, reason.ToString()));
        Assert.Contains("10.0.0.0/17", outcome.Files["Acme.Networks.Shop.Network.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_moves_moves_the_places_that_traces_name()
    {
        var session = new GeneratorSession(Project);

        var outcome = session.Edit(Project.Replace("Shop.cs", "        var internet", "\n        var internet"));

        Assert.Equal([Modified], outcome.Reasons(TrackingNames.Written));
    }

    /// <summary>What the lowering takes over from before the edit is what a generator that was not there would find.</summary>
    [Theory]
    [InlineData("        var internet", "\n        var internet")]
    [InlineData("10.0.0.0/16", "10.0.0.0/17")]
    [InlineData("Tcp(5432)", "Tcp(5433)")]
    public void What_is_generated_after_edits_is_what_would_be_generated_anew(string text, string edited)
    {
        var session = new GeneratorSession(Project);

        var expected = new[] { Project, Project.Replace("Shop.cs", text, edited) }.Select(project => (Project: project, new GeneratorSession(project).Outcome.Files)).ToList();
        for (var edit = 1; edit < 6; edit++)
        {
            var (project, files) = expected[edit % 2];
            Assert.Equal(files, session.Edit(project).Files);
        }
    }

    [Fact]
    public void An_edit_of_one_topology_leaves_the_others()
    {
        var two = Project.With("Names.cs", SnapshotTests.Source("Names"));
        var session = new GeneratorSession(two);

        var outcome = session.Edit(two.Replace("Shop.cs", "10.0.0.0/16", "10.0.0.0/17"));

        var outputs = outcome.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs);
        Assert.Single(outputs, output => output.Reason == Modified);
    }

    [Fact]
    public void Nothing_of_the_compilers_stays_in_the_pipeline()
    {
        var outcome = new GeneratorSession(Project).Outcome;
        var models = new[] { TrackingNames.Found, TrackingNames.Evaluated, TrackingNames.Written, TrackingNames.Named, TrackingNames.Program }
            .SelectMany(step => outcome.Result.TrackedSteps[step])
            .SelectMany(run => run.Outputs)
            .Select(output => output.Value);

        Assert.All(models, model => ObjectGraph.HoldsNo(model, type => type.FullName!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_analyzers_of_a_build_use_what_its_generator_evaluated()
    {
        var session = new GeneratorSession(Project);
        Assert.Same(Evaluated(Project.Compilation()), Evaluated(session.Outcome.Compilation));
    }

    [Fact]
    public void A_definition_that_speaks_of_generated_members_is_evaluated_with_them()
    {
        var project = TopologyProject.Of(TopologyPrograms.Shop("network.Region(\"us-east-1\").Vpc(nameof(Shop.Regions), \"10.0.0.0/16\");"));
        var session = new GeneratorSession(project);
        var shop = session.Outcome.Compilation.GetTypeByMetadataName("Shop")!;

        Assert.False(TopologyEvaluator.Evaluate(project.Compilation(), project.Compilation().GetTypeByMetadataName("Shop")!, CancellationToken.None).IsWhole);
        Assert.True(TopologyEvaluator.Evaluate(session.Outcome.Compilation, shop, CancellationToken.None).IsWhole);
    }

    [Fact]
    public void Only_a_data_file_that_is_read_is_evaluated_anew()
    {
        var project = TopologyProject.Of(TopologyPrograms.Shop("network.Region(\"us-east-1\").Vpc(\"a\", network.Data<string>(\"plan.netdsl.json\"));"))
            .WithData("plan.netdsl.json", "\"10.0.0.0/16\"")
            .WithData("other.netdsl.json", "1");
        var session = new GeneratorSession(project);
        Assert.Contains("10.0.0.0/16", session.Outcome.Text, StringComparison.Ordinal);

        var unread = project.WithData("other.netdsl.json", "2");
        Assert.All(session.Edit(unread).Reasons(TrackingNames.Evaluated), reason => Assert.True(reason is Cached or Unchanged, reason.ToString()));

        var outcome = session.Edit(unread.WithData("plan.netdsl.json", "\"10.0.0.0/17\""));
        Assert.Equal([Modified], outcome.Reasons(TrackingNames.Evaluated));
        Assert.Contains("10.0.0.0/17", outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_matters_is_evaluated_anew()
    {
        var session = new GeneratorSession(Project);

        var few = Project with { Properties = Project.Properties.SetItem("NetDslMaxSteps", "10") };
        Assert.Equal([Modified], session.Edit(few).Reasons(TrackingNames.Evaluated));
        Assert.Equal([Modified], session.Edit(Project with { Properties = Project.Properties.SetItem("NetDslMaxSteps", "many") }).Reasons(TrackingNames.Evaluated));
        Assert.Equal([Modified], session.Edit(Project).Reasons(TrackingNames.Evaluated));
    }

    static Model.Topology? Evaluated(Compilation compilation) => TopologyEvaluator.Evaluate(
        compilation, compilation.GetTypeByMetadataName("Acme.Networks.Shop")!, CancellationToken.None).Topology;
}

using NetDsl.Model;

namespace NetDsl.Tests.Authoring.Data;

/// <summary>Data files of this very assembly, which the build put into it.</summary>
public class NetworkDataTests
{
    const string Folder = "Authoring/Data/plans";

    readonly NetworkBuilder network = new();

    [Fact]
    public void A_plan_lives_in_a_data_file()
    {
        var plan = network.Data<Plan>($"{Folder}/shop.netdsl.json");
        foreach (var vpc in plan.Vpcs)
        {
            network.Region(plan.Region).Vpc(vpc.Name, vpc.Cidr);
        }

        var topology = network.Build();
        Assert.Empty(topology.Problems);
        Assert.Equal(["us-east-1/shop 10.0.0.0/16", "us-east-1/office 10.1.0.0/16"], topology.Vpcs.Select(vpc => $"{vpc.Id} {vpc.Primary.Value}"));
        Assert.Equal([["a"], ["a", "b"]], plan.Vpcs.Select(vpc => vpc.Zones));
    }

    [Fact]
    public void Data_that_does_not_fit_is_a_problem_at_the_call()
    {
        var plan = network.Data<Plan>($"{Folder}/misfit.netdsl.json"); var here = Scene.Here();

        Assert.Equal(("", "shop", ""), (plan.Region, plan.Vpcs[0].Name, plan.Vpcs[0].Cidr));
        Assert.Equal(
            [
                new Problem(ProblemKind.InvalidData, $"'{Folder}/misfit.netdsl.json', line 2: $.region is the number 7; write text in quotes", here),
                new Problem(ProblemKind.InvalidData, $"'{Folder}/misfit.netdsl.json', line 3: $.vpcs[0] has no \"cidr\", which Vpc needs; add text in quotes", here),
            ],
            network.Build().Problems);
    }

    [Theory]
    [InlineData("plan.netdsl.json", "the project has no data file 'plan.netdsl.json'; name it by its path from the folder of the project, with forward slashes")]
    [InlineData("Authoring\\Data\\plans\\shop.netdsl.json", "the project has no data file 'Authoring\\Data\\plans\\shop.netdsl.json'; name it by its path from the folder of the project, with forward slashes")]
    [InlineData("/etc/hosts", "'/etc/hosts' is not the name of a data file; it ends in .netdsl.json")]
    [InlineData("", "'' is not the name of a data file; it ends in .netdsl.json")]
    [InlineData(null, "'' is not the name of a data file; it ends in .netdsl.json")]
    [InlineData(Folder + "/list.netdsl.json", "'Authoring/Data/plans/list.netdsl.json', line 1: $ is a list; write an object in { }")]
    public void Without_a_plan_the_definition_does_not_go_on(string? file, string text)
    {
        var fault = Assert.Throws<NetworkDataException>(() => network.Data<Plan>(file!));

        Assert.Equal(text, fault.Message);
        Assert.Equal([(ProblemKind.InvalidData, text)], network.Build().Problems.Select(problem => (problem.Kind, problem.Text)));
    }

    public sealed record Plan(string Region, IReadOnlyList<Vpc> Vpcs);

    public sealed record Vpc(string Name, string Cidr, string? Tier)
    {
        public string[] Zones { get; init; } = ["a"];
    }
}

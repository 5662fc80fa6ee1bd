namespace NetDsl.Evaluation.Tests.Language;

/// <summary>
/// The language itself as the judge: each construct means the same compiled and evaluated, and that is what its specification says.
/// </summary>
public class LanguageTests
{
    static readonly Dictionary<string, Construct> ByName = Areas.Constructs.ToDictionary(construct => construct.Name);

    public static TheoryData<string> Pure => [.. ByName.Values.Where(construct => construct is not RefusedConstruct).Select(construct => construct.Name)];

    public static TheoryData<string> Refused => [.. ByName.Values.OfType<RefusedConstruct>().Select(construct => construct.Name)];

    [Theory]
    [MemberData(nameof(Pure))]
    public void Running_gives_what_the_specification_says(string name)
    {
        var construct = ByName[name];

        Assert.Empty(ConstructHosts.ErrorsOf(construct));
        Assert.Equal(construct.Expected, ConstructHosts.Run(construct));
    }

    [Theory]
    [MemberData(nameof(Pure))]
    public void Evaluating_gives_what_the_specification_says(string name)
    {
        var construct = ByName[name];

        Assert.Empty(ConstructHosts.ErrorsOf(construct));
        var observed = ConstructHosts.Evaluate(construct);

        Assert.Empty(observed.Findings);
        Assert.Equal(construct.Expected, observed.Text);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refuses_what_has_no_place_in_a_description(string name)
    {
        var construct = ByName[name];

        Assert.Empty(ConstructHosts.ErrorsOf(construct));
        Assert.StartsWith(construct.Expected, ConstructHosts.Evaluate(construct).Findings.FirstOrDefault("(evaluates)"), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_expectations_are_written_down()
    {
        Assert.All(Areas.All, area => Assert.NotEmpty(area.Constructs));
        Assert.All(Areas.Constructs, construct => Assert.NotEmpty(construct.Expected));
        Assert.All(Areas.Constructs, construct => Assert.NotEmpty(construct.Clause));
    }
}

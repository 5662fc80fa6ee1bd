using NetDsl.Generators.Emission;
using Scriban.Syntax;

namespace NetDsl.Generators.Tests;

public class CodeTemplateTests
{
    static readonly ProgramFile Program = new(["global::Shop.Definition"], "[Generated]");

    [Fact]
    public void Every_template_in_the_assembly_is_one_that_can_be_read()
    {
        string[] resources =
        [
            .. typeof(CodeTemplate).Assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".scriban", StringComparison.Ordinal))
                .Select(name => name.Split('.')[^2])
                .Order(StringComparer.Ordinal),
        ];
        var templates = typeof(CodeTemplate).GetProperties()
            .Where(property => property.PropertyType == typeof(CodeTemplate))
            .ToDictionary(property => property.Name, property => property.GetValue(null));

        Assert.Equal(resources, templates.Keys.Order(StringComparer.Ordinal));
        Assert.All(templates.Values, Assert.NotNull);
    }

    [Fact]
    public void A_template_fails_when_its_model_lacks_what_it_asks_for() =>
        Assert.Throws<ScriptRuntimeException>(() => CodeTemplate.Program.Render(new { Generated = "[Generated]" }));

    [Fact]
    public void Lines_end_in_a_line_feed_only() =>
        Assert.DoesNotContain('\r', CodeTemplate.Program.Render(Program));

    [Fact]
    public void Large_models_are_rendered_whole()
    {
        string[] topologies = [.. Enumerable.Range(0, 30_000).Select(index => $"global::Networks.Network{index}.Definition")];

        var text = CodeTemplate.Program.Render(Program with { Topologies = topologies });

        Assert.Contains(topologies[^1], text, StringComparison.Ordinal);
        Assert.True(text.Length > 1024 * 1024);
    }
}

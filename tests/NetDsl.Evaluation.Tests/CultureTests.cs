using System.Globalization;
using NetDsl.Interop;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>A definition means what it means in the invariant culture, whatever that of the machine is that compiles it.</summary>
public class CultureTests
{
    // Swedish writes another minus, Turkish has an i of its own, and Persian other digits and separators.
    const string Definition = """
        var region = network.Region("us-east-1");
        var numbers = $"{-5}_{-5:00}_{-7L}_{int.Parse("-42")}_{1.5.ToString(System.Globalization.CultureInfo.InvariantCulture)}_" + string.Concat(-1, 'x');
        var letters = "TITLE i".ToLowerInvariant() + "title I".ToUpperInvariant() + "Straße".Contains('ß') + string.Equals("I", "ı", StringComparison.OrdinalIgnoreCase);
        var sorted = string.Concat(new[] { "b", "å", "B", "a", "ä", "I", "i" }.OrderBy(letter => letter, StringComparer.Ordinal).Select(letter => (int)letter[0]));
        region.Vpc(string.Concat((numbers + letters + sorted).Where(letter => letter < 128)), "10.0.0.0/16");
        region.Vpc(new System.Text.StringBuilder().Append(-3).Append(Convert.ToString(-4)).AppendFormat("{0}", -6).ToString(), "10.1.0.0/16");
        """;

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("de-DE")]
    public void Evaluating_does_not_ask_the_culture_of_the_compiler(string culture)
    {
        var source = TopologyPrograms.Shop(Definition);
        var built = In(CultureInfo.InvariantCulture, () => TopologyPrograms.Run(source));

        var evaluated = In(CultureInfo.GetCultureInfo(culture), () => TopologyPrograms.Evaluate(source));

        Assert.Empty(evaluated.Findings);
        Assert.Equal(TopologyJson.Write(built), TopologyJson.Write(evaluated.Topology!));
    }

    [Fact]
    public void Evaluating_leaves_the_culture_of_the_compiler_as_it_is()
    {
        var swedish = CultureInfo.GetCultureInfo("sv-SE");

        Assert.Equal(swedish, In(swedish, () =>
        {
            TopologyPrograms.Evaluate(TopologyPrograms.Shop(Definition));
            return CultureInfo.CurrentCulture;
        }));
    }

    static T In<T>(CultureInfo culture, Func<T> act)
    {
        var outer = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            return act();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = outer;
        }
    }
}

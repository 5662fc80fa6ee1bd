using NetDsl.Compiler.Graph;

namespace NetDsl.Compiler.Tests.Graph;

public class GraphWordsTests
{
    [Fact]
    public void Every_kind_of_route_is_read_by_its_name() =>
        Assert.All(Enum.GetValues<RouteKind>(), kind => Assert.Equal(kind, GraphWords.Route(kind.ToString())));

    [Fact]
    public void Every_code_of_a_drop_is_read_by_its_name() =>
        Assert.All(Enum.GetValues<DropCode>(), code => Assert.Equal(code, GraphWords.Drop(code.ToString())));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("local")]
    public void Other_words_stand_for_nothing(string word) =>
        Assert.Equal((null, null), (GraphWords.Route(word), GraphWords.Drop(word)));
}

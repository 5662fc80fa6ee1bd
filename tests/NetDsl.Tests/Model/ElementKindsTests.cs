using NetDsl.Model;

namespace NetDsl.Tests.Model;

public class ElementKindsTests
{
    public static TheoryData<ElementKind> Kinds => [.. Enum.GetValues<ElementKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_words_and_a_code(ElementKind kind)
    {
        Assert.NotEqual(kind.ToString(), ElementKinds.Text(kind));
        Assert.Matches("^[a-z]+(-[a-z]+)*$", ElementKinds.Code(kind));
        Assert.Matches("^an? ", ElementKinds.TextWithArticle(kind));
        Assert.Equal("aeiou".Contains(ElementKinds.Text(kind)[0], StringComparison.Ordinal), ElementKinds.TextWithArticle(kind).StartsWith("an ", StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_tell_kinds_apart() =>
        Assert.Equal(Kinds.Count, Enum.GetValues<ElementKind>().Select(ElementKinds.Code).Distinct().Count());

    [Fact]
    public void Name_is_the_last_part_of_the_path()
    {
        Assert.Equal("web-a", new ElementId(ElementKind.Instance, "us-east-1/shop/web-a").Name);
        Assert.Equal("us-east-1", new ElementId(ElementKind.Region, "us-east-1").Name);
    }
}

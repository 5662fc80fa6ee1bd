using NetDsl.Model;

namespace NetDsl.Tests.Model;

public class OriginTests
{
    static readonly SourceSpan Span = new("Shop.cs", 100, 12, 6, 20, 6, 32);

    [Fact]
    public void Equals_by_file_and_line_whether_the_exact_text_is_known_or_not()
    {
        Assert.Equal(new Origin("Shop.cs", 7), new Origin("Shop.cs", 7, Span));
        Assert.Equal(new Origin("Shop.cs", 7).GetHashCode(), new Origin("Shop.cs", 7, Span).GetHashCode());
        Assert.NotEqual(new Origin("Shop.cs", 7), new Origin("Shop.cs", 8));
        Assert.NotEqual(new Origin("Shop.cs", 7), new Origin("shop.cs", 7));
    }

    [Theory]
    [InlineData("/home/me/shop/Shop.cs", "/home/me/shop", "Shop.cs")]
    [InlineData("/home/me/shop/net/Shop.cs", "/home/me/shop/", "net/Shop.cs")]
    [InlineData("C:\\shop\\Shop.cs", "C:\\shop\\", "Shop.cs")]
    [InlineData("/home/me/shopping/Shop.cs", "/home/me/shop", "../shopping/Shop.cs")]
    [InlineData("/home/me/shop/Shop.cs", "", "/home/me/shop/Shop.cs")]
    [InlineData("/Shop.cs", "/", "Shop.cs")]
    public void Is_named_relative_to_a_folder_inside_it_and_beside_it(string file, string folder, string expected)
    {
        var origin = new Origin(file, 7, Span).RelativeTo(folder);
        Assert.Equal((expected, 7, Span), (origin.File, origin.Line, origin.Span));
    }

    [Fact]
    public void Shows_file_and_line_or_nothing()
    {
        Assert.Equal("Shop.cs:7", new Origin("Shop.cs", 7, Span).ToString());
        Assert.Equal("", Origin.None.ToString());
    }
}

using NetDsl.Model;

namespace NetDsl.Tests;

public class SourcePathTests
{
    [Theory]
    [InlineData("/home/me/shop/Shop.cs", "/home/me/shop/", "Shop.cs")]
    [InlineData("/home/me/shop/Networks/Shop.cs", "/home/me/shop", "Networks/Shop.cs")]
    [InlineData("/home/me/shared/Hub.cs", "/home/me/shop/", "../shared/Hub.cs")]
    [InlineData("/home/me/shop-old/Shop.cs", "/home/me/shop", "../shop-old/Shop.cs")]
    [InlineData(@"C:\work\shop\Shop.cs", @"C:\work\shop\", "Shop.cs")]
    [InlineData(@"c:\work\shop\Shop.cs", @"C:\work\shop\", "Shop.cs")]
    public void Names_a_file_by_the_way_from_the_folder(string file, string folder, string expected) =>
        Assert.Equal(expected, SourcePath.Relative(file, folder));

    [Theory]
    [InlineData("/opt/packages/Hub.cs", "/home/me/shop/")]
    [InlineData(@"D:\packages\Hub.cs", @"C:\work\shop\")]
    [InlineData("/opt/packages/Hub.cs", "")]
    public void Tells_nothing_of_the_machine_where_no_folder_is_shared(string file, string folder) =>
        Assert.Equal("Hub.cs", SourcePath.Relative(file, folder));

    [Theory]
    [InlineData("Shop.cs")]
    [InlineData("Networks/Shop.cs")]
    [InlineData("")]
    public void Keeps_what_is_relative_already(string file) =>
        Assert.Equal(file, SourcePath.Relative(file, "/home/me/shop"));

    [Fact]
    public void An_origin_keeps_its_line_and_text()
    {
        var span = new SourceSpan("/home/me/shop/Shop.cs", 10, 4, 2, 3, 2, 7);

        var origin = new Origin("/home/me/shop/Shop.cs", 3, span).RelativeTo("/home/me/shop");

        Assert.Equal("Shop.cs:3", origin.ToString());
        Assert.Equal(span, origin.Span);
    }

    [Fact]
    public void What_has_no_place_in_source_gets_none() =>
        Assert.Same(Origin.None, Origin.None.RelativeTo("/home/me/shop"));
}

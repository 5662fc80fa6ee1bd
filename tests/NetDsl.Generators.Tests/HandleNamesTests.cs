using NetDsl.Generators.Naming;

namespace NetDsl.Generators.Tests;

public class HandleNamesTests
{
    static string[] NamesOf(params string[] paths)
    {
        var names = HandleNames.For(paths, "Instances");
        return [.. paths.Select(path => names[path])];
    }

    [Theory]
    [InlineData("web-a", "WebA")]
    [InlineData("web_a", "WebA")]
    [InlineData("web.a.1", "WebA1")]
    [InlineData("webServer", "WebServer")]
    [InlineData("10-gig", "_10Gig")]
    [InlineData("class", "Class")]
    [InlineData("us-east-1", "UsEast1")]
    [InlineData("a-", "A")]
    public void A_name_becomes_words_in_pascal_case(string name, string expected) => Assert.Equal(expected, PascalCase.Of(name));

    [Fact]
    public void A_name_that_is_unique_needs_no_parent() =>
        Assert.Equal(["WebA", "WebB"], NamesOf("us-east-1/shop/web-a", "us-east-1/shop/web-b"));

    [Fact]
    public void A_name_that_two_parents_use_is_qualified_for_both() =>
        Assert.Equal(["ShopWeb", "MailWeb", "Db"], NamesOf("us-east-1/shop/web", "us-east-1/mail/web", "us-east-1/shop/db"));

    [Fact]
    public void As_many_parents_as_needed_tell_elements_apart() =>
        Assert.Equal(["UsEast1ShopWeb", "EuWest1ShopWeb"], NamesOf("us-east-1/shop/web", "eu-west-1/shop/web"));

    [Fact]
    public void Names_that_differ_in_punctuation_only_spell_it() =>
        Assert.Equal(["WebHyphenA", "WebUnderscoreA", "WebDotA"], NamesOf("r/shop/web-a", "r/shop/web_a", "r/shop/web.a"));

    [Fact]
    public void Names_that_differ_in_the_case_of_a_first_letter_only_have_their_whole_path() =>
        Assert.Equal(["Named_r_slash_shop_slash_web", "Named_r_slash_shop_slash_Web"], NamesOf("r/shop/web", "r/shop/Web"));

    [Theory]
    [InlineData("r/shop/web", "r/mail/web")]
    [InlineData("r/shop/web", "r/shop/web-")]
    [InlineData("r/shop/web", "r/shop/Web")]
    [InlineData("r/shop/web-a", "r/shop/web_a")]
    [InlineData("web", "Web")]
    public void A_name_that_becomes_ambiguous_is_no_longer_there(string path, string added)
    {
        var before = Assert.Single(NamesOf(path));

        Assert.DoesNotContain(before, NamesOf(path, added));
    }

    [Fact]
    public void A_qualified_name_does_not_take_the_name_of_another_element() =>
        Assert.Equal(["RShopWeb", "MailWeb", "ShopWeb"], NamesOf("r/shop/web", "r/mail/web", "r/mail/shop-web"));

    [Theory]
    [InlineData("r/shop/instances")]
    [InlineData("r/shop/equals")]
    [InlineData("r/shop/to-string")]
    [InlineData("r/shop/get-hash-code")]
    public void What_C_sharp_has_taken_already_is_qualified(string path) =>
        Assert.StartsWith("Shop", Assert.Single(NamesOf(path)), StringComparison.Ordinal);

    [Fact]
    public void The_order_of_declaration_does_not_matter()
    {
        string[] paths = ["r/shop/web-a", "r/shop/web_a", "r/shop/Web-a", "r/mail/web-a", "r/mail/shop-web-a", "r/shop/equals"];

        var names = HandleNames.For(paths, "Instances");

        Assert.Equal(names, HandleNames.For(paths.Reverse(), "Instances"));
        Assert.Equal(paths.Length, names.Values.Distinct(StringComparer.Ordinal).Count());
    }
}

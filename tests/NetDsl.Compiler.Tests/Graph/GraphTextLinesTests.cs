using NetDsl.Compiler.Graph;

namespace NetDsl.Compiler.Tests.Graph;

public class GraphTextLinesTests
{
    [Theory]
    [InlineData("-1", -1)]
    [InlineData("0", 0)]
    [InlineData("007", 7)]
    [InlineData("2147483647", int.MaxValue)]
    public void Numbers_are_read_from_minus_one_up(string word, int number) => Assert.Equal(number, Line(word).Number());

    [Theory]
    [InlineData("-2")]
    [InlineData("+1")]
    [InlineData("-")]
    [InlineData("-0")]
    [InlineData("1x")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999")]
    public void Other_words_are_no_numbers(string word) => Assert.Throws<FormatException>(() => Line(word).Number());

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("443", 443, 443)]
    [InlineData("1024-65535", 1024, 65535)]
    public void Ports_are_one_or_two_numbers(string word, int first, int last) =>
        Assert.Equal(new PortRange((ushort)first, (ushort)last), Line(word).Ports());

    [Theory]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("1-")]
    [InlineData("1-2-3")]
    [InlineData("1-65536")]
    public void Other_words_are_no_ports(string word) => Assert.Throws<FormatException>(() => Line(word).Ports());

    [Fact]
    public void Words_that_are_left_are_counted()
    {
        var line = Line("1 2 three");
        var before = line.WordsLeft;
        line.Number();
        line.Number();
        var behind = line.WordsLeft;
        line.Word();

        Assert.Equal((3, 1, 0), (before, behind, line.WordsLeft));
    }

    static GraphTextLines Line(string text)
    {
        var lines = new GraphTextLines($"{text}\n");
        lines.Next();
        return lines;
    }
}

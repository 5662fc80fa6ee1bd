using NetDsl.Authoring.Data;
using NetDsl.Model;

namespace NetDsl.Tests.Authoring.Data;

public class DataReaderTests
{
    [Fact]
    public void Reads_every_kind_of_value()
    {
        var root = Assert.IsType<DataObject>(Sound("""{ "t": "a\n\u00e9", "n": -1.50e2, "y": true, "no": false, "none": null, "l": [1, [], {}] }"""));

        Assert.Equal(["t", "n", "y", "no", "none", "l"], root.Members.Select(member => member.Name.Value));
        Assert.Equal("a\né", Assert.IsType<DataText>(root.Members[0].Value).Value);
        Assert.Equal("-1.50e2", Assert.IsType<DataNumber>(root.Members[1].Value).Digits);
        Assert.True(Assert.IsType<DataBoolean>(root.Members[2].Value).Value);
        Assert.False(Assert.IsType<DataBoolean>(root.Members[3].Value).Value);
        Assert.IsType<DataNull>(root.Members[4].Value);
        Assert.Equal(
            [typeof(DataNumber), typeof(DataArray), typeof(DataObject)],
            Assert.IsType<DataArray>(root.Members[5].Value).Items.Select(item => item.GetType()));
    }

    [Fact]
    public void Takes_comments_and_commas_before_a_closing_bracket() =>
        Assert.Single(Assert.IsType<DataObject>(Sound("// plan\n{ /* one */ \"a\": [1, 2,], }\n")).Members);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_value_knows_its_text(string lineEnd)
    {
        // Characters of one to four bytes before what is looked for, in its line and before it.
        var json = string.Join(lineEnd, "{", "  \"é€😀\": \"ü😀\", \"n\" :  12 ,", "  \"l\": [true,", "  null] }");
        var root = Assert.IsType<DataObject>(Sound(json));

        Assert.Equal(json, Text(root));
        Assert.Equal(["\"é€😀\"", "\"n\"", "\"l\""], root.Members.Select(member => Text(member.Name)));
        Assert.Equal(["\"ü😀\"", "12", $"[true,{lineEnd}  null]"], root.Members.Select(member => Text(member.Value)));
        Assert.Equal(["true", "null"], ((DataArray)root.Members[2].Value).Items.Select(Text));
        Assert.Equal((1, 24), (root.Members[1].Value.Span.Start.Line, root.Members[1].Value.Span.Start.Column));
        Assert.Equal((2, 3, 7), (root.Members[2].Value.Span.Start.Line, root.Members[2].Value.Span.End.Line, root.Members[2].Value.Span.End.Column));

        string Text(DataValue value) => json[value.Span.Start.Offset..value.Span.End.Offset];
    }

    [Fact]
    public void Lines_end_where_the_compiler_ends_them()
    {
        var json = "[\"\u2028\u2029\u0085\",\r\n\n7]";
        Assert.Equal(5, Assert.IsType<DataArray>(Sound(json)).Items[1].Span.Start.Line);
    }

    [Theory]
    [InlineData("", 1, "the file ends before its JSON does; close what is open, or write a value")]
    [InlineData("// nothing\n", 2, "the file ends before its JSON does; close what is open, or write a value")]
    [InlineData("{\n  \"a\": [1\n", 3, "the file ends before its JSON does; close what is open, or write a value")]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", 3, "this is no JSON from column 3 on, '\"b\": 2'; look for a comma, quote or bracket there")]
    [InlineData("{\n  \"é\": nul }", 2, "this is no JSON from column 8 on, 'nul }'; look for a comma, quote or bracket there")]
    [InlineData("[1] 2", 1, "this is no JSON from column 5 on, '2'; look for a comma, quote or bracket there")]
    [InlineData("[1}", 1, "this is no JSON from column 3 on, '}'; look for a comma, quote or bracket there")]
    [InlineData("{ a: 1 }", 1, "this is no JSON from column 3 on, 'a: 1 }'; look for a comma, quote or bracket there")]
    [InlineData("[01]", 1, "this is no JSON from column 2 on, '01]'; look for a comma, quote or bracket there")]
    [InlineData("[\"a\\x\"]", 1, "this is no JSON from column 5 on, 'x\"]'; look for a comma, quote or bracket there")]
    public void Text_that_is_no_json_has_no_value(string json, int line, string text)
    {
        var reading = new Reading("/shop/plan.netdsl.json");

        Assert.Null(reading.Read(json));
        Assert.Equal([$"'plan.netdsl.json', line {line}: {text}"], reading.Texts);
        Assert.Equal(line - 1, reading.Problems[0].Origin.Span!.Value.StartLine);
    }

    [Fact]
    public void A_member_that_stands_twice_is_told_with_both_lines()
    {
        var reading = new Reading();
        var root = Assert.IsType<DataObject>(reading.Read("{\n\"vpcs\": [{ \"a b\": 1,\n\"a b\": 2,\n\"c\": 3 }]\n}"));

        Assert.Equal(["'plan.netdsl.json', line 3: $.vpcs[0]['a b'] is given twice, first in line 2; leave one of the two"], reading.Texts);
        var vpc = (DataObject)((DataArray)root.Members[0].Value).Items[0];
        Assert.Equal(["1", "3"], vpc.Members.Select(member => ((DataNumber)member.Value).Digits));
    }

    [Fact]
    public void Brackets_nest_to_a_bound()
    {
        Sound(Nested(DataReader.MaximumDepth));
        var reading = new Reading();
        Assert.Null(reading.Read(Nested(DataReader.MaximumDepth + 1)));
        Assert.Equal(["'plan.netdsl.json', line 1: data is nested deeper than 32 levels here; flatten it"], reading.Texts);
        Assert.Null(reading.Read(Nested(100_000)));

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
    }

    [Fact]
    public void A_file_is_long_up_to_a_bound()
    {
        Sound("1" + new string(' ', DataReader.MaximumLength - 1));
        var reading = new Reading();
        Assert.Null(reading.Read("1" + new string(' ', DataReader.MaximumLength)));
        Assert.Equal(["'plan.netdsl.json', line 1: the file has 1048577 characters; data has at most 1048576"], reading.Texts);
    }

    [Fact]
    public void Half_a_character_is_no_text()
    {
        var reading = new Reading();
        reading.Read("""["\ud83d\ude00", "\ud83d"]""");
        Assert.Equal([@"'plan.netdsl.json', line 1: the escapes in this text are half a character; a \u from d800 to dfff takes two in a row"], reading.Texts);
        Sound("[\"\ud83d\", 1]");
    }

    [Fact]
    public void Problems_stand_at_the_call_and_at_compile_time_at_the_text_too()
    {
        var running = new Reading();
        running.Read("{\n  \"a\": 1, \"a\": 2 }");
        var compiling = new Reading("/shop/plan.netdsl.json");
        compiling.Read("{\n  \"a\": 1, \"a\": 2 }");

        Assert.Equal(running.Problems, compiling.Problems);
        Assert.Equal((ProblemKind.InvalidData, new Origin("Shop.cs", 9), null), (running.Problems[0].Kind, running.Problems[0].Origin, running.Problems[0].Origin.Span));
        Assert.Equal(new SourceSpan("/shop/plan.netdsl.json", 12, 3, 1, 10, 1, 13), compiling.Problems[0].Origin.Span);
    }

    static DataValue Sound(string json)
    {
        var reading = new Reading();
        var value = reading.Read(json);
        Assert.Empty(reading.Texts);
        return value!;
    }
}

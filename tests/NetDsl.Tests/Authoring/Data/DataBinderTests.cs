using static NetDsl.Tests.Authoring.Data.Reading;

namespace NetDsl.Tests.Authoring.Data;

public class DataBinderTests
{
    [Fact]
    public void A_plan_becomes_records()
    {
        var plan = Takes<Plan>("""{ "region": "us-east-1", "vpcs": [{ "name": "shop", "cidr": "10.0.0.0/16", "tier": "data", "zones": ["a", "b"], "note": null }, { "Name": "office", "CIDR": "10.1.0.0/16" }] }""");

        Assert.Equal("us-east-1", plan.Region);
        Assert.Equal(["shop", "office"], plan.Vpcs.Select(vpc => vpc.Name));
        Assert.Equal(["10.0.0.0/16", "10.1.0.0/16"], plan.Vpcs.Select(vpc => vpc.Cidr));
        Assert.Equal([Tier.Data, Tier.Edge], plan.Vpcs.Select(vpc => vpc.Tier));
        Assert.Equal([["a", "b"], []], plan.Vpcs.Select(vpc => vpc.Zones));
        Assert.Equal([null, null], plan.Vpcs.Select(vpc => vpc.Note));
    }

    [Fact]
    public void Numbers_take_their_whole_range()
    {
        Assert.Equal([sbyte.MinValue, sbyte.MaxValue], Takes<sbyte[]>("[-128, 127]"));
        Assert.Equal([0, byte.MaxValue], Takes<byte[]>("[0, 255]"));
        Assert.Equal([short.MinValue, short.MaxValue], Takes<short[]>("[-32768, 32767]"));
        Assert.Equal([0, ushort.MaxValue], Takes<ushort[]>("[0, 65535]"));
        Assert.Equal([int.MinValue, int.MaxValue], Takes<int[]>("[-2147483648, 2147483647]"));
        Assert.Equal([0, uint.MaxValue], Takes<uint[]>("[0, 4294967295]"));
        Assert.Equal([long.MinValue, long.MaxValue], Takes<long[]>("[-9223372036854775808, 9223372036854775807]"));
        Assert.Equal([0, ulong.MaxValue], Takes<ulong[]>("[-0, 18446744073709551615]"));
        Assert.Equal([1.10m, -2500m], Takes<decimal[]>("[1.10, -2.5e3]"));
        Assert.Equal([0.1, 1e300], Takes<double[]>("[0.1, 1e300]"));
        Assert.Equal([0.1f], Takes<float[]>("[0.1]"));
    }

    [Fact]
    public void Numbers_that_a_type_does_not_hold_are_refused()
    {
        Refuses<ushort>("70000", "'plan.netdsl.json', line 1: $ is the number 70000; write a whole number from 0 to 65535");
        Refuses<byte>("-1", "'plan.netdsl.json', line 1: $ is the number -1; write a whole number from 0 to 255");
        Refuses<int>("1.0", "'plan.netdsl.json', line 1: $ is the number 1.0; write a whole number from -2147483648 to 2147483647");
        Refuses<long>("1e3", "'plan.netdsl.json', line 1: $ is the number 1e3; write a whole number from -9223372036854775808 to 9223372036854775807");
        Refuses<int>(new string('9', 50), $"'plan.netdsl.json', line 1: $ is the number {new string('9', 40)}…; write a whole number from -2147483648 to 2147483647");
        Refuses<decimal>("1e40", "'plan.netdsl.json', line 1: $ is the number 1e40; write a number that decimal holds");
        Refuses<double>("1e400", "'plan.netdsl.json', line 1: $ is the number 1e400; write a number that double holds");
        Assert.Equal(0f, Refuses<float>("1e40", "'plan.netdsl.json', line 1: $ is the number 1e40; write a number that float holds"));
    }

    [Fact]
    public void What_is_of_another_kind_is_refused_and_stood_in_for()
    {
        Assert.Equal("", Refuses<string>("7", "'plan.netdsl.json', line 1: $ is the number 7; write text in quotes"));
        Assert.Equal("", Refuses<string>("null", "'plan.netdsl.json', line 1: $ is null; write text in quotes"));
        Assert.Equal(false, Refuses<bool>("\"yes\"", "'plan.netdsl.json', line 1: $ is the text 'yes'; write true or false"));
        Assert.Equal(0, Refuses<int>("\"7\"", "'plan.netdsl.json', line 1: $ is the text '7'; write a whole number from -2147483648 to 2147483647"));
        Assert.Null(Refuses<int?>("true", "'plan.netdsl.json', line 1: $ is true; write a whole number from -2147483648 to 2147483647, or null"));
        Assert.Equal(Array.Empty<int>(), Refuses<int[]>("{}", "'plan.netdsl.json', line 1: $ is an object; write a list in [ ]"));
        Assert.Equal(new Dictionary<string, int>(), Refuses<Dictionary<string, int>>("[]", "'plan.netdsl.json', line 1: $ is a list; write an object in { }"));
        Assert.Null(Refuses<Plan>("[]", "'plan.netdsl.json', line 1: $ is a list; write an object in { }"));
    }

    [Fact]
    public void An_enum_is_given_by_the_name_of_a_member()
    {
        Assert.Equal([Tier.Edge, Tier.Data, Tier.Data], Takes<Tier[]>("""["edge", "Data", "DATA"]"""));
        Assert.Equal(Tier.Edge, Refuses<Tier>("\"gold\"", "'plan.netdsl.json', line 1: $ is the text 'gold'; write \"edge\" or \"data\""));
        Assert.Equal(Tier.Edge, Refuses<Tier>("1", "'plan.netdsl.json', line 1: $ is the number 1; write \"edge\" or \"data\""));
        Assert.Equal(Tier.Edge, Refuses<Tier>("\"1\"", "'plan.netdsl.json', line 1: $ is the text '1'; write \"edge\" or \"data\""));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var plan = (Plan)Refuses<Plan>(
            """
            {
              "region": null,
              "Vpcs": [
                { "name": "shop", "tier": "gold" },
                { "name": "office", "cidr": ["10.0.0.0/16"], "cidrr": "10.1.0.0/16" },
                7
              ],
              "vpcs": []
            }
            """,
            "'plan.netdsl.json', line 2: $.region is null; write text in quotes",
            "'plan.netdsl.json', line 4: $.Vpcs[0].tier is the text 'gold'; write \"edge\" or \"data\"",
            "'plan.netdsl.json', line 4: $.Vpcs[0] has no \"cidr\", which Vpc needs; add text in quotes",
            "'plan.netdsl.json', line 5: $.Vpcs[1].cidr is a list; write text in quotes",
            "'plan.netdsl.json', line 5: $.Vpcs[1] has 'cidrr', which Vpc does not; it has \"cidr\", \"name\", \"note\", \"tier\" and \"zones\"",
            "'plan.netdsl.json', line 6: $.Vpcs[2] is the number 7; write an object in { }",
            "'plan.netdsl.json', line 8: $.vpcs is given twice, first in line 3; leave one of the two")!;

        Assert.Equal("", plan.Region);
        Assert.Equal([("shop", ""), ("office", "")], plan.Vpcs.Select(vpc => (vpc.Name, vpc.Cidr)));
    }

    [Fact]
    public void A_record_that_lacks_a_record_has_no_value_and_neither_has_what_needs_it() =>
        Assert.Null(Refuses<Link>(
            """{ "to": { "region": "us-east-1", "vpcs": [] } }""",
            "'plan.netdsl.json', line 1: $ has no \"from\", which Link needs; add an object in { }"));

    [Fact]
    public void A_type_that_data_cannot_give_is_told_once()
    {
        Assert.Equal(new List<Uri>(), Refuses<List<Uri>>(
            """["https://example.com", "https://example.org"]""",
            "'plan.netdsl.json', line 1: $[0] has to become Uri, which data cannot give; declare string, bool, a number, an enum, a list, a dictionary with string keys, or a record of your own"));
        Assert.Null(Refuses<TwoWays>("{}", "'plan.netdsl.json', line 1: $ has to become TwoWays, which has several public constructors and none without parameters; leave one"));
        Assert.Null(Refuses<NoWay>("{}", "'plan.netdsl.json', line 1: $ has to become NoWay, which has no public constructor; give it one"));
        Assert.Null(Refuses<Stranger>("{}", "'plan.netdsl.json', line 1: $.site has to become Uri, which data cannot give; declare string, bool, a number, an enum, a list, a dictionary with string keys, or a record of your own"));
    }

    [Fact]
    public void A_type_without_members_has_none() =>
        Refuses<Empty>("""{ "a": 1 }""", "'plan.netdsl.json', line 1: $ has 'a', which Empty does not; it has no members");

    [Fact]
    public void Keys_of_a_dictionary_stay_as_they_are()
    {
        Assert.Equal(
            new Dictionary<string, int> { ["a"] = 1, ["A"] = 2, ["b c"] = 3 },
            Takes<Dictionary<string, int>>("""{ "a": 1, "A": 2, "b c": 3 }"""));
        Refuses<Dictionary<string, int>>("""{ "b c": "x" }""", "'plan.netdsl.json', line 1: $['b c'] is the text 'x'; write a whole number from -2147483648 to 2147483647");
    }

    [Fact]
    public void Every_value_without_parts_tells_its_text()
    {
        const string Json = """{ "region": "us-east-1", "limits": { "hosts": 7 } }""";
        var reading = new Reading();
        reading.Bind<Limited>(Json);

        Assert.Equal(
            [("us-east-1", "\"us-east-1\""), ("hosts", "\"hosts\""), (7, "7")],
            reading.Marks.Select(mark => (mark.Value!, Json[mark.Span.Start.Offset..mark.Span.End.Offset])));
    }

    public enum Tier
    {
        Edge,
        Data,
    }

    public sealed record Plan(string Region, IReadOnlyList<Vpc> Vpcs);

    public sealed record Vpc(string Name, string Cidr, Tier Tier = Tier.Edge, string? Note = null)
    {
        public IReadOnlyList<string> Zones { get; init; } = [];
    }

    public sealed record Link(Plan From, Plan To);

    public sealed record Limited(string Region, Dictionary<string, int> Limits);

    public sealed record Stranger(Uri Site);

    public sealed record Empty;

    public sealed class TwoWays
    {
        public TwoWays(int a) => A = a;

        public TwoWays(string a) => A = a.Length;

        public int A { get; }
    }

    public sealed class NoWay
    {
        NoWay()
        {
        }
    }
}

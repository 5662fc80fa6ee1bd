using System.Reflection;
using NetDsl.Authoring.Data;
using NetDsl.Authoring.Data.Reflection;
using static NetDsl.Tests.Authoring.Data.Reading;

namespace NetDsl.Tests.Authoring.Data;

public class ReflectionDataShapeTests
{
    [Fact]
    public void Lists_of_every_kind_are_made()
    {
        Assert.IsType<string[]>(Takes<string[]>("""["a"]"""));
        Assert.IsType<string[]>(Takes<IEnumerable<string>>("""["a"]"""));
        Assert.IsType<string[]>(Takes<IReadOnlyCollection<string>>("""["a"]"""));
        Assert.IsType<string[]>(Takes<IReadOnlyList<string>>("""["a"]"""));
        Assert.Equal([["a"], []], Takes<List<List<string>>>("""[["a"], []]"""));
        Assert.IsType<List<string>>(Takes<IList<string>>("""["a"]"""));
        Assert.IsType<List<string>>(Takes<ICollection<string>>("""["a"]"""));
    }

    [Fact]
    public void Dictionaries_of_every_kind_are_made()
    {
        Assert.Equal(1, Takes<Dictionary<string, int>>("""{ "a": 1 }""")["a"]);
        Assert.IsType<Dictionary<string, int>>(Takes<IDictionary<string, int>>("""{ "a": 1 }"""));
        Assert.IsType<Dictionary<string, int>>(Takes<IReadOnlyDictionary<string, int>>("""{ "a": 1 }"""));
    }

    [Theory]
    [InlineData(typeof(object))]
    [InlineData(typeof(char))]
    [InlineData(typeof(DateTime))]
    [InlineData(typeof((int A, int B)))]
    [InlineData(typeof(int[,]))]
    [InlineData(typeof(Dictionary<int, int>))]
    [InlineData(typeof(Action))]
    [InlineData(typeof(IComparable))]
    [InlineData(typeof(PortRange))]
    [InlineData(typeof(Abstract))]
    public void Other_types_are_unfit(Type type) =>
        Assert.Equal(UnfitReason.OtherType, Assert.IsType<IUnfitShape>(ReflectionDataShape.Of(type), exactMatch: false).Reason);

    [Fact]
    public void Records_classes_and_structs_are_made()
    {
        Assert.Equal(new Positional("a", 2), Takes<Positional>("""{ "name": "a", "count": 2 }"""));
        Assert.Equal(new Pair(1, 2), Takes<Pair>("""{ "left": 1, "right": 2 }"""));
        Assert.Equal(3, Takes<Plain>("""{ "value": 3 }""").Value);
        Assert.Equal(3, Takes<PlainClass>("""{ "value": 3 }""").Value);
        Assert.Equal(new Generic<int>(4), Takes<Generic<int>>("""{ "item": 4 }"""));
        Assert.Equal(5, Takes<Choice>("""{ "value": 5 }""").Value);
    }

    [Fact]
    public void What_may_be_left_out_has_its_default()
    {
        var made = Takes<Defaults>("{}");
        Assert.Equal((7, "x", Colour.Red, Colour.Blue, null, null, 2.5m), (made.Number, made.Text, made.Colour, made.Maybe, made.Nothing, made.NoText, made.Money));
        Assert.Equal("initial", made.Extra);
    }

    [Fact]
    public void What_is_required_may_not_be_left_out()
    {
        Refuses<Required>("{}", "'plan.netdsl.json', line 1: $ has no \"name\", which Required needs; add text in quotes", "'plan.netdsl.json', line 1: $ has no \"note\", which Required needs; add text in quotes, or null");
        Assert.Null(Takes<Required>("""{ "name": "a", "note": null }""").Note);
        Assert.Equal("given", Takes<SetsRequired>("""{ "other": 1 }""").Name);
    }

    [Fact]
    public void Members_that_a_base_has_are_given_once()
    {
        Assert.Equal(["Name", "Own"], Names<Derived>());
        Assert.Equal(new Derived { Name = "a", Own = 1 }, Takes<Derived>("""{ "name": "a", "own": 1 }"""));
    }

    [Fact]
    public void A_property_that_nobody_may_set_is_no_member() => Assert.Equal(["Value"], Names<Guarded>());

    [Fact]
    public void A_type_may_have_members_of_its_own_type() =>
        Assert.Equal(3, Takes<Node>("""{ "children": [{ "children": [] }, { "children": [{ "children": [] }] }] }""").Size - 1);

    [Fact]
    public void What_the_users_code_throws_is_the_users() =>
        Assert.Equal("too small", Assert.Throws<InvalidOperationException>(() => Takes<Picky>("""{ "value": 0 }""")).Message);

    [Fact]
    public void Question_marks_are_read_as_the_runtime_reads_them()
    {
        var context = new NullabilityInfoContext();
        foreach (var property in typeof(QuestionMarks).GetProperties())
        {
            Assert.Equal($"{property.Name}: {Expected(context.Create(property))}", $"{property.Name}: {Read(Member<QuestionMarks>(property.Name).Shape)}");
        }

        foreach (var parameter in typeof(MarkedParameters).GetConstructors()[0].GetParameters())
        {
            Assert.Equal($"{parameter.Name}: {Expected(context.Create(parameter))}", $"{parameter.Name}: {Read(Member<MarkedParameters>(parameter.Name!).Shape)}");
        }

        static string Expected(NullabilityInfo info) => string.Concat(
            Mark(info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable),
            info.ElementType is { } element ? Expected(element) : "",
            info.Type.IsGenericType && Nullable.GetUnderlyingType(info.Type) is null ? Expected(info.GenericTypeArguments[^1]) : "");

        static string Read(IDataShape shape) => Mark(shape.TakesNull) + shape switch
        {
            IListShape list => Read(list.Element),
            IDictionaryShape dictionary => Read(dictionary.Value),
            _ => "",
        };

        static string Mark(bool takesNull) => takesNull ? "?" : "!";
    }

    static IDataMemberShape Member<T>(string name) =>
        ((IRecordShape)ReflectionDataShape.Of(typeof(T))).Members.Single(member => member.Name == name);

    static IEnumerable<string> Names<T>() =>
        ((IRecordShape)ReflectionDataShape.Of(typeof(T))).Members.Select(member => member.Name).Order(StringComparer.Ordinal);

    public enum Colour
    {
        Red,
        Blue,
    }

    public abstract record Abstract;

    public record Positional(string Name, int Count);

    public readonly record struct Pair(int Left, int Right);

    public struct Plain
    {
        public int Value { get; set; }
    }

    public sealed class PlainClass
    {
        public int Value { get; init; }
    }

    public sealed record Generic<T>(T Item);

    public sealed record Choice(int Value, string Text)
    {
        public Choice()
            : this(0, "")
        {
        }
    }

    public sealed record Defaults(
        int Number = 7, string Text = "x", Colour Colour = default, Colour? Maybe = Colour.Blue, int? Nothing = null, string? NoText = null, decimal Money = 2.5m)
    {
        public string Extra { get; set; } = "initial";
    }

    public sealed class Required
    {
        public required string Name { get; init; }

        public required string? Note { get; init; }
    }

    public sealed class SetsRequired
    {
        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        public SetsRequired(int other) => Name = other == 1 ? "given" : "";

        public required string Name { get; init; }
    }

    public record Base
    {
        public virtual string Name { get; init; } = "";
    }

    public sealed record Derived : Base
    {
        public override string Name { get; init; } = "";

        public int Own { get; init; }
    }

    public sealed class Guarded
    {
        public static int Shared { get; set; }

        public int Value { get; set; }

        public int Computed => Value;

        public int Hidden { get; private set; }

        public int this[int index]
        {
            get => index;
            set => Hidden = index + value;
        }
    }

    public sealed record Node(Node[] Children)
    {
        public int Size => 1 + Children.Sum(child => child.Size);
    }

    public sealed record Picky(int Value)
    {
        public int Value { get; } = Value > 0 ? Value : throw new InvalidOperationException("too small");
    }

    public sealed class QuestionMarks
    {
        public string Text { get; set; } = "";

        public string? MaybeText { get; set; }

        public int Number { get; set; }

        public int? MaybeNumber { get; set; }

        public List<string?> Items { get; set; } = [];

        public List<string>? MaybeItems { get; set; }

        public string?[]?[] Arrays { get; set; } = [];

        public Dictionary<string, string?> Values { get; set; } = [];

        public Dictionary<string, List<string?>?>? Everything { get; set; }

        public List<int?> Numbers { get; set; } = [];

        public Dictionary<string, Dictionary<string, string?>?[]> Deep { get; set; } = [];
    }

    public sealed record MarkedParameters(string Text, string? MaybeText, IReadOnlyList<string?> Items, int[]? Numbers, Dictionary<string, int?> Values);
}

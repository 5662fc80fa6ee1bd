using System.Globalization;
using System.Text;

namespace NetDsl.Evaluation.Tests;

/// <summary>
/// A random program that compiles and ends: a definition with about fifteen statements, and types and members of a few families. What it
/// calculates ends up in names, so that a wrong value shows in the topology. Some programs are meant to throw.
/// </summary>
/// <param name="Seed">All that it depends on.</param>
/// <param name="Namespace">Where its types are, the topology class <c>Net</c> among them.</param>
/// <param name="Text">Its source.</param>
/// <param name="Constructs">What of C# it uses.</param>
sealed record RandomProgram(ulong Seed, string Namespace, string Text, IReadOnlySet<string> Constructs)
{
    /// <summary>The name of the topology class.</summary>
    public const string ClassName = "Net";

    static readonly Production[] Common =
    [
        .. Numbers.All, .. WiderNumbers.All, .. Conditions.All, .. Texts.All, .. Values.All, .. Collections.All, .. Queries.All, .. Functions.All,
        .. Loops.All, .. Branches.All, .. Assignments.All, .. Networks.All,
    ];

    static readonly Family[] Families =
    [
        .. Records.All, .. Structs.All, .. Classes.All, .. Operators.All, .. Generics.All, .. Methods.All, .. Delegates.All, .. OwnCollections.All,
    ];

    /// <summary>What every definition begins with.</summary>
    static readonly (string Type, string Name, string Value)[] FirstVariables =
    [
        ("int", "a", "7"), ("int", "b", "19"), ("int", "c", "-5"), ("string", "text", "\"t\""), ("List<int>", "list", "new() { 4, 2, 9 }"),
        ("int[]", "array", "[1, 40, 3]"), ("List<Func<int, int>>", "later", "new()"),
    ];

    /// <summary>Some of these, too.</summary>
    static readonly (string Type, string Name, string Value)[] FurtherVariables =
    [
        ("long", "wide", "1L << 40"), ("byte", "small", "250"), ("char", "sign", "'q'"), ("bool", "flag", "true"), ("int?", "maybe", "null"),
        ("int?", "some", "4"), ("string?", "nothing", "null"), ("(int, string)", "pair", "(3, \"p\")"), ("uint", "positive", "3000000000"),
        ("Dictionary<string, int>", "map", "new() { [\"k\"] = 1 }"), ("HashSet<int>", "set", "[2, 4]"), ("Queue<int>", "queue", "new([8, 6])"),
        ("Stack<int>", "stack", "new([5, 1])"), ("SortedDictionary<int, string>", "sorted", "new() { [3] = \"c\" }"),
        ("int[,]", "grid", "{ { 1, 2 }, { 3, 4 } }"), ("int[][]", "rows", "[[1], [2, 3]]"), ("Action", "action", "() => { }"), ("object", "boxed", "11"),
        ("Func<int, int>", "function", "n => n / 2"),
    ];

    /// <summary>Every construct that programs may use.</summary>
    public static IReadOnlySet<string> AllConstructs { get; } = new HashSet<string>(
    [
        .. Common.Select(production => production.Construct),
        .. Families.SelectMany(family => family.Productions).Select(production => production.Construct),
        .. Families.Select(family => family.Name),
        "constant pattern", "relational pattern", "not pattern", "or pattern", "and pattern", "var pattern in an arm", "several case labels", "goto case",
        "goto default",
    ]);

    public static RandomProgram Create(ulong seed)
    {
        var draw = new Draw(seed);
        var vocabulary = new Vocabulary(Common, Networks.Shown);
        var writer = new ProgramWriter(draw, vocabulary, risky: draw.Chance(40));
        var types = new List<string>();
        var members = new List<string>();
        foreach (var family in draw.Some(Families, draw.Between(2, 3)).Select(family => Vocabulary.Named(family, writer.Fresh)))
        {
            // Its bodies use the families before it only: so nothing calls itself without end.
            writer.Use(family.Name);
            writer.Plan(statements: 5);
            types.Add(writer.Fill(family.Types, 3, new Place(2)));
            members.Add(writer.Fill(family.Members, 3, new Place(2)));
            vocabulary.Add(family);
        }

        writer.Plan(statements: 15);
        var name = $"P{seed.ToString(CultureInfo.InvariantCulture)}";
        return new RandomProgram(seed, name, Source(name, Definition(writer, draw), types, members), writer.Constructs);
    }

    static string Definition(ProgramWriter writer, Draw draw)
    {
        var scope = writer.Scope;
        scope.Open();
        scope.Declare("RegionBuilder", "region");
        scope.Declare("VpcBuilder", "vpc");
        scope.Declare("Log", "log");
        var start = new StringBuilder("""
            var region = network.Region("us-east-1");
            var vpc = region.Vpc("v", "10.0.0.0/16");
            var log = new Log(vpc);

            """);
        foreach (var (type, name, value) in FirstVariables.Concat(draw.Some(FurtherVariables, 6)))
        {
            scope.Declare(type, name, assignable: true);
            start.Append(CultureInfo.InvariantCulture, $"{type} {name} = {value};\n");
        }

        var place = new Place(3);
        var statements = writer.Statements(place);
        var end = writer.Fill("""
            log.Check($"end-«shown 99»");
            log.Tell($"later-{later.Take(20).Aggregate(7, (n, f) => f(n) & 0xFFFF)}");
            """, 1, place);
        scope.Close();
        return $"{start}{statements}{end}";
    }

    static string Source(string name, string definition, IEnumerable<string> types, IEnumerable<string> members) => $$"""
        #nullable disable warnings
        using System.Text;
        using NetDsl;
        using static NetDsl.Traffic;
        using static Common;
        using static {{name}}.{{ClassName}};

        namespace {{name}};

        [Topology]
        static partial class {{ClassName}}
        {
        static void Define(NetworkBuilder network)
        {
        {{definition}}
        }
        {{string.Join('\n', members)}}
        }

        {{string.Join('\n', types)}}
        """;
}

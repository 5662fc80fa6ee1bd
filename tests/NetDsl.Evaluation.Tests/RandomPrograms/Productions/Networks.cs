namespace NetDsl.Evaluation.Tests;

/// <summary>What a program is for: the network, and what it has to tell about its values.</summary>
static class Networks
{
    const string Statement = Production.Statement;

    public static IReadOnlyList<Production> All { get; } =
    [
        new(Statement, "check point", "«use Log l».Check($\"«shown»\");", 14),
        new(Statement, "security group rule", "«use VpcBuilder v».SecurityGroup($\"r{«use Log l».Next()}\").Ingress(Tcp(«int» & 0xFFFF), from: \"10.0.0.0/8\");", 2),
        new(Statement, "subnet", "«use VpcBuilder v».Subnet($\"s{«bind-use Log l»$l.Next()}\", $\"10.0.{$l.Next()}.0/24\", «bool» ? \"a\" : \"b\").Instance(\"i\");", 2),
        new(Statement, "configure", "«use RegionBuilder r».Vpc($\"v{«bind-use Log l»$l.Next()}\", $\"10.{«int» & 0xFF}.0.0/16\", configure: «fn»$v => «+ VpcBuilder $v»«void»«]»);", 2),
        new(Statement, "method of a builder in a condition", "if («use VpcBuilder v».Cidr.Length > «3..14») «use Log l».Note(«int»);", 1),
    ];

    /// <summary>Text that tells the value of a common type.</summary>
    public static IReadOnlyList<(string Type, string Text)> Shown { get; } =
    [
        ("int", "«»"), ("long", "«»"), ("uint", "«»"), ("ulong", "«»"), ("byte", "«»"), ("sbyte", "«»"), ("short", "«»"), ("ushort", "«»"),
        ("bool", "«»"), ("char", "(int)«»"), ("string", "«»"), ("int?", "«»"), ("bool?", "«»"), ("string?", "(«» ?? \"null\")"),
        ("(int, string)", "«»"), ("double", "(int)(«» % 1000)"), ("object", "«»"),
        ("int[]", "string.Join('.', «»)"), ("List<int>", "string.Join('.', «»)"), ("Queue<int>", "string.Join('.', «»)"),
        ("Stack<int>", "string.Join('.', «»)"), ("HashSet<int>", "string.Join('.', «».Order())"),
        ("Dictionary<string, int>", "«».Count + \"n\" + «».Values.Sum(n => n & 0xFFF)"),
        ("SortedDictionary<int, string>", "string.Join('.', «».Select(pair => pair.Key + pair.Value))"),
        ("int[,]", "string.Join('.', «».Cast<int>())"), ("int[][]", "string.Join('.', «».SelectMany(row => row))"),
        ("IEnumerable<int>", "string.Join('.', «».Take(5))"), ("Func<int, int>", "«»(5)"),
    ];
}

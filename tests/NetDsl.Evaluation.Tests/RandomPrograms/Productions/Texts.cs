namespace NetDsl.Evaluation.Tests;

/// <summary>Text. Nothing here depends on a culture's order or casing.</summary>
static class Texts
{
    // No text is a constant: a condition on it would be one.
    public static IReadOnlyList<Production> All { get; } =
    [
        new("string", "text", "Cut(\"«:k ab x-y q7 zed»\")"),
        new("string", "concatenation", "(«string» + «any int char string bool»)", 3),
        new("string", "concatenation", "(«char» + «string» + «bool»)", 2),
        new("string", "concatenation", "(«string?» + «int?» + «string»)", 2),
        new("string", "interpolation", "$\"«:x i v»{«int»}\"", 4),
        new("string", "interpolation", "$\"{«string»}-{«char»}{«bool»}\"", 3),
        new("string", "interpolation alignment", "$\"{«int»,«3..6»}{«string»,-4}.\""),
        new("string", "interpolation format", "$\"{«int» & 0xFFF:«:00 x4 X2 D5 000»}\""),
        new("string", "interpolation format", "$\"{«byte»,5:x2}_{«uint»:X}\""),
        new("string", "raw text", "(«string» + \"\"\"a\"b\"\"\")"),
        new("string", "raw text", "$$\"\"\"{{{«int»}}}\"\"\""),
        new("string", "verbatim text", "(@\"c:\\d\" + «string»)"),
        new("string", "conditional", "(«bool» ? «string» : «string»)", 3),
        new("string", "switch expression", "(«int» switch { «arms string» })", 3),
        new("string", "switch expression on text", "(«string» switch { \"k\" => «string», \"ab\" or \"q7\" => \"two\", { Length: > 3 } => «string», ['x', ..] => \"x\", _ => «string» })", 3),
        new("string", "switch expression on types", "(«object» switch { int $n when «[»«+ int $n»«bool»«]» => «string», int => \"i\", string { Length: 1 } => \"one\", string $s => «[»«+ string $s»«string»«]», null => \"null\", _ => \"other\" })", 3),
        new("string", "switch expression on tuples", "((«int» % 3, «bool») switch { (0, true) => «string», (1, _) => \"one\", (_, false) => «string», var (_, $b) => $\"{$b}\" })", 3),
        new("string", "null coalescing", "(«string?» ?? «string»)", 3),
        new("string", "text member", "«string».«:ToUpperInvariant ToLowerInvariant Trim»()"),
        new("string", "text member", "«string».Replace('«:a k x»', «char»)"),
        new("string", "text member", "«string».PadLeft(«1..6», «char»)"),
        new("string", "text member", "«string».PadRight(«1..6»)"),
        new("string", "text member", "«string».Insert(0, «string»)"),
        new("string", "text member", "«string».Split('-')[0]"),
        new("string", "text member", "string.Join(«string», «List<int>»)"),
        new("string", "text member", "string.Join('-', «IEnumerable<int>».Take(5))"),
        new("string", "text member", "new string(«char», «1..3»)"),
        new("string", "text member", "string.Concat(«string».Reverse())"),
        new("string", "text member", "«string».Substring(«1..3»)", 1, Needs.Risk),
        new("string", "range of text", "«string»[..«1..3»]", 1, Needs.Risk),
        new("string", "range of text", "((«string» + \"abc\")[1..^1])"),
        new("string", "index from the end", "((\"q\" + «string»)[^1].ToString())"),
        new("string", "ToString", "«int».ToString(\"«:D3 x X4»\")"),
        new("string", "ToString", "«any int long byte uint char bool».ToString()"),
        new("string", "ToString", "«(int, string)».ToString()"),
        new("string", "ToString", "$\"{«object»}\""),
        new("string", "StringBuilder", "new StringBuilder(«string»).Append(«int»).Append(«char»).Insert(0, «string»).ToString()"),
        new("string", "string.Format", "string.Format(\"{0}-{1:00}\", «string», «int»)"),
        new("string", "side effect", "«use Log l».Note(«string»)", 4),
        new("string", "anonymous type", "new { A = «int», B = «string» }.ToString()!"),

        new("string?", "nullable reference", "(«bool» ? null : «string»)"),
        new("string?", "null conditional", "(«string?»?.ToUpperInvariant())"),
        new("string?", "null conditional", "(«string?»?.Trim().PadLeft(«2..5»))"),

        new("object", "boxing", "((object)«int!»)"),
        new("object", "boxing", "(«bool» ? (object)«int» : «string»)", 4),
        new("object", "reference conversion", "((object)«string»)"),
        new("object", "boxing", "((object)«any long bool char byte»)", 1),
        new("object", "boxing", "((object)«(int, string)»)", 1),
    ];
}

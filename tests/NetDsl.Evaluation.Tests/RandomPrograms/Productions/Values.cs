namespace NetDsl.Evaluation.Tests;

/// <summary>Nullable values and tuples.</summary>
static class Values
{
    public static IReadOnlyList<Production> All { get; } =
    [
        new("int?", "nullable value", "((int?)«int!»)"),
        new("int?", "nullable value", "(«bool» ? «int» : (int?)null)", 4),
        new("int?", "lifted arithmetic", "(«int?» «:+ - * & | ^» «int?»)", 4),
        new("int?", "lifted arithmetic", "(«int?» «:+ -» «int»)"),
        new("int?", "lifted arithmetic", "(«:- ~»«int?»)"),
        new("int?", "lifted conversion", "((int?)«long?»)"),
        new("int?", "null coalescing assignment", "((int?)(«var int? v» ??= «int»))"),
        new("int?", "null conditional", "(«string?»?.Length)", 3),
        new("int?", "null conditional", "(«string?»?.ToLowerInvariant().IndexOf(«char»))"),
        new("int?", "as conversion", "(«object» as int?)"),
        new("int?", "as conversion", "((«object» as string)?.Length)"),
        new("int?", "switch expression", "(«int» switch { «arms int?» })"),
        new("long?", "lifted conversion", "((long?)«int?»)"),
        new("long?", "lifted arithmetic", "(«long?» «:+ * -» «int?»)"),

        new("int", "null coalescing", "(«int?» ?? «int»)", 3),
        new("int", "null coalescing", "(«int?» ?? «int?» ?? «int»)", 2),
        new("int", "nullable member", "«int?».GetValueOrDefault()"),
        new("int", "nullable member", "«int?».GetValueOrDefault(«int»)"),
        new("int", "nullable member", "«int?».ToString()!.Length"),
        new("int", "nullable member", "(«int?» is var $m && «[»«+ int? $m»$m.HasValue ? $m.Value : «int»«]»)"),
        new("int", "nullable without value", "«int?»!.Value", 2, Needs.Risk),
        new("int", "nullable without value", "((int)«int?»!)", 1, Needs.Risk),
        new("int", "null reference", "«string?»!.Length", 2, Needs.Risk),
        new("int", "switch expression on a nullable", "(«int?» switch { null => «int», > 7 and < 90 => «int», int $n when «[»«+ int $n»«bool»«]» => $n, _ => «int» })", 3),

        new("(int, string)", "tuple", "(«int!», «string!»)"),
        new("(int, string)", "tuple", "(«int», «string»)", 4),
        new("(int, string)", "tuple", "(A: «int», B: «string»)"),
        new("(int, string)", "conditional", "(«bool» ? «(int, string)» : («int», «string»))"),
        new("(int, string)", "with on a tuple", "(«(int, string)» with { Item1 = «int» })"),
        new("int", "tuple element", "«(int, string)».Item1", 3),
        new("string", "tuple element", "«(int, string)».Item2", 3),
        new("int", "tuple element", "((x: «int», y: «string»).x)"),
        new("int", "nested tuple", "((«int», («int», «string»)).Item2.Item1)"),
        new("int", "deconstruction as value", "(((«var int a», «var int b») = («int», «int»)).Item1)", 3),
        new("int", "anonymous type", "new { Name = «string», Size = «int» }.«:Size Name.Length»"),
        new("bool", "anonymous type", "new { A = «int», B = «string» }.Equals(new { A = «int», B = «string» })"),
    ];
}

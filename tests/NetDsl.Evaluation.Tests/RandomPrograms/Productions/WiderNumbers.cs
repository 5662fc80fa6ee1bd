namespace NetDsl.Evaluation.Tests;

/// <summary>All other widths of whole numbers, and characters.</summary>
static class WiderNumbers
{
    static readonly string[] Narrow = ["byte", "sbyte", "short", "ushort"];
    static readonly string[] Wide = ["long", "uint", "ulong"];

    public static IReadOnlyList<Production> All { get; } =
    [
        .. Narrow.SelectMany(type => (Production[])
        [
            new(type, "conversion", $"(({type})«int!»)"),
            new(type, "narrow arithmetic", $"(({type})(«{type}» «:+ - * & | ^» «int»))"),
            new(type, "narrow arithmetic", $"(({type})(«:- ~»«{type}»))"),
            new(type, "increment", $"(«var {type} v»«:++ --»)"),
            new(type, "increment", $"(«:++ --»«var {type} v»)"),
            new(type, "compound assignment that narrows", $"(«var {type} v» «:+= -= ^= |= *=» ({type})«int»)"),
            new(type, "checked conversion", $"checked(({type})«int»)", 2, Needs.Risk),
            new(type, "checked arithmetic", $"checked((«var {type} v»«:++ --»))", 1, Needs.Risk),
            new(type, "conversion", $"(({type})«any long uint ulong char short byte»)"),
            new(type, "conditional", $"(«bool» ? «{type}» : «{type}»)"),
        ]),
        .. Wide.SelectMany(type => (Production[])
        [
            new(type, "conversion", $"(({type})«int!»)"),
            new(type, "wide arithmetic", $"(«{type}» «:+ - * & | ^» «{type}»)", 4),
            new(type, "wide arithmetic", $"(«{type}» * 31 + ({type})«int»)"),
            new(type, "shift", $"(«{type}» «:<< >> >>>» «int»)"),
            new(type, "division", $"(«{type}» «:/ %» «2..9»)"),
            new(type, "division", $"(«{type}» «:/ %» «{type}»)", 1, Needs.Risk),
            new(type, "unary operator", $"(~«{type}»)"),
            new(type, "increment", $"(«var {type} v»«:++ --»)"),
            new(type, "assignment as value", $"(«var {type} v» «:= += -= ^=» «{type}»)"),
            new(type, "checked arithmetic", $"checked(«{type}» «:+ - *» «{type}»)", 1, Needs.Risk),
            new(type, "conversion", $"(({type})«any long uint ulong char short byte int»)"),
            new(type, "Math", $"Math.«:Max Min»(«{type}», «{type}»)"),
            new(type, "conditional", $"(«bool» ? «{type}» : «{type}»)"),
        ]),
        new("long", "unary operator", "(-«long»)"),
        new("long", "implicit conversion", "(«int» + «long»)"),
        new("long", "implicit conversion", "(«uint» - «int»)"),
        new("long", "switch expression", "(«int» switch { «arms long» })"),
        new("long", "side effect", "«use Log l».Note(«long»)"),

        new("char", "index of text", "\"«:abc xyz Qrs 7up»\"[«0..2»]"),
        new("char", "char arithmetic", "((char)('a' + («int» & 15)))"),
        new("char", "conditional", "(«bool» ? «char» : '«:q z A 0»')"),
        new("char", "char member", "char.«:ToUpperInvariant ToLowerInvariant»(«char»)"),
        new("char", "index of text", "«string»[«0..3»]", 1, Needs.Risk),
        new("char", "switch expression", "(«char» switch { >= 'a' and <= 'm' => 'x', 'q' or 'z' => «char», _ => 'y' })"),
    ];
}

using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests.Language;

/// <summary>The page that tells what of C# a definition may use, written from what the evaluator was seen to do.</summary>
public class LanguagePageTests
{
    [Fact]
    public void The_page_tells_what_is_observed() => Snapshot.MatchPage(Write(), "docs/csharp.md");

    static string Write()
    {
        var observed = Areas.Constructs.Count(construct => ConstructHosts.Evaluate(construct).Findings.Count == 0);
        List<string> page =
        [
            $"""
                # What of C# is evaluated

                A definition is ordinary C# 14 that runs inside the compiler. This page lists the constructs of the language, each with what the evaluator does
                with it: the construct **evaluates** to what the specification of the language says, or it is refused with the message shown.
                {observed} of {Areas.Constructs.Count} constructs evaluate.

                A definition means what it means in the invariant culture, whatever the culture of the machine is that compiles it. What another culture would
                show in another way is refused, with one exception: a whole number is written with '-' in front where it is negative, though some cultures
                (Swedish is one) have a minus of their own. A program that runs `Define` itself sets `CultureInfo.CurrentCulture` to the invariant culture first.

                A test writes this page from what it observes (`LanguagePageTests`), so it is never ahead of the evaluator or behind it. The program of each construct,
                and the text that the specification makes of it, stands in `tests/NetDsl.Evaluation.Tests/Language`. Clauses are titles of the C# specification
                (ECMA-334); what starts with "Feature" is the specification of a feature that came with a later version of the language, what starts with
                "Library" a type or member of the base library.
                """,
        ];
        foreach (var area in Areas.All)
        {
            page.AddRange(["", $"## {area.Title}", "", "| Construct | Clause | In a definition |", "|---|---|---|"]);
            page.AddRange(area.Constructs.Select(construct => $"| {Cell(construct.Name)} | {Cell(construct.Clause)} | {Cell(Outcome(construct))} |"));
        }

        return string.Join('\n', page);
    }

    static string Outcome(Construct construct) => ConstructHosts.Evaluate(construct) switch
    {
        { Findings: [var finding, ..] } => $"refused: {finding}",
        { Text: var text } when text == construct.Expected => "evaluates",
        _ when construct is RefusedConstruct => "evaluates, though it is meant to be refused",
        _ => "evaluates to something else",
    };

    static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}

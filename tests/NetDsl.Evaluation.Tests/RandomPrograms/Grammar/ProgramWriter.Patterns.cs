using System.Globalization;
using System.Text;

namespace NetDsl.Evaluation.Tests;

/// <summary>
/// Patterns on numbers. C# refuses one that can never match, and a case that earlier ones cover; so it is known here which numbers match.
/// </summary>
sealed partial class ProgramWriter
{
    const int Constants = 60;

    /// <param name="Text">The pattern.</param>
    /// <param name="Matches">For each number from -1 to one above all constants, whether it matches.</param>
    sealed record NumberPattern(string Text, bool[] Matches)
    {
        /// <summary>The number, if the pattern is one.</summary>
        public int? Constant { get; init; }
    }

    NumberPattern Pattern()
    {
        while (true)
        {
            var pattern = Pattern(2);
            if (pattern.Matches.Contains(true) && pattern.Matches.Contains(false))
            {
                return pattern;
            }
        }
    }

    NumberPattern Pattern(int depth)
    {
        switch (draw.Between(0, depth > 0 ? 6 : 2))
        {
            case 0:
                Use("constant pattern");
                var constant = draw.Between(0, Constants);
                return Of(constant.ToString(CultureInfo.InvariantCulture), number => number == constant) with { Constant = constant };
            case 1 or 2:
                Use("relational pattern");
                var bound = draw.Between(1, Constants - 1);
                return draw.Between(0, 3) switch
                {
                    0 => Of($"< {bound}", number => number < bound),
                    1 => Of($"<= {bound}", number => number <= bound),
                    2 => Of($"> {bound}", number => number > bound),
                    _ => Of($">= {bound}", number => number >= bound),
                };
            case 3:
                Use("not pattern");
                var negated = NonEmpty(depth - 1);
                return Combined($"not ({negated.Text})", index => !negated.Matches[index]);
            case 4 or 5:
                Use("or pattern");
                var (left, right) = (NonEmpty(depth - 1), NonEmpty(depth - 1));
                return Combined($"({left.Text} or {right.Text})", index => left.Matches[index] || right.Matches[index]);
            default:
                Use("and pattern");
                (left, right) = (NonEmpty(depth - 1), NonEmpty(depth - 1));
                return Combined($"({left.Text} and {right.Text})", index => left.Matches[index] && right.Matches[index]);
        }
    }

    NumberPattern NonEmpty(int depth)
    {
        while (true)
        {
            var pattern = Pattern(depth);
            if (pattern.Matches.Contains(true))
            {
                return pattern;
            }
        }
    }

    static NumberPattern Of(string text, Func<int, bool> matches) => new(text, [.. Enumerable.Range(-1, Constants + 3).Select(matches)]);

    static NumberPattern Combined(string text, Func<int, bool> matches) => new(text, [.. Enumerable.Range(0, Constants + 3).Select(matches)]);

    /// <summary>Patterns none of which is covered by those before it.</summary>
    List<NumberPattern> Cases(int count)
    {
        var cases = new List<NumberPattern>();
        var covered = new bool[Constants + 3];
        for (var tries = 0; cases.Count < count && tries < 20; tries++)
        {
            var pattern = draw.Chance(50) ? Pattern(0) : Pattern();
            var after = covered.Select((old, index) => old || pattern.Matches[index]).ToArray();
            if (!after.SequenceEqual(covered) && after.Contains(false))
            {
                cases.Add(pattern);
                covered = after;
            }
        }

        return cases;
    }

    /// <summary>Arms of a switch expression on a number; the last takes what is left.</summary>
    string Arms(string type, int depth, Place place)
    {
        var text = new StringBuilder();
        foreach (var arm in Cases(draw.Between(1, 3)))
        {
            var guard = draw.Chance(25) ? $" when {Expression("bool", depth - 2, place)}" : "";
            text.Append(CultureInfo.InvariantCulture, $"{arm.Text}{guard} => {Expression(type, depth - 2, place)}, ");
        }

        if (draw.Chance(40))
        {
            Use("var pattern in an arm");
            scope.Open();
            var name = Fresh("v");
            scope.Declare("int", name);
            text.Append(CultureInfo.InvariantCulture, $"var {name} when {Expression("bool", depth - 2, place)} => {Expression(type, depth - 2, place)}, ");
            scope.Close();
        }

        return text.Append("_ => ").Append(Expression(type, depth - 2, place)).ToString();
    }

    /// <summary>Sections of a switch statement on a number, in braces. A section goes only to one behind it.</summary>
    string Sections(Place place)
    {
        var cases = Cases(draw.Between(2, 4));
        var text = new StringBuilder("\n{\n");
        for (var index = 0; index < cases.Count; index++)
        {
            var guard = cases[index].Constant is null && draw.Chance(30) ? $" when {Expression("bool", 1, place)}" : "";
            text.Append(CultureInfo.InvariantCulture, $"case {cases[index].Text}{guard}:\n");
            if (guard.Length == 0 && index + 1 < cases.Count && draw.Chance(20))
            {
                Use("several case labels");
                text.Append(CultureInfo.InvariantCulture, $"case {cases[++index].Text}:\n");
            }

            text.Append(Block(place)).Append(SectionEnd([.. cases.Skip(index + 1)])).Append('\n');
        }

        return text.Append("default:\n").Append(Block(place)).Append("break;\n}\n").ToString();
    }

    string SectionEnd(IReadOnlyList<NumberPattern> later)
    {
        var constants = later.Where(pattern => pattern.Constant is not null).ToList();
        switch (draw.Between(0, 5))
        {
            case 0 when constants.Count > 0:
                Use("goto case");
                return $"goto case {draw.Pick(constants).Constant};";
            case 1:
                Use("goto default");
                return "goto default;";
            default:
                return "break;";
        }
    }
}

using System.Globalization;
using System.Text;

namespace NetDsl.Evaluation.Tests;

/// <summary>Writes one random program: fills the holes of templates, and keeps track of what is in sight.</summary>
sealed partial class ProgramWriter(Draw draw, Vocabulary vocabulary, bool risky)
{
    readonly Scope scope = new();
    readonly HashSet<string> constructs = [];
    int names;
    int statementsLeft;

    /// <summary>What of C# was used.</summary>
    public IReadOnlySet<string> Constructs => constructs;

    public Scope Scope => scope;

    /// <summary>A name that the program has not yet.</summary>
    public string Fresh(string stem) => stem + (++names).ToString(CultureInfo.InvariantCulture);

    public void Use(string construct) => constructs.Add(construct);

    /// <summary>From here on, about so many statements; what is then still open is filled with as little as possible.</summary>
    public void Plan(int statements) => statementsLeft = statements;

    /// <summary>An expression of a type.</summary>
    public string Expression(string type, int depth, Place place)
    {
        var variables = scope.All(type);
        var inner = place with { Depth = Math.Min(place.Depth, depth - 1) };
        var productions = depth > 0 ? Applicable(type, inner) : [];
        if (variables.Count > 0 && (productions.Count == 0 || draw.Chance(depth > 1 ? 15 : 35)))
        {
            return draw.Pick(variables).Name;
        }

        var chosen = productions.Count > 0 ? draw.Pick(productions, production => production.Weight) : vocabulary.Leaf(type);
        Use(chosen.Construct);
        return Fill(chosen.Text, depth, inner);
    }

    /// <summary>A statement, or a few that belong together.</summary>
    public string Statement(Place place)
    {
        statementsLeft--;
        var chosen = draw.Pick(Applicable(Production.Statement, statementsLeft <= 0 ? place with { Depth = 0 } : place), production => production.Weight);
        Use(chosen.Construct);
        return Fill(chosen.Text, draw.Pick([1, 2, 2, 3]), place);
    }

    /// <summary>Statements, as many as are planned.</summary>
    public string Statements(Place place)
    {
        var text = new StringBuilder();
        while (statementsLeft > 0)
        {
            text.Append(Statement(place)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Fills the holes of a template.</summary>
    /// <param name="template">The text.</param>
    /// <param name="depth">How deep expressions in it may be, and one more.</param>
    /// <param name="place">Where it stands.</param>
    public string Fill(string template, int depth, Place place)
    {
        var text = new StringBuilder();
        var bound = new Dictionary<string, string>();
        var frames = scope.Depth;
        scope.Open();
        foreach (var part in Template.Parse(template))
        {
            text.Append(part switch
            {
                Part.Fixed written => written.Text,
                Part.Name name => Bound(bound, name.Stem),
                Part.Hole hole => Fill(hole, depth, place, bound),
                _ => throw new InvalidOperationException(),
            });
        }

        while (scope.Depth > frames)
        {
            scope.Close();
        }

        return text.ToString();
    }

    string Fill(Part.Hole hole, int depth, Place place, Dictionary<string, string> bound)
    {
        switch (hole.Directive)
        {
            case "":
                return hole.Argument.EndsWith('!') ? Expression(hole.Argument[..^1], 0, place) : Expression(hole.Argument, depth - 1, place);
            case "..":
                var ends = hole.Argument.Split("..");
                return draw.Between(Number(ends[0]), Number(ends[1])).ToString(CultureInfo.InvariantCulture);
            case ":":
                return draw.Pick(hole.Argument.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            case "use" or "bind-use":
                return Take(hole, assignable: false, bound);
            case "var" or "bind-var":
                return Take(hole, assignable: true, bound);
            case "+" or "mut" or "ref":
                var (type, name) = Template.Declared(hole.Argument);
                scope.Declare(type, Named(bound, name), assignable: hole.Directive != "+", capturable: hole.Directive != "ref");
                return "";
            case "out" or "outmut" or "outref":
                (type, name) = Template.Declared(hole.Argument);
                scope.DeclareOutside(type, Named(bound, name), assignable: hole.Directive != "out", capturable: hole.Directive != "outref");
                return "";
            case "[":
                scope.Open();
                return "";
            case "fn":
                scope.OpenFunction();
                return "";
            case "static":
                scope.OpenStatic();
                return "";
            case "]":
                scope.Close();
                return "";
            case "any":
                return Expression(draw.Pick(hole.Argument.Split(' ')), depth - 1, place);
            case "pattern":
                return Pattern().Text;
            case "arms":
                return Arms(hole.Argument, depth, place);
            case "sections":
                return Sections(place.Inner);
            case "result":
                return Expression(place.Result!, depth - 1, place);
            case "shown":
                return Shown(hole.Argument.Length == 0 ? 3 : Number(hole.Argument));
            default:
                return Block(hole, place);
        }
    }

    string Block(Part.Hole hole, Place place) => hole.Directive switch
    {
        "block" or "section" or "guarded" => Block(place.Inner),
        "loop" => Block(place.Inner with { InLoop = true }),
        "try" => Block(place.Inner with { IsHandled = true, MayYield = false }),
        "catch" => Block(place.Inner with { MayYield = false }),
        "finally" => Block(place.Inner with { InLoop = false, Result = null, MayYield = false }),
        "void" => Block(Body(place)),
        "iterator" => Block(Body(place) with { InIterator = true, MayYield = true }, () => $"yield return {Expression(hole.Argument, 1, Body(place))};"),
        "body" => Block(Body(place) with { Result = hole.Argument }, () => $"return {Expression(hole.Argument, 2, Body(place))};"),
        _ => throw new InvalidOperationException($"Nobody knows «{hole.Directive}»."),
    };

    static Place Body(Place place) => new(Math.Min(place.Depth - 1, 1));

    /// <summary>Statements in braces.</summary>
    string Block(Place place, Func<string>? end = null)
    {
        scope.Open();
        var text = new StringBuilder("\n{\n");
        var count = statementsLeft <= 0 ? 1 : draw.Between(1, 3);
        for (var index = 0; index < count; index++)
        {
            text.Append(Statement(place)).Append('\n');
        }

        text.Append(end?.Invoke()).Append("\n}\n");
        scope.Close();
        return text.ToString();
    }

    string Take(Part.Hole hole, bool assignable, Dictionary<string, string> bound)
    {
        var (type, name) = Template.Declared(hole.Argument);
        var variables = scope.All(type, assignable);
        if (variables.Count == 0)
        {
            throw new InvalidOperationException($"No variable of type {type} is in sight.");
        }

        bound[name.TrimStart('$')] = draw.Pick(variables).Name;
        return hole.Directive.StartsWith("bind", StringComparison.Ordinal) ? "" : bound[name.TrimStart('$')];
    }

    /// <summary>A name that is declared: made up if it has a dollar, else as it stands.</summary>
    string Named(Dictionary<string, string> bound, string name) => name[0] == '$' ? Bound(bound, name[1..]) : name;

    string Bound(Dictionary<string, string> bound, string stem) =>
        bound.TryGetValue(stem, out var known) ? known : bound[stem] = Fresh(stem);

    /// <summary>Text for an interpolated string, that tells the values of some variables.</summary>
    string Shown(int count)
    {
        var variables = scope.All(variable => vocabulary.Shown.ContainsKey(variable.Type));
        return string.Join('-', draw.Some(variables, count).Select(variable =>
            $"{{{vocabulary.Shown[variable.Type].Replace("«»", variable.Name, StringComparison.Ordinal)}}}"));
    }

    List<Production> Applicable(string type, Place place)
    {
        var applicable = new List<Production>();
        foreach (var production in vocabulary.Of(type))
        {
            if (place.Allows(production, risky) && HasTaken(production))
            {
                applicable.Add(production);
            }
        }

        return applicable;
    }

    bool HasTaken(Production production)
    {
        foreach (var (assignable, type) in production.Taken)
        {
            if (!scope.Has(type, assignable))
            {
                return false;
            }
        }

        return true;
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

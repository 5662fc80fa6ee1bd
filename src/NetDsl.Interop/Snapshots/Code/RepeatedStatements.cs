namespace NetDsl.Interop.Snapshots.Code;

/// <summary>Statements of one form that follow each other are a loop over what they differ in.</summary>
/// <param name="variables">The names that are taken.</param>
internal sealed class RepeatedStatements(VariableNames variables)
{
    /// <summary>Below, a loop is longer than what it repeats.</summary>
    private const int Fewest = 3;
    private const int Longest = 140;

    /// <summary>The lines of the statements.</summary>
    public IEnumerable<string> Lines(IReadOnlyList<CodeStatement> statements)
    {
        var formed = statements.Select(Form).ToList();
        for (var first = 0; first < formed.Count;)
        {
            if (formed[first].Statement.Heading is { } heading)
            {
                yield return "";
                yield return $"// {heading}";
            }

            var end = first + 1;
            while (end < formed.Count && Repeats(formed[first], formed[end]))
            {
                end++;
            }

            var repeated = formed.GetRange(first, end - first);
            foreach (var line in repeated.Count >= Fewest ? Loop(repeated) : repeated.SelectMany(each => Lines(each.Statement)))
            {
                yield return line;
            }

            first = end;
            if (repeated.Count >= Fewest && first < formed.Count && formed[first].Statement.Heading is null)
            {
                yield return "";
            }
        }
    }

    private Formed Form(CodeStatement statement)
    {
        var tokens = CodeTokens.Of(statement.Expression, variables);
        return new Formed(statement, tokens, CodeTokens.FormOf(statement.Expression, tokens));
    }

    private static bool Repeats(Formed first, Formed next) =>
        first is { Statement.Variable: null, Tokens.Count: > 0 } && next.Statement is { Variable: null, Heading: null } && next.Form == first.Form;

    private IEnumerable<string> Loop(List<Formed> repeated)
    {
        var form = repeated[0].Tokens;

        // A column is what a token is in each of the statements; equal columns are one variable, and what is the same everywhere stays where it is.
        var columns = Enumerable.Range(0, form.Count).Select(index => repeated.Select(each => each.Tokens[index].Text).ToList()).ToList();
        var differing = new List<int>();
        var names = new string?[form.Count];
        for (var index = 0; index < form.Count; index++)
        {
            if (columns[index].Distinct().Count() == 1)
            {
                continue;
            }

            if (differing.FindIndex(other => columns[other].SequenceEqual(columns[index])) is >= 0 and var same)
            {
                names[index] = names[differing[same]];
                continue;
            }

            names[index] = NameOf(form[index], names);
            differing.Add(index);
        }

        var rows = Enumerable.Range(0, repeated.Count).Select(row => string.Join(", ", differing.Select(column => columns[column][row]))).ToList();
        var body = CodeTokens.Replace(repeated[0].Statement.Expression, form, index => names[index] ?? form[index].Text);
        var head = differing.Count == 1 ? names[differing[0]] : $"({string.Join(", ", differing.Select(column => names[column]))})";
        var inOneLine = $"foreach (var {head} in new[] {{ {string.Join(", ", rows)} }})";
        if (differing.Count == 1 && inOneLine.Length <= Longest)
        {
            yield return inOneLine;
        }
        else
        {
            yield return $"foreach (var {head} in new[]";
            yield return "{";
            foreach (var row in rows)
            {
                yield return differing.Count == 1 ? $"    {row}," : $"    ({row}),";
            }

            yield return "})";
        }

        yield return "{";
        foreach (var line in Lines(new CodeStatement(null, body, [])))
        {
            yield return $"    {line}";
        }

        yield return "}";
    }

    /// <summary>A name for what a token stands for, which no variable has.</summary>
    private string NameOf(CodeToken token, string?[] others)
    {
        var name = char.ToLowerInvariant(token.Role[0]) + token.Role[1..];
        name = name is "from" or "to" or "new" or "in" or "with" or "default" ? name + "Peer" : name;
        var free = name;
        for (var number = 2; variables.IsTaken(free) || others.Contains(free); number++)
        {
            free = name + number;
        }

        return free;
    }

    /// <summary>On one line where that is short, else a call a line.</summary>
    private static IEnumerable<string> Lines(CodeStatement statement)
    {
        var start = (statement.Variable is { } variable ? $"var {variable} = " : "") + statement.Start;
        var line = start + string.Concat(statement.Calls) + ";";
        if (line.Length <= Longest || statement.Calls.Count == 0)
        {
            return [line];
        }

        return [start, .. statement.Calls.Select((call, index) => $"    {call}{(index == statement.Calls.Count - 1 ? ";" : "")}")];
    }

    /// <summary>A statement with its tokens, and its form without them.</summary>
    private readonly record struct Formed(CodeStatement Statement, IReadOnlyList<CodeToken> Tokens, string Form);
}

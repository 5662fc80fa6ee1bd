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
        for (var first = 0; first < statements.Count;)
        {
            if (statements[first].Heading is { } heading)
            {
                yield return "";
                yield return $"// {heading}";
            }

            var tokens = TokensOf(statements[first]);
            var form = CodeTokens.FormOf(statements[first].Expression, tokens);
            var end = first + 1;
            while (end < statements.Count && tokens.Count > 0 && Repeats(statements[first], form, statements[end]))
            {
                end++;
            }

            var repeated = statements.Skip(first).Take(end - first).ToList();
            foreach (var line in repeated.Count >= Fewest ? Loop(repeated, tokens) : repeated.SelectMany(Lines))
            {
                yield return line;
            }

            first = end;
            if (repeated.Count >= Fewest && first < statements.Count && statements[first].Heading is null)
            {
                yield return "";
            }
        }
    }

    private bool Repeats(CodeStatement first, string form, CodeStatement next) =>
        first.Variable is null && next is { Variable: null, Heading: null } && CodeTokens.FormOf(next.Expression, TokensOf(next)) == form;

    private IReadOnlyList<CodeToken> TokensOf(CodeStatement statement) => CodeTokens.Of(statement.Expression, variables);

    private IEnumerable<string> Loop(List<CodeStatement> repeated, IReadOnlyList<CodeToken> form)
    {
        // A column is what a token is in each of the statements; equal columns are one variable, and what is the same everywhere stays where it is.
        var tokens = repeated.Select(TokensOf).ToList();
        var columns = Enumerable.Range(0, form.Count).Select(index => tokens.Select(each => each[index].Text).ToList()).ToList();
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
        var body = CodeTokens.Replace(repeated[0].Expression, form, index => names[index] ?? form[index].Text);
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
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace NetDsl.Evaluation.Tests;

/// <summary>A piece of a template: text that stands as it is, a name that is made up at each use, or a hole.</summary>
abstract record Part
{
    public sealed record Fixed(string Text) : Part;

    public sealed record Name(string Stem) : Part;

    /// <param name="Directive">What kind of thing goes in; a type's name when it is an expression.</param>
    /// <param name="Argument">Further words.</param>
    public sealed record Hole(string Directive, string Argument) : Part;
}

/// <summary>
/// C# with holes. <c>$x</c> is a fresh name, the same wherever it stands in one use of the template. Holes stand between <c>«</c> and
/// <c>»</c>:
/// <list type="bullet">
/// <item><c>«int»</c>, <c>«List&lt;int&gt;»</c>: an expression of that type, one level less deep; <c>«int!»</c> a variable or something as small.</item>
/// <item><c>«use T x»</c>, <c>«var T x»</c>: a variable that may be read, or assigned; further on it is <c>$x</c>. <c>«bind-use T x»</c> and
/// <c>«bind-var T x»</c> choose it and write nothing.</item>
/// <item><c>«1..9»</c>: a number. <c>«:+ - *»</c>: one of the words.</item>
/// <item><c>«+ T name»</c>, <c>«mut T name»</c>, <c>«ref T name»</c>: from here to the end of the frame there is this variable, to read, to
/// assign, or one that cannot be captured. <c>«out T name»</c>, <c>«outmut T name»</c>, <c>«outref T name»</c>: the same for the statements that follow.</item>
/// <item><c>«[»</c> opens a frame, <c>«fn»</c> that of a lambda, <c>«static»</c> one from which nothing outside is seen; <c>«]»</c> closes it.</item>
/// <item><c>«block»</c>, <c>«loop»</c>, <c>«try»</c>, …: statements in braces; see <see cref="ProgramWriter"/>.</item>
/// </list>
/// </summary>
static partial class Template
{
    static readonly ConcurrentDictionary<string, IReadOnlyList<Part>> Known = new();

    public static IReadOnlyList<Part> Parse(string template) => Known.GetOrAdd(template, text =>
    {
        var parts = new List<Part>();
        var done = 0;
        foreach (Match match in Marks().Matches(text))
        {
            parts.Add(new Part.Fixed(text[done..match.Index]));
            parts.Add(match.Groups["name"].Success ? new Part.Name(match.Groups["name"].Value) : HoleOf(match.Groups["hole"].Value));
            done = match.Index + match.Length;
        }

        parts.Add(new Part.Fixed(text[done..]));
        return parts;
    });

    /// <summary>The words of an argument whose last is a name: <c>List&lt;int&gt; x</c>.</summary>
    public static (string Type, string Name) Declared(string argument)
    {
        var space = argument.LastIndexOf(' ');
        return (argument[..space], argument[(space + 1)..]);
    }

    static Part.Hole HoleOf(string hole)
    {
        if (hole[0] == ':')
        {
            return new(":", hole[1..]);
        }

        if (Range().IsMatch(hole))
        {
            return new("..", hole);
        }

        var word = hole.Split(' ')[0];
        return Holes.Directives.Contains(word) ? new(word, hole[word.Length..].Trim()) : new("", hole);
    }

    [GeneratedRegex(@"\$(?<name>[a-z]\w*)|«(?<hole>[^»]+)»")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\d+\.\.\d+$")]
    private static partial Regex Range();
}

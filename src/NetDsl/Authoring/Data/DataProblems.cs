using NetDsl.Model;

namespace NetDsl.Authoring.Data;

/// <summary>
/// What is wrong with one data file. Each is a problem of the topology at the call that asked for the file, and at compile
/// time at the text in the file; the message names the place in the file for those who see the call only.
/// </summary>
/// <param name="file">The name by which the call asked.</param>
/// <param name="path">Where the file lies; nothing at run time.</param>
/// <param name="call">The place of the call.</param>
/// <param name="problems">The problems of the topology.</param>
internal sealed class DataProblems(string file, string? path, Origin call, ProblemList problems)
{
    private readonly List<string> texts = [];

    /// <summary>All of them, for an exception.</summary>
    public string Text => string.Join("\n", texts);

    /// <summary>Something is wrong with the call or with the file as a whole.</summary>
    public void Add(string text) => Add(text, call);

    /// <summary>Something is wrong at a place in the file.</summary>
    public void Add(DataSpan at, string text) => Add(
        $"{Quotation.Of(file)}, line {at.LineNumber}: {text}",
        path is null ? call : new Origin(call.File, call.Line, at.In(path)));

    /// <summary>A member stands in its object a second time.</summary>
    public void AddTwice(string member, DataSpan second, DataSpan first) =>
        Add(second, $"{member} is given twice, first in line {first.LineNumber}; leave one of the two");

    private void Add(string text, Origin origin)
    {
        texts.Add(text);
        problems.Add(ProblemKind.InvalidData, text, origin);
    }
}

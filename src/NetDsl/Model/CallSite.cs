namespace NetDsl.Model;

/// <summary>
/// What the evaluator knows of the builder call that it is about to make: the exact text of the call and of each
/// argument. Caller information carries a file and a line only.
/// </summary>
internal sealed class CallSite(SourceSpan call, IReadOnlyDictionary<string, SourceSpan> arguments)
{
    [ThreadStatic]
    private static CallSite? current;

    /// <summary>The text of the call.</summary>
    public SourceSpan Call { get; } = call;

    /// <summary>The text of each argument, by parameter name.</summary>
    public IReadOnlyDictionary<string, SourceSpan> Arguments { get; } = arguments;

    /// <summary>The call in progress on this thread; none at run time.</summary>
    public static CallSite? Current => current;

    /// <summary>Makes a call with this knowledge; calls that it makes in turn bring their own.</summary>
    public static T Run<T>(CallSite? site, Func<T> call)
    {
        var outer = current;
        current = site;
        try
        {
            return call();
        }
        finally
        {
            current = outer;
        }
    }
}

/// <summary>Where the builder method that runs now was called.</summary>
internal readonly struct Call
{
    private readonly string file;
    private readonly int line;
    private readonly CallSite? site;

    private Call(string file, int line, CallSite? site)
    {
        this.file = file;
        this.line = line;
        this.site = site;
    }

    /// <summary>To be asked first thing in a builder method, before it calls anything of the user's.</summary>
    public static Call Here(string file, int line) => new(file, line, CallSite.Current);

    /// <summary>The call as a whole.</summary>
    public Origin Origin => new(file, line, site?.Call);

    /// <summary>One argument; the whole call where the argument was left out.</summary>
    public Origin Of(string parameter) =>
        new(file, line, site is null ? null : site.Arguments.TryGetValue(parameter, out var span) ? span : site.Call);

    /// <summary>A part of an argument that has several.</summary>
    /// <param name="parameter">The argument.</param>
    /// <param name="part">The text of the part; nothing where only that of the argument is known.</param>
    public Origin Of(string parameter, SourceSpan? part) => part is null ? Of(parameter) : new Origin(file, line, part);
}

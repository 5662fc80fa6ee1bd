namespace NetDsl.Compiler.Graph;

/// <summary>
/// Carries the text of a graph on the generated class that holds the network, where the text is long. Metadata keeps it as UTF-8 data of up to 2^29 bytes, of which the C# compiler makes less
/// work than of any other constant; see docs/benchmarks.md, "The graph as a constant".
/// </summary>
/// <param name="text">The graph, as <see cref="ForwardingGraphText"/> writes it.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForwardingGraphTextAttribute(string text) : Attribute
{
    /// <summary>The graph, as <see cref="ForwardingGraphText"/> writes it.</summary>
    public string Text { get; } = text;

    /// <summary>The text that a class carries.</summary>
    /// <exception cref="ArgumentException">It carries none.</exception>
    public static string Of(Type carrier) => GetCustomAttribute(carrier, typeof(ForwardingGraphTextAttribute)) is ForwardingGraphTextAttribute { Text: var text }
        ? text
        : throw new ArgumentException($"Type '{carrier}' carries no graph.", nameof(carrier));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.Testing;

/// <summary>A data file of a project in <c>/src</c>, known by its path from there.</summary>
public sealed class DataFileText(string name, string text) : AdditionalText
{
    readonly SourceText source = SourceText.From(text, System.Text.Encoding.UTF8);

    /// <summary>The name by which programs ask for it.</summary>
    public string Name => name;

    /// <summary>What stands in it.</summary>
    public string Text => text;

    /// <inheritdoc/>
    public override string Path => $"/src/{name}";

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => source;
}

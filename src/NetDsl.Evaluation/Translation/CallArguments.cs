using NetDsl.Model;

namespace NetDsl.Evaluation.Translation;

/// <summary>Values by parameter, and the text that each was written as, where a builder is called.</summary>
internal readonly record struct CallArguments(object?[] Values, IReadOnlyDictionary<string, SourceSpan>? Spans)
{
    public CallArguments With(object? value) => new([.. Values, value], Spans);
}

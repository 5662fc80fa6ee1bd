using NetDsl.Model;

namespace NetDsl;

/// <summary>The tags of an element. Source: "Tag your Amazon EC2 resources", Amazon EC2 User Guide, with its restrictions.</summary>
internal sealed class TagList
{
    private const int MaximumCount = 50;
    private const int MaximumKeyLength = 128;
    private const int MaximumValueLength = 256;
    private const string VendorPrefix = "aws:";
    private List<Tag>? tags;

    public EquatableArray<Tag> Build() => tags is null ? [] : tags.ToEquatableArray();

    /// <summary>Puts a tag on the element; what the vendor does not take is a problem at its text.</summary>
    /// <param name="element">The element.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="call">The call, whose parameters have these names.</param>
    public void Add(ElementBuilder element, string? key, string? value, Call call)
    {
        var problems = element.Network.Problems;
        if (KeyFault(key) is { } fault)
        {
            problems.Add(ProblemKind.InvalidName, fault, call.Of(nameof(key)));
        }
        else if (value is null || value.Length > MaximumValueLength)
        {
            problems.Add(
                ProblemKind.InvalidName,
                value is null ? "null is not the value of a tag; write \"\" where the key says it all" : $"the value of tag '{key}' has {value.Length} characters; it has at most {MaximumValueLength}",
                call.Of(nameof(value)));
        }
        else if (tags?.Find(tag => tag.Key == key) is { } first)
        {
            problems.Add(
                ProblemKind.DuplicateName,
                $"{ElementKinds.Text(element.Id.Kind)} '{element.Name}' has a tag '{key}' already; an element has one value for a key, leave one out",
                call.Of(nameof(key)),
                first.Origin);
        }
        else if (tags?.Count == MaximumCount)
        {
            problems.Add(
                ProblemKind.QuotaExceeded,
                $"{ElementKinds.Text(element.Id.Kind)} '{element.Name}' has {MaximumCount} tags already, as many as the vendor takes; leave one out",
                call.Of(nameof(key)));
        }
        else
        {
            (tags ??= []).Add(new Tag(key!, value, call.Origin));
        }
    }

    private static string? KeyFault(string? key) => key switch
    {
        null or "" => $"the key of a tag is empty; it has 1 to {MaximumKeyLength} characters",
        { Length: > MaximumKeyLength } => $"the key of a tag has {key.Length} characters; it has at most {MaximumKeyLength}",
        _ when key.StartsWith(VendorPrefix, StringComparison.OrdinalIgnoreCase) =>
            $"{Quotation.Of(key)} cannot be the key of a tag: the vendor keeps keys that start with '{VendorPrefix}' for its own; write it without",
        _ => null,
    };
}

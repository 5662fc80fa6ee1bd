namespace NetDsl.Model;

/// <summary>The rules of domain names. Source: RFC 1035, "Domain names - implementation and specification", section 2.3.</summary>
public static class DomainName
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    /// <summary>The form in which names are compared: small letters, no dot at the end.</summary>
    /// <param name="name">A name as people write it.</param>
    public static string Canonical(string name) =>
        (name.EndsWith(".", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) : name).ToLowerInvariant();

    /// <summary>Whether a name is a domain or lies in it.</summary>
    /// <param name="name">A name in its canonical form.</param>
    /// <param name="domain">A domain in its canonical form.</param>
    public static bool IsIn(string name, string domain) => name == domain || name.EndsWith("." + domain, StringComparison.Ordinal);

    /// <summary>What keeps a text from being a name; nothing when it is one.</summary>
    /// <param name="name">The text in its canonical form.</param>
    /// <param name="wildcard">Whether the first label may be <c>*</c>.</param>
    public static string? Fault(string name, bool wildcard = false)
    {
        if (name.Length is 0 or > LongestName)
        {
            return $"it has 1 to {LongestName} characters";
        }

        return name.Split('.').Where((label, index) => !(wildcard && index == 0 && label == "*")).FirstOrDefault(label => !IsLabel(label)) is { } bad
            ? bad.Length == 0
                ? "a label is empty"
                : $"{Quotation.Of(bad)} is no label; a label has 1 to {LongestLabel} letters, digits, '-' and '_', and neither begins nor ends with '-'"
            : null;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label[0] != '-'
        && label[label.Length - 1] != '-'
        && label.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_');
}

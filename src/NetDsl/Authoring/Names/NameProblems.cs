using NetDsl.Model;

namespace NetDsl;

/// <summary>Reads the domain names that builders take.</summary>
internal static class NameProblems
{
    /// <summary>The name in its canonical form; a fault is a problem at its text.</summary>
    /// <param name="problems">Where faults go.</param>
    /// <param name="name">For example <c>corp.example</c>.</param>
    /// <param name="origin">The text of the name.</param>
    /// <param name="wildcard">Whether the first label may be <c>*</c>.</param>
    public static string? DomainName(this ProblemList problems, string? name, Origin origin, bool wildcard = false)
    {
        var text = Model.DomainName.Canonical(name ?? "");
        if (Model.DomainName.Fault(text, wildcard) is not { } fault)
        {
            return text;
        }

        problems.Add(ProblemKind.InvalidName, $"{Quotation.Of(name ?? "")} is not a domain name: {fault}", origin);
        return null;
    }
}

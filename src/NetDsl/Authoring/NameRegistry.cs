using NetDsl.Model;

namespace NetDsl;

/// <summary>Grants names: well-formed, and unique within kind and parent.</summary>
internal sealed class NameRegistry(ProblemList problems)
{
    private const int MaximumLength = 127;

    // Source: "Security groups", Amazon VPC User Guide: a name cannot start with sg-.
    private const string IdentifierPrefix = "sg-";
    private readonly Dictionary<ElementId, Origin> declared = [];

    /// <summary>Whether names are the vendor's identifiers, as they are in what is imported, so that those of security groups do start with <c>sg-</c>.</summary>
    public bool TakesIdentifiers { get; set; }

    /// <summary>Declares a name that the vendor gives, such as that of a main route table.</summary>
    public Declaration DeclareGiven(ElementKind kind, string parent, string name, bool parentLeftOut)
    {
        var id = new ElementId(kind, Join(parent, name));
        if (!parentLeftOut)
        {
            declared[id] = Origin.None;
        }

        return new Declaration(id, Origin.None, parentLeftOut);
    }

    /// <summary>Declares a name that the user wrote.</summary>
    /// <param name="kind">The kind of the element.</param>
    /// <param name="parent">The path of its parent; empty for the network itself.</param>
    /// <param name="name">The name.</param>
    /// <param name="origin">The text of the name.</param>
    /// <param name="parentLeftOut">Whether the parent is left out, and the element with it.</param>
    /// <param name="path">The path of parent and name, where something else has it already: there are as many of these texts as elements.</param>
    public Declaration Declare(ElementKind kind, string parent, string name, Origin origin, bool parentLeftOut, string? path = null)
    {
        var id = new ElementId(kind, path ?? Join(parent, name));
        if (Fault(kind, name) is { } fault)
        {
            problems.Add(new Problem(ProblemKind.InvalidName, fault, origin) { Replacement = Sanitised(kind, parent, name) });
            return new Declaration(id, origin, IsLeftOut: true);
        }

        if (parentLeftOut)
        {
            return new Declaration(id, origin, IsLeftOut: true);
        }

        if (declared.TryGetValue(id, out var first))
        {
            problems.Add(new Problem(
                ProblemKind.DuplicateName,
                $"{ElementKinds.Text(kind)} '{name}' exists already in {(parent.Length == 0 ? "the network" : parent)}; names tell elements apart, give this one another",
                origin)
            {
                Other = first,
                Replacement = NextFreeName(kind, parent, name),
            });
            return new Declaration(id, origin, IsLeftOut: true);
        }

        declared.Add(id, origin);
        return new Declaration(id, origin, IsLeftOut: false);
    }

    private string NextFreeName(ElementKind kind, string parent, string name)
    {
        for (var number = 2; ; number++)
        {
            // With a hyphen, the next name of a security group 'sg' would be one of the vendor's identifiers.
            var suffix = $"{(kind == ElementKind.SecurityGroup && name + "-" == IdentifierPrefix ? '_' : '-')}{number}";
            var candidate = name.Substring(0, Math.Min(name.Length, MaximumLength - suffix.Length)) + suffix;
            if (!IsDeclared(kind, parent, candidate))
            {
                return candidate;
            }
        }
    }

    /// <summary>The nearest name that is well-formed and free; nothing when no character of the name can stay.</summary>
    private string? Sanitised(ElementKind kind, string parent, string? name)
    {
        var text = new string((name ?? "").Select(character => IsNameCharacter(character, 1) ? character : '-').ToArray());
        while (kind == ElementKind.SecurityGroup && Trimmed(text).StartsWith(IdentifierPrefix, StringComparison.Ordinal))
        {
            text = Trimmed(text).Substring(IdentifierPrefix.Length);
        }

        text = Trimmed(text);
        text = text.Substring(0, Math.Min(text.Length, MaximumLength));
        return text.Length == 0 ? null : IsDeclared(kind, parent, text) ? NextFreeName(kind, parent, text) : text;

        static string Trimmed(string text) => text.Trim('-', '_', '.');
    }

    private bool IsDeclared(ElementKind kind, string parent, string name) =>
        declared.ContainsKey(new ElementId(kind, Join(parent, name)));

    private static string Join(string parent, string name) => parent.Length == 0 ? name : $"{parent}/{name}";

    private string? Fault(ElementKind kind, string? name)
    {
        const string Rule = "a name starts with a letter or digit and has letters, digits, '-', '_' and '.'";
        if (string.IsNullOrEmpty(name))
        {
            return $"the name of {ElementKinds.TextWithArticle(kind)} is empty; {Rule}";
        }

        if (name!.Length > MaximumLength)
        {
            return $"the name of {ElementKinds.TextWithArticle(kind)} has {name.Length} characters; a name has at most {MaximumLength}";
        }

        for (var index = 0; index < name.Length; index++)
        {
            if (!IsNameCharacter(name[index], index))
            {
                return $"{Quotation.Of(name)} cannot be the name of {ElementKinds.TextWithArticle(kind)}: character {index + 1} is not allowed; {Rule}";
            }
        }

        return kind == ElementKind.SecurityGroup && !TakesIdentifiers && name.StartsWith(IdentifierPrefix, StringComparison.Ordinal)
            ? $"'{name}' cannot be the name of a security group: the vendor keeps names that start with '{IdentifierPrefix}' for identifiers"
            : null;
    }

    private static bool IsNameCharacter(char character, int index) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
        || (index > 0 && character is ('-' or '_' or '.'));
}

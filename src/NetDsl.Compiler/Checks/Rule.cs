namespace NetDsl.Compiler.Checks;

/// <summary>How grave a finding is unless the user configures it.</summary>
public enum Severity
{
    /// <summary>Advice on cost, resilience or style.</summary>
    Info,

    /// <summary>It can be deployed, and fails its purpose.</summary>
    Warning,

    /// <summary>The vendor refuses it, or it can never work.</summary>
    Error,
}

/// <summary>What a finding is an instance of.</summary>
/// <param name="Id"><c>ND</c> and four digits; the first tells the family.</param>
/// <param name="Title">A short sentence without values.</param>
/// <param name="Category">The family: Evaluation, Addressing, Routing, Security, Availability or Intents.</param>
/// <param name="Severity">The default severity.</param>
public sealed record Rule(string Id, string Title, string Category, Severity Severity)
{
    /// <summary>The rule's page, relative to the repository and to the NetDsl package, which both hold it.</summary>
    public string HelpPage => $"docs/rules/{Id}.md";
}

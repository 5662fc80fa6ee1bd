namespace NetDsl.Compiler.Checks;

/// <summary>The families of rules.</summary>
public static class RuleCategory
{
    /// <summary>ND0xxx: C# that cannot be evaluated at compile time.</summary>
    public const string Evaluation = "Evaluation";

    /// <summary>ND1xxx: values, prefixes and structure.</summary>
    public const string Addressing = "Addressing";

    /// <summary>ND2xxx: routing and connectivity.</summary>
    public const string Routing = "Routing";

    /// <summary>ND3xxx: filtering and security.</summary>
    public const string Security = "Security";

    /// <summary>ND4xxx: availability, limits and cost.</summary>
    public const string Availability = "Availability";

    /// <summary>ND5xxx: what is expected of the network.</summary>
    public const string Intents = "Intents";
}

using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <content>What the vendor refuses in filtering.</content>
public static partial class BuilderProblems
{
    /// <summary>ND3060.</summary>
    public static Rule GroupOfOtherVpc { get; } = Error("ND3060", "Security group is of another VPC", RuleCategory.Security);

    /// <summary>ND3061.</summary>
    public static Rule GroupAssociation { get; } = Error("ND3061", "Security group cannot be associated with the VPC", RuleCategory.Security);

    /// <summary>ND3062.</summary>
    public static Rule PolicyDeniesAll { get; } = Error("ND3062", "Endpoint policy denies everything", RuleCategory.Security);

    /// <summary>ND3063.</summary>
    public static Rule StatementAllowsNothing { get; } = Error("ND3063", "Statement of an endpoint policy allows nothing", RuleCategory.Security);

    /// <summary>ND3064.</summary>
    public static Rule PolicyNotTaken { get; } = Error("ND3064", "Endpoint takes no policy", RuleCategory.Security);

    /// <summary>ND3065.</summary>
    public static Rule RequestsComeOtherwise { get; } = Error("ND3065", "Policy of a resource names an endpoint of another service", RuleCategory.Security);

    /// <summary>ND3066.</summary>
    public static Rule GroupSharing { get; } = Error("ND3066", "Security group cannot be shared with the account", RuleCategory.Security);

    private static IReadOnlyList<Check> SecurityChecks =>
    [
        For(GroupOfOtherVpc, ProblemKind.GroupOfOtherVpc),
        For(GroupAssociation, ProblemKind.GroupAssociation, isRemovable: true),
        For(PolicyDeniesAll, ProblemKind.PolicyDeniesAll),
        For(StatementAllowsNothing, ProblemKind.StatementAllowsNothing),
        For(PolicyNotTaken, ProblemKind.PolicyNotTaken, isRemovable: true),
        For(RequestsComeOtherwise, ProblemKind.RequestsComeOtherwise),
        For(GroupSharing, ProblemKind.GroupSharing, isRemovable: true),
    ];
}

using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// The rules that the builders themselves hold: each kind of value that they cannot take is a rule, and the builder's own
/// words are the message.
/// </summary>
public static partial class BuilderProblems
{
    /// <summary>ND1001.</summary>
    public static Rule InvalidPrefix { get; } = Error("ND1001", "Prefix is not valid");

    /// <summary>ND1002.</summary>
    public static Rule InvalidName { get; } = Error("ND1002", "Name is not valid");

    /// <summary>ND1003.</summary>
    public static Rule DuplicateName { get; } = Error("ND1003", "Name exists already");

    /// <summary>ND1004.</summary>
    public static Rule InvalidPort { get; } = Error("ND1004", "Port does not exist");

    /// <summary>ND1005.</summary>
    public static Rule InvalidProtocol { get; } = Error("ND1005", "Protocol number does not exist");

    /// <summary>ND1006.</summary>
    public static Rule InvalidZone { get; } = Error("ND1006", "Zone is not one of the region");

    /// <summary>ND1007.</summary>
    public static Rule InvalidRegion { get; } = Error("ND1007", "Region name is not valid");

    /// <summary>ND1008.</summary>
    public static Rule InvalidAccount { get; } = Error("ND1008", "Account number is not valid");

    /// <summary>ND1009.</summary>
    public static Rule InvalidAddress { get; } = Error("ND1009", "Address cannot be used");

    /// <summary>ND1010.</summary>
    public static Rule InvalidRuleNumber { get; } = Error("ND1010", "Network ACL rule number cannot be used");

    /// <summary>ND1011.</summary>
    public static Rule UnknownName { get; } = Error("ND1011", "Name does not exist");

    /// <summary>ND1012.</summary>
    public static Rule Conflict { get; } = Error("ND1012", "Two things exclude each other");

    /// <summary>ND1013.</summary>
    public static Rule InvalidData { get; } = Error("ND1013", "Configuration data does not fit");

    /// <summary>ND1014.</summary>
    public static Rule NotInProfile { get; } = Error("ND1014", "Profile does not have this");

    /// <summary>ND1015.</summary>
    public static Rule InvalidNumber { get; } = Error("ND1015", "Number is outside its range");

    /// <summary>ND1030.</summary>
    public static Rule LockedAllocation { get; } = Error("ND1030", "Lock file holds another place");

    /// <summary>ND1031.</summary>
    public static Rule NoFreePrefix { get; } = Error("ND1031", "No room for a prefix");

    /// <summary>ND1040.</summary>
    public static Rule AcceleratorFamilies { get; } = Error("ND1040", "Endpoint does not have the families of its accelerator");

    /// <summary>ND1041.</summary>
    public static Rule CustomRoutingPorts { get; } = Error("ND1041", "Listener of a custom routing accelerator has too few ports");

    /// <summary>ND5010.</summary>
    public static Rule InvalidIntent { get; } = Error("ND5010", "Intent says nothing") with { Category = RuleCategory.Intents };

    internal static IReadOnlyList<Check> Checks =>
    [
        For(InvalidPrefix, ProblemKind.InvalidPrefix),
        For(InvalidName, ProblemKind.InvalidName),
        For(DuplicateName, ProblemKind.DuplicateName),
        For(InvalidPort, ProblemKind.InvalidPort),
        For(InvalidProtocol, ProblemKind.InvalidProtocol),
        For(InvalidZone, ProblemKind.InvalidZone),
        For(InvalidRegion, ProblemKind.InvalidRegion),
        For(InvalidAccount, ProblemKind.InvalidAccount),
        For(InvalidAddress, ProblemKind.InvalidAddress),
        For(InvalidRuleNumber, ProblemKind.InvalidRuleNumber),
        For(UnknownName, ProblemKind.UnknownName),
        For(Conflict, ProblemKind.Conflict),
        For(InvalidData, ProblemKind.InvalidData),
        For(NotInProfile, ProblemKind.NotInProfile),
        For(InvalidNumber, ProblemKind.InvalidNumber),
        For(LockedAllocation, ProblemKind.LockedAllocation),
        For(NoFreePrefix, ProblemKind.NoFreePrefix),
        For(AcceleratorFamilies, ProblemKind.AcceleratorFamilies),
        For(CustomRoutingPorts, ProblemKind.CustomRoutingPorts),
        For(InvalidIntent, ProblemKind.InvalidIntent),
        .. AddressingChecks,
        .. RoutingChecks,
        .. SecurityChecks,
        .. AvailabilityChecks,
    ];

    private static Rule Error(string id, string title, string category = RuleCategory.Addressing) => new(id, title, category, Severity.Error);

    /// <summary>The check of a kind of problem.</summary>
    /// <param name="rule">Its rule.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="isRemovable">Whether the call says what is refused and nothing else, so that nothing changes when it is taken away.</param>
    private static Check For(Rule rule, ProblemKind kind, bool isRemovable = false) => new(
        rule,
        network => network.Topology.Problems
            .Where(problem => problem.Kind == kind)
            .Select(problem => new Finding(rule, Sentence.From(problem.Text), problem.Origin)
            {
                Related = problem.Other is { Line: > 0 } other ? [new RelatedOrigin(other, OtherParty(kind))] : [],
                FixArguments = FixArguments.Of(FixArguments.Replacement, problem.Replacement)
                    .Concat(FixArguments.Of(FixArguments.Call, problem.Call))
                    .Concat(FixArguments.Place(FixArguments.CallPlace, problem.CallPlace))
                    .Concat(FixArguments.Of(FixArguments.Removable, isRemovable ? "" : null))
                    .ToEquatableArray(),
            }));

    private static string OtherParty(ProblemKind kind) =>
        kind == ProblemKind.DuplicateName ? "the first of that name" : "what it is in conflict with";
}

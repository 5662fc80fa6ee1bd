using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <content>What the vendor refuses in load balancing.</content>
public static partial class BuilderProblems
{
    /// <summary>ND4060.</summary>
    public static Rule ApplianceForwardsNothing { get; } = Error("ND4060", "Appliance behind a Gateway Load Balancer forwards nothing", RuleCategory.Availability);

    /// <summary>ND4061.</summary>
    public static Rule TargetWithoutIpv6 { get; } = Error("ND4061", "Target has no IPv6 address", RuleCategory.Availability);

    /// <summary>ND4062.</summary>
    public static Rule TargetHidesClients { get; } = Error("ND4062", "Target cannot see client addresses", RuleCategory.Availability);

    /// <summary>ND4063.</summary>
    public static Rule TargetOutsideVpc { get; } = Error("ND4063", "Target address is neither of the VPC nor private", RuleCategory.Availability);

    /// <summary>ND4064.</summary>
    public static Rule ServesAlready { get; } = Error("ND4064", "Load balancer serves an endpoint service already", RuleCategory.Availability);

    /// <summary>ND4065.</summary>
    public static Rule ForwardsOtherwise { get; } = Error("ND4065", "Instance forwards in another way already", RuleCategory.Availability);

    /// <summary>ND4067.</summary>
    public static Rule LoadBalancerNotDualStack { get; } = Error("ND4067", "Load balancer does not have IPv6", RuleCategory.Availability);

    /// <summary>ND4068.</summary>
    public static Rule NoIpv6SourceNat { get; } = Error("ND4068", "Dual-stack load balancer cannot take UDP", RuleCategory.Availability);

    /// <summary>ND4069.</summary>
    public static Rule ListenerTwice { get; } = Error("ND4069", "Load balancer listens there already", RuleCategory.Availability);

    /// <summary>ND4070.</summary>
    public static Rule TargetGroupUsedAlready { get; } = Error("ND4070", "Target group is used by another load balancer", RuleCategory.Availability);

    /// <summary>ND4071.</summary>
    public static Rule ProtocolOfTargets { get; } = Error("ND4071", "Protocols of listener and target group do not go together", RuleCategory.Availability);

    /// <summary>ND4072.</summary>
    public static Rule RegisteredTwice { get; } = Error("ND4072", "Target is registered twice", RuleCategory.Availability);

    /// <summary>ND4073.</summary>
    public static Rule OptionNotOffered { get; } = Error("ND4073", "Target group does not have this option", RuleCategory.Availability);

    private static IReadOnlyList<Check> AvailabilityChecks =>
    [
        For(ApplianceForwardsNothing, ProblemKind.ApplianceForwardsNothing),
        For(TargetWithoutIpv6, ProblemKind.TargetWithoutIpv6),
        For(TargetHidesClients, ProblemKind.TargetHidesClients),
        For(TargetOutsideVpc, ProblemKind.TargetOutsideVpc),
        For(ServesAlready, ProblemKind.ServesAlready, isRemovable: true),
        For(ForwardsOtherwise, ProblemKind.ForwardsOtherwise, isRemovable: true),
        For(LoadBalancerNotDualStack, ProblemKind.LoadBalancerNotDualStack),
        For(NoIpv6SourceNat, ProblemKind.NoIpv6SourceNat),
        For(ListenerTwice, ProblemKind.ListenerTwice, isRemovable: true),
        For(TargetGroupUsedAlready, ProblemKind.TargetGroupUsedAlready),
        For(ProtocolOfTargets, ProblemKind.ProtocolOfTargets),
        For(RegisteredTwice, ProblemKind.RegisteredTwice, isRemovable: true),
        For(OptionNotOffered, ProblemKind.OptionNotOffered, isRemovable: true),
    ];
}

using NetDsl.Runtime.Allowances;
using NetDsl.Runtime.Faults;
using NetDsl.Runtime.FlowState;
using NetDsl.Runtime.Mapping;

namespace NetDsl.Runtime;

/// <summary>The parameters of a network's state.</summary>
public sealed record DataplaneOptions
{
    /// <summary>When security groups forget connections.</summary>
    public ConnectionTimeouts Connections { get; init; } = new();

    /// <summary>The nodes that keep the flows of NAT gateways, load balancers and endpoints.</summary>
    public FlowStateOptions FlowState { get; init; } = new();

    /// <summary>How hosts know on which host an address is, and what moves.</summary>
    public MappingOptions Mapping { get; init; } = new();

    /// <summary>What fails, and when.</summary>
    public FaultOptions Faults { get; init; } = new();

    /// <summary>What instances may use of their network; as much as they like unless somebody says so.</summary>
    public AllowanceOptions Allowances { get; init; } = new();

    /// <summary>How NAT gateways give ports and forget flows.</summary>
    public NatOptions Nat { get; init; } = new();
}

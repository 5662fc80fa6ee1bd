using NetDsl.Model;
using NetDsl.Runtime.Allowances;

namespace NetDsl.Simulation.Performance;

/// <summary>What instances may use of their network, each for itself.</summary>
/// <param name="Of">Paths of instances, subnets or VPCs, or ends of such paths; all instances there are meant.</param>
/// <param name="Allowance">What each of them may use.</param>
public sealed record NamedAllowance(EquatableArray<string> Of, InstanceAllowance Allowance);

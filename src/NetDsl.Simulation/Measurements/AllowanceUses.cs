using NetDsl.Model;
using NetDsl.Runtime.Allowances;

namespace NetDsl.Simulation.Measurements;

/// <summary>Adds up how instances used their allowances.</summary>
internal static class AllowanceUses
{
    /// <summary>By path; what two parts of a run say of one instance is added, and the fewer connections are left.</summary>
    public static EquatableArray<AllowanceUse> Sum(IEnumerable<AllowanceUse> uses) => uses
        .GroupBy(use => use.Instance)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new AllowanceUse(
            group.Key,
            group.Sum(use => use.BandwidthIn),
            group.Sum(use => use.BandwidthOut),
            group.Sum(use => use.Packets),
            group.Sum(use => use.Connections),
            group.Sum(use => use.LinkLocal),
            group.Min(use => use.ConnectionsLeft)))
        .ToEquatableArray();
}

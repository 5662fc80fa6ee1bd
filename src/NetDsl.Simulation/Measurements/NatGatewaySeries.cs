using NetDsl.Model;

namespace NetDsl.Simulation.Measurements;

/// <summary>What a NAT gateway held at the end of each part of a run.</summary>
/// <param name="NatGateway">Its path.</param>
/// <param name="Flows">Flows in its table.</param>
/// <param name="Ports">Ports of one address that flows to one destination had, of the destination with most; 55,000 is the limit.</param>
public sealed record NatGatewaySeries(string NatGateway, EquatableArray<int> Flows, EquatableArray<int> Ports)
{
    /// <summary>By path; what two say of one gateway is added, as if it had been in one place only.</summary>
    internal static EquatableArray<NatGatewaySeries> Sum(IEnumerable<NatGatewaySeries> series) => series
        .GroupBy(each => each.NatGateway)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Aggregate((one, other) => new NatGatewaySeries(group.Key, Sum(one.Flows, other.Flows), Sum(one.Ports, other.Ports))))
        .ToEquatableArray();

    private static EquatableArray<int> Sum(EquatableArray<int> one, EquatableArray<int> other) =>
        one.Zip(other, (left, right) => left + right).ToEquatableArray();
}

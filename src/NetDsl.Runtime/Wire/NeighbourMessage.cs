using NetDsl.Addressing;

namespace NetDsl.Runtime.Wire;

/// <summary>A message of ARP, or of neighbour discovery in IPv6.</summary>
/// <param name="Asker">The address of the interface that asks.</param>
/// <param name="Target">The address that it asks for.</param>
/// <param name="Holder">Who answers, an entry of the graph's holder table; -1 for the router of the subnet.</param>
/// <param name="IsAnswer">Whether it is the answer of the host.</param>
public readonly record struct NeighbourMessage(IpAddress Asker, IpAddress Target, int Holder, bool IsAnswer)
{
    /// <summary>For example <c>who has 10.0.0.1? tell 10.0.0.4</c>.</summary>
    public override string ToString() => IsAnswer ? $"{Target} answers {Asker}" : $"who has {Target}? tell {Asker}";
}

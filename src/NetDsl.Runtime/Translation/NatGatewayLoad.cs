namespace NetDsl.Runtime;

/// <summary>What a NAT gateway holds at a moment.</summary>
/// <param name="Holder">The gateway, an entry of the graph's holder table.</param>
/// <param name="Flows">Flows in its table.</param>
/// <param name="Ports">Ports of one address that flows to one destination have, of the destination with most; 55,000 is the limit.</param>
public readonly record struct NatGatewayLoad(int Holder, int Flows, int Ports);

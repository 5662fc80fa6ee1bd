namespace NetDsl.Runtime;

/// <summary>How a NAT gateway has been used.</summary>
/// <param name="Holder">The gateway, an entry of the graph's holder table.</param>
/// <param name="Flows">Flows in its table now.</param>
/// <param name="PeakFlows">The most flows that were in its table at once.</param>
/// <param name="PeakPorts">The most ports of one address that flows to one destination had at once; 55,000 is the limit.</param>
/// <param name="Opened">Flows opened since the start.</param>
/// <param name="Refused">Flows refused because no port was left for their destination.</param>
public sealed record NatGatewayUse(int Holder, int Flows, int PeakFlows, int PeakPorts, long Opened, long Refused);

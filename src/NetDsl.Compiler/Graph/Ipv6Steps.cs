namespace NetDsl.Compiler.Graph;

/// <summary>Passes an egress-only internet gateway: out, which opens a connection, or in, which only what answers one may.</summary>
/// <param name="Node">The gateway.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Inbound">Whether the packet enters the VPC.</param>
public sealed record EgressOnlyGatewayStep(int Node, int Vpc, bool Inbound) : PathStep(Node);

/// <summary>
/// At a NAT gateway that translates an IPv6 packet for an address of 64:ff9b::/96 to IPv4 (NAT64). What it becomes has an IPv4 destination, and so goes
/// on by another path.
/// </summary>
/// <param name="Node">The NAT gateway.</param>
/// <param name="Holder">Its entry in the holder table.</param>
/// <param name="Source">The source class from which the walk goes on.</param>
public sealed record Nat64End(int Node, int Holder, int Source) : PathEnd;

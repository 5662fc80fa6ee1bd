using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>A transit gateway, as flow logs name it.</summary>
/// <param name="Node">Its node.</param>
/// <param name="Region">The name of its region.</param>
/// <param name="Account">The number of its owner, twelve digits.</param>
public sealed record GraphTransitGateway(int Node, string Region, string Account);

/// <summary>An attachment of a transit gateway, as flow logs name it.</summary>
/// <param name="Node">Its node.</param>
/// <param name="Gateway">The node of the gateway.</param>
/// <param name="Vpc">The node of the VPC that is attached; -1 when it is something else.</param>
/// <param name="Transport">
/// The node of the attachment that transports it, when it is a Connect attachment, which has no flow log of its own; -1 for all others. Source: "Transit Gateway Flow Logs",
/// limitations.
/// </param>
/// <param name="Subnets">The subnets with an interface of the gateway, when it is of a VPC.</param>
public sealed record GraphTransitGatewayAttachment(int Node, int Gateway, int Vpc, int Transport, EquatableArray<GraphSubnet> Subnets);

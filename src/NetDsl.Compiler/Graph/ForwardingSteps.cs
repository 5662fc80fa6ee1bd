using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>A packet that is for somebody else comes in at an interface: asks its security groups.</summary>
/// <param name="Node">The interface.</param>
/// <param name="Holder">Its entry in the holder table.</param>
/// <param name="SourceVpc">
/// The VPC whose private address the source is; -1 when it is none, or when rules that reference a group do not match any more.
/// </param>
public sealed record InterfaceEntryStep(int Node, int Holder, int SourceVpc) : PathStep(Node);

/// <summary>
/// The host of an interface sends the packet on from there: inspects it or translates its source when the host does such things, and asks
/// the security groups of the interface.
/// </summary>
/// <param name="Node">The interface.</param>
/// <param name="Holder">Its entry in the holder table.</param>
/// <param name="Host">The instance, which remembers flows.</param>
/// <param name="Mode">What the host does.</param>
public sealed record ForwardStep(int Node, int Holder, int Host, HostForwarding Mode) : PathStep(Node);

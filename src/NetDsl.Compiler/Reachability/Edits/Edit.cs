using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Edits;

/// <summary>One change of a network that may let a packet go on where it is dropped.</summary>
/// <param name="Text">What to write, for example <c>add Route("10.1.0.0/16", pcx) to route table us-east-1/one/main</c>.</param>
/// <param name="Topology">The network that has it.</param>
public sealed record Edit(string Text, Topology Topology);

using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>The policy of an endpoint that has one of its own.</summary>
/// <param name="Node">The endpoint.</param>
/// <param name="Policy">What it lets through.</param>
public sealed record GraphEndpointPolicy(int Node, EndpointPolicy Policy);

namespace NetDsl.Compiler.Reachability;

/// <summary>A question about a whole network that could not be answered; nothing is told of a part of it.</summary>
/// <param name="message">Why.</param>
/// <param name="cause">What stopped it.</param>
public sealed class ReachabilityException(string message, Exception? cause = null) : Exception(message, cause);

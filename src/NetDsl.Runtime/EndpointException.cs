namespace NetDsl.Runtime;

/// <summary>A question names an end that the network does not have; the message says which and what to name instead.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class EndpointException(string message) : ArgumentException(message);

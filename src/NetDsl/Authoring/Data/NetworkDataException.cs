namespace NetDsl;

/// <summary>
/// A data file gives no value at all: it is not there, it is no JSON, or what stands in it does not fit. The message
/// tells every fault, and so do the problems of the topology. What can be stood in for does not throw.
/// </summary>
public sealed class NetworkDataException(string message) : Exception(message);

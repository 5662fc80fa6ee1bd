namespace NetDsl.Evaluation.Host;

/// <summary>A member that has a meaning that depends on the machine, or none here: the message says which, and what to write instead.</summary>
internal sealed class RefusedException(string message) : Exception(message);

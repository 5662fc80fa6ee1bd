namespace NetDsl.Testing;

/// <summary>A snapshot is not what its verified file holds; the message shows the difference.</summary>
public sealed class SnapshotMismatchException(string message) : Exception(message);

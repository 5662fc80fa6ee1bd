namespace NetDsl.LogQueries;

/// <summary>Logs cannot be read, or a query cannot be answered; the message says why, and what to do.</summary>
public sealed class LogQueryException(string message) : Exception(message);

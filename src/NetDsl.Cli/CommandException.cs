namespace NetDsl.Cli;

/// <summary>Something that the user gave cannot be used; the message says what, and what to do. No stack trace is ever shown.</summary>
internal class CommandException(string message) : Exception(message);

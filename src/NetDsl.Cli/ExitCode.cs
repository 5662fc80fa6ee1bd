namespace NetDsl.Cli;

/// <summary>What the commands tell the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>Done, and what was looked for was found: a finding, or an expectation that does not hold.</summary>
    public const int Finding = 1;

    /// <summary>Not done: the command line or the input cannot be used.</summary>
    public const int BadInput = 2;
}

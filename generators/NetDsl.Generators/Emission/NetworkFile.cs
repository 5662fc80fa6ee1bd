namespace NetDsl.Generators.Emission;

/// <summary>What the template of a topology's file sees. The error stops the build, in one line; it is nothing where the build may go on.</summary>
internal sealed record NetworkFile(
    string Name,
    string SourceFileLiteral,
    string Namespace,
    string Members,
    GraphClass? Graph,
    string? Error,
    string Generated);

/// <summary>The class that holds the graph.</summary>
/// <param name="TypeName">Its name.</param>
/// <param name="Literal">The graph's text, as a literal.</param>
/// <param name="IsLong">Whether the text is too long for a string constant.</param>
/// <param name="Classifiers">For each source class the method that classifies, or <c>null</c> where the graph does.</param>
/// <param name="Switches">The methods that classify.</param>
/// <param name="Definition">The member that builds the description, which intents are proved of.</param>
internal sealed record GraphClass(
    string TypeName,
    string Literal,
    bool IsLong,
    IReadOnlyList<string> Classifiers,
    IReadOnlyList<DestinationSwitch> Switches,
    string Definition)
{
    /// <summary>
    /// The longest text that becomes a string. A string is the cheapest constant for the compiler, and all strings of an assembly
    /// have 2^24 bytes together: with two bytes a character this leaves half to others. Longer texts are UTF-8 data, which has no such
    /// bound; in a measurement the compiler took 2 to 4 times as long for it (2 MB: 0.4 to 1.6 s against 1.8 to 4 s).
    /// </summary>
    public const int LongestString = 1 << 22;
}

/// <summary>
/// What the template of a topology class's members sees. The fault says why there is no network, as a string literal;
/// it is nothing where there is one.
/// </summary>
internal sealed record TopologyMembers(
    string Declaration,
    string NameLiteral,
    string SourceFileLiteral,
    string NetworkName,
    string NetworkSummary,
    string DefinitionName,
    string GraphTypeName,
    string? Fault,
    IReadOnlyList<HandleGroup> Groups,
    string Generated);

/// <summary>A class of handles.</summary>
internal sealed record HandleGroup(string ClassName, string TypeName, string Summary, IReadOnlyList<Handle> Handles);

/// <summary>A handle.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Value">What it answers.</param>
/// <param name="Summary">What the element is.</param>
/// <param name="Remarks">What was computed of it, where something was.</param>
internal sealed record Handle(string Name, string Value, string Summary, string? Remarks);

/// <summary>What the template of the entry point sees.</summary>
internal sealed record ProgramFile(IReadOnlyList<string> Topologies, string Generated);

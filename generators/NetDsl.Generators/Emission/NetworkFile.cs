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
/// <param name="IsCarried">Whether an attribute of the class carries the text.</param>
/// <param name="Classifiers">For each source class the method that classifies, or <c>null</c> where the graph does.</param>
/// <param name="Switches">The methods that classify.</param>
/// <param name="Definition">The member that builds the description, which intents are proved of.</param>
internal sealed record GraphClass(
    string TypeName,
    string Literal,
    bool IsCarried,
    IReadOnlyList<string> Classifiers,
    IReadOnlyList<DestinationSwitch> Switches,
    string Definition)
{
    /// <summary>
    /// The longest text that stands in the class's code, as people read it best. An attribute carries longer ones: all strings of an assembly have 2^24 bytes together, that of an
    /// attribute up to 2^29, and the compiler takes 4 s for 5 MB of UTF-8 data in code and a tenth of that in an attribute; see docs/benchmarks.md.
    /// </summary>
    public const int LongestInCode = 1 << 18;
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

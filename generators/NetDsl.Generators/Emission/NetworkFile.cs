namespace NetDsl.Generators.Emission;

/// <summary>What the template of a topology's file sees.</summary>
internal sealed record NetworkFile(
    string Name,
    string SourceFile,
    string Namespace,
    IReadOnlyList<ContainerLine> Containers,
    string Members,
    GraphClass? Graph,
    string Generated);

/// <summary>A type around the topology class.</summary>
/// <param name="Indent">The spaces before it.</param>
/// <param name="Declaration">Such as <c>partial struct Office</c>.</param>
internal sealed record ContainerLine(string Indent, string Declaration);

/// <summary>The class that holds the graph.</summary>
/// <param name="TypeName">Its name.</param>
/// <param name="Text">The graph's text, indented.</param>
/// <param name="Quotes">The quotes around it: more than stand together inside.</param>
/// <param name="Classifiers">For each source class the method that classifies, or <c>null</c> where the graph does.</param>
/// <param name="Switches">The methods that classify.</param>
internal sealed record GraphClass(
    string TypeName,
    string Text,
    string Quotes,
    IReadOnlyList<string> Classifiers,
    IReadOnlyList<DestinationSwitch> Switches);

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
internal sealed record Handle(string Name, string Value, string Summary);

/// <summary>What the template of the entry point sees.</summary>
internal sealed record ProgramFile(IReadOnlyList<string> Topologies, string Generated);

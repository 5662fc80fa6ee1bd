using NetDsl.Compiler.Graph;
using NetDsl.Generators.Naming;
using NetDsl.Generators.Pipeline;
using NetDsl.Model;

namespace NetDsl.Generators.Emission;

/// <summary>Writes the second part of a topology class.</summary>
internal static class NetworkWriter
{
    private const string GraphSuffix = "Graph";

    private static readonly string Generated =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"NetDsl.Generators\", \"{typeof(NetworkWriter).Assembly.GetName().Version.ToString(3)}\")]";

    /// <summary>Writes the file of a topology that was compiled.</summary>
    /// <param name="declaration">Its class.</param>
    /// <param name="topology">The topology.</param>
    /// <param name="graph">What it was compiled to; origins name files relative to the project.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static string Write(
        TopologyClass declaration, Topology topology, ForwardingGraph graph, CancellationToken cancellation) =>
        Write(declaration, topology, Graph(declaration, graph), fault: null, stops: false, cancellation);

    /// <summary>
    /// Writes the file of a topology that has faults: the same members, so that code that uses them can still be bound and
    /// the faults are all that is reported. There is no network in it; asking for it throws.
    /// </summary>
    /// <param name="declaration">Its class.</param>
    /// <param name="topology">As much as could be evaluated; it gives the handles.</param>
    /// <param name="fault">What is wrong.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static string WriteFaulty(
        TopologyClass declaration, Topology topology, string fault, CancellationToken cancellation) =>
        Write(declaration, topology, graph: null, fault, stops: false, cancellation);

    /// <summary>Writes the same with an error that stops the build: for what no analyzer tells.</summary>
    /// <param name="declaration">Its class.</param>
    /// <param name="topology">The topology; it gives the handles.</param>
    /// <param name="fault">What is wrong.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static string WriteStopped(
        TopologyClass declaration, Topology topology, string fault, CancellationToken cancellation) =>
        Write(declaration, topology, graph: null, fault, stops: true, cancellation);

    /// <summary>Writes the entry point.</summary>
    /// <param name="classes">The topology classes of the project.</param>
    public static string WriteProgram(IEnumerable<TopologyClass> classes) =>
        CodeTemplate.Program.Render(new ProgramFile(
            classes
                .Select(DefinitionOf)
                .OrderBy(name => name, StringComparer.Ordinal)
                .ToList(),
            Generated));

    private static string Write(
        TopologyClass declaration, Topology topology, GraphClass? graph, string? fault, bool stops, CancellationToken cancellation)
    {
        var members = new TopologyMembers(
            $"partial class {Identifier.Escape(declaration.Name)}",
            Identifier.Literal(topology.Name),
            Identifier.Literal(declaration.SourceFile),
            OwnName(declaration, MemberNames.Network),
            XmlText.Escape(NetworkSummary(topology, fault)),
            OwnName(declaration, MemberNames.Definition),
            GraphTypeName(declaration, qualified: true),
            fault is null ? null : Identifier.Literal(fault),
            Groups(declaration, topology, withEmpty: fault is not null, cancellation),
            Generated);
        cancellation.ThrowIfCancellationRequested();

        var file = new NetworkFile(
            topology.Name,
            Identifier.Literal(declaration.SourceFile),
            declaration.Namespace,
            CodeTemplate.Members.Render(members),
            graph,
            stops ? fault : null,
            Generated);
        cancellation.ThrowIfCancellationRequested();
        return CodeTemplate.Network.Render(file);
    }

    private static GraphClass Graph(TopologyClass declaration, ForwardingGraph graph)
    {
        var text = ForwardingGraphText.Write(graph).TrimEnd('\n');
        var isCarried = text.Length > GraphClass.LongestInCode;
        var switches = DestinationSwitch.For(graph);
        return new GraphClass(
            GraphTypeName(declaration, qualified: false),
            isCarried ? TextLiteral.Verbatim(text) : TextLiteral.Indented(text, depth: 2),
            isCarried,
            switches.Select(each => each?.MethodName ?? "null").ToList(),
            switches.OfType<DestinationSwitch>().ToList(),
            DefinitionOf(declaration));
    }

    // A class that is missing where a directive names it, as in using static Shop.Instances, is an error that keeps the compiler
    // from running analyzers: the fault would not be told. So a faulty topology gets the empty ones too.
    private static List<HandleGroup> Groups(TopologyClass declaration, Topology topology, bool withEmpty, CancellationToken cancellation)
    {
        var described = ElementDescription.All(topology).ToLookup(each => each.Element.Id.Kind);

        // Of a part of a network nothing is computed.
        var remarks = withEmpty ? null : new ElementRemarks(topology, cancellation);
        return HandleKind.All
            .Where(kind => withEmpty || described.Contains(kind.Kind))
            .Select(kind => Group(declaration, kind, described[kind.Kind].ToList(), remarks))
            .ToList();
    }

    private static HandleGroup Group(
        TopologyClass declaration, HandleKind kind, List<(Element Element, string Text)> elements, ElementRemarks? remarks)
    {
        var className = OwnName(declaration, kind.ClassName);
        var names = HandleNames.For(elements.Select(each => each.Element.Id.Path), className);
        return new HandleGroup(
            className,
            kind.IsEndpoint ? "global::NetDsl.ElementEndpoint" : "global::NetDsl.Model.ElementId",
            $"The {kind.Plural} of the network, by name.",
            elements
                .Select(each => new Handle(names[each.Element.Id.Path], Value(each.Element.Id, kind), XmlText.Escape(each.Text), remarks?.Of(each.Element) is { } remark ? XmlText.Escape(remark) : null))
                .ToList());
    }

    private static string Value(ElementId id, HandleKind kind)
    {
        var arguments = $"global::NetDsl.Model.ElementKind.{id.Kind}, {Identifier.Literal(id.Path)}";
        return kind.IsEndpoint ? $"new(new({arguments}))" : $"new({arguments})";
    }

    private static string NetworkSummary(Topology topology, string? fault) => fault is null
        ? $"The compiled network '{topology.Name}'; compiled once, when it is first asked for."
        : $"There is no network '{topology.Name}' while its definition has faults: asking for it throws.";

    private static string DefinitionOf(TopologyClass declaration) => $"{declaration.QualifiedName}.{OwnName(declaration, MemberNames.Definition)}";

    /// <summary>The name of a generated member, numbered where the author has a member of that name.</summary>
    private static string OwnName(TopologyClass declaration, string name) =>
        HandleNames.Numbered(name, new HashSet<string>(declaration.TakenNames, StringComparer.Ordinal));

    private static string GraphTypeName(TopologyClass declaration, bool qualified)
    {
        var name = declaration.Name + GraphSuffix;
        return !qualified ? name
            : declaration.Namespace.Length == 0 ? $"global::{name}"
            : $"global::{declaration.Namespace}.{name}";
    }
}

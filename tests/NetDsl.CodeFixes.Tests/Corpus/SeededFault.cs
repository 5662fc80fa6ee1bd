using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Evaluation;
using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.CodeFixes.Tests.Corpus;

/// <summary>
/// A file of <c>samples/faults</c>: a topology with one seeded fault, and its repaired twin. A comment at the line of the fault tells its rule, the text
/// that is underlined, and the message.
/// </summary>
sealed partial class SeededFault
{
    const string FixedByNetDsl = "What the code fix makes of it.";

    SeededFault(string path, SyntaxTree tree)
    {
        Path = path;
        Tree = tree;
        var classes = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().ToList();
        Assert.Equal(2, classes.Count);
        Assert.Equal(classes[0].Identifier.Text + "Repaired", classes[1].Identifier.Text);
        Assert.Equal(System.IO.Path.GetFileNameWithoutExtension(path), classes[0].Identifier.Text);
        (Faulty, Repaired) = (classes[0], classes[1]);
    }

    public static string Folder => System.IO.Path.Combine(Repository.Root, "samples/faults");

    public string Path { get; }

    /// <summary>The rule, by the folder.</summary>
    public string Rule => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path))!;

    public string Name => Faulty.Identifier.Text;

    public SyntaxTree Tree { get; }

    public ClassDeclarationSyntax Faulty { get; }

    public ClassDeclarationSyntax Repaired { get; }

    /// <summary>Whether the twin is, letter by letter, what the code fix makes of the fault.</summary>
    public bool IsFixedByNetDsl => Repaired.GetLeadingTrivia().ToFullString().Contains(FixedByNetDsl, StringComparison.Ordinal);

    /// <summary>The files that its project has beside it, data and a lock file, which lie in the folder of the rule.</summary>
    public IReadOnlyList<DataFileText> DataFiles =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(Path)!, "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => new DataFileText(System.IO.Path.GetFileName(file), File.ReadAllText(file))),
    ];

    /// <summary>The findings that the comments tell.</summary>
    public IEnumerable<string> Expected => Comment().Matches(Tree.ToString())
        .Select(comment => $"{LineOf(Tree, comment.Index)}: {comment.Groups["finding"].Value.Trim()}");

    public static IReadOnlyList<SeededFault> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new SeededFault(path, TopologyPrograms.Parse(File.ReadAllText(path), path))),
    ];

    /// <summary>A finding as a comment tells it, behind its line.</summary>
    public static string Show(Diagnostic found)
    {
        var tree = found.Location.SourceTree!;
        return $"{LineOf(tree, found.Location.SourceSpan.Start)}: {found.Id} at `{tree.GetText().ToString(found.Location.SourceSpan)}`: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    /// <summary>The statements of a topology, without comments that tell findings.</summary>
    public static string Statements(ClassDeclarationSyntax topology) =>
        Comment().Replace(topology.Members.OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == "Define").Body!.ToString(), "");

    /// <summary>The file as its author would have it, without comments that tell findings.</summary>
    public string Source => Comment().Replace(Tree.ToString(), "");

    /// <summary>The file with the findings that there are, for somebody to look at.</summary>
    public string WithFindings(IEnumerable<Diagnostic> found)
    {
        var lines = Source.Split('\n');
        foreach (var diagnostic in found)
        {
            var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
            lines[line] += $" // {Show(diagnostic).Split(": ", 2)[1]}";
        }

        return string.Join('\n', lines);
    }

    /// <summary>The network of one of its classes.</summary>
    public static Topology Evaluate(Compilation compilation, string name) => TopologyEvaluator.Evaluate(
        compilation, TopologyPrograms.TopologyClassesOf(compilation).Single(topology => topology.Name == name), CancellationToken.None).Topology!;

    static int LineOf(SyntaxTree tree, int position) => tree.GetText().Lines.GetLinePosition(position).Line + 1;

    [GeneratedRegex(@" // (?<finding>ND\d{4} at `.*)$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}

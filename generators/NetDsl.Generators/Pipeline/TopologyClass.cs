using NetDsl.Model;

namespace NetDsl.Generators.Pipeline;

/// <summary>How the class marked <c>[Topology]</c> is declared: what its second part has to repeat.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace as C# writes it; empty for the global one.</param>
/// <param name="QualifiedName">The name by which any code can mean it, such as <c>global::Acme.Shop</c>.</param>
/// <param name="FileStem">The name of its file without what all such files end in, such as <c>Acme.Shop</c>.</param>
/// <param name="TakenNames">The names that generated members would have and that the author has used, sorted.</param>
/// <param name="SourceFile">The file of <c>Define</c>.</param>
public sealed record TopologyClass(
    string Name,
    string Namespace,
    string QualifiedName,
    string FileStem,
    EquatableArray<string> TakenNames,
    string SourceFile)
{
    /// <summary>The same, its source file named relative to a folder.</summary>
    internal TopologyClass RelativeTo(string folder) => this with { SourceFile = SourcePath.Relative(SourceFile, folder) };
}

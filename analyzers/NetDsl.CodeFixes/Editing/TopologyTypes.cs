using Microsoft.CodeAnalysis;
using NetDsl.Evaluation;

namespace NetDsl.CodeFixes.Editing;

/// <summary>Finds the topology classes of a compilation.</summary>
internal static class TopologyTypes
{
    public static IEnumerable<INamedTypeSymbol> In(Compilation compilation, CancellationToken cancellation) =>
        In(compilation.Assembly.GlobalNamespace, cancellation);

    private static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol container, CancellationToken cancellation)
    {
        foreach (var member in container.GetMembers())
        {
            cancellation.ThrowIfCancellationRequested();
            if (member is INamedTypeSymbol type && TopologyClasses.IsTopology(type))
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var found in In(inner, cancellation))
                {
                    yield return found;
                }
            }
        }
    }
}

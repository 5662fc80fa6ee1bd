using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Memory;

/// <summary>
/// Which references a compilation has. In an editor some are other compilations, with all their symbols, that nothing may keep alive
/// here; so they are known weakly, and one that is gone is the same as none.
/// </summary>
internal sealed class ReferenceIdentity(Compilation compilation)
{
    private readonly (WeakReference<object> Target, MetadataReferenceProperties Properties)[] references =
        [.. compilation.References.Select(reference => (new WeakReference<object>(Target(reference)), reference.Properties))];

    public bool Holds(Compilation other)
    {
        var index = 0;
        foreach (var reference in other.References)
        {
            if (index == references.Length
                || !references[index].Target.TryGetTarget(out var target)
                || !ReferenceEquals(target, Target(reference))
                || references[index].Properties != reference.Properties)
            {
                return false;
            }

            index++;
        }

        return index == references.Length;
    }

    private static object Target(MetadataReference reference) =>
        reference is CompilationReference { Compilation: var referenced } ? referenced : reference;
}

using System.Reflection;
using System.Reflection.Emit;

namespace NetDsl.Evaluation.Types;

/// <summary>Room for shells of different names, which may refer to each other.</summary>
internal sealed class ShellModule
{
    // A module is collected when nobody uses any type of it any more: few enough that one does not hold many.
    private const int MostTypes = 200;
    private static int made;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public ModuleBuilder Builder { get; } = AssemblyBuilder
        .DefineDynamicAssembly(new AssemblyName($"NetDsl.Shells.{Interlocked.Increment(ref made)}"), AssemblyBuilderAccess.RunAndCollect)
        .DefineDynamicModule("Shells");

    public bool IsFull => names.Count >= MostTypes;

    /// <summary>Whether no type has the name yet; it has it from now on.</summary>
    public bool Takes(string name) => names.Add(name);
}

using System.Reflection;
using System.Runtime.Loader;

namespace NetDsl.Cli.Sources;

/// <summary>
/// Loads the user's assembly with its own dependencies, except NetDsl itself: its types must be those of this program, or a
/// topology of the one could not be looked at by the other.
/// </summary>
internal sealed class TopologyLoadContext(string assemblyPath) : AssemblyLoadContext("netdsl source")
{
    private readonly AssemblyDependencyResolver resolver = new(assemblyPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (IsShared(assemblyName.Name))
        {
            return Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
        }

        return resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    private static bool IsShared(string? name) =>
        name is "NetDsl" or "NetDsl.Compiler" or "NetDsl.Runtime" or "NetDsl.Simulation" or "NetDsl.Interop" or "NetDsl.Cli";
}

using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using NetDsl.Evaluation;
using NetDsl.Model;

namespace NetDsl.Testing;

/// <summary>A compilation, compiled and loaded, whose topology classes can be run.</summary>
public sealed class LoadedTopologies : IDisposable
{
    readonly AssemblyLoadContext context = new("topology", isCollectible: true);
    readonly Assembly assembly;

    /// <summary>Compiles and loads; a compile error is an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="compilation">What is compiled.</param>
    /// <param name="files">Data files of the project, which the assembly carries.</param>
    public LoadedTopologies(Compilation compilation, IEnumerable<DataFileText>? files = null)
    {
        using var bytes = new MemoryStream();
        var emitted = compilation.Emit(bytes, manifestResources: (files ?? []).Select(file =>
            new ResourceDescription(file.Name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.Text)), isPublic: true)));
        if (!emitted.Success)
        {
            throw new InvalidOperationException(
                "The program does not compile:\n" + string.Join('\n', emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
        }

        bytes.Position = 0;
        assembly = context.LoadFromStream(bytes);
    }

    /// <summary>Runs a topology class; what it throws comes out as it is.</summary>
    public Topology Run(INamedTypeSymbol topology) => Run(topology.ToDisplayString(), topology.Name);

    /// <summary>Runs a topology class; what it throws comes out as it is.</summary>
    /// <param name="className">Its full name.</param>
    /// <param name="network">The name of the network.</param>
    public Topology Run(string className, string network)
    {
        var define = assembly.GetType(className, throwOnError: true)!
            .GetMethod(TopologyClasses.DefinitionName, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        var builder = new NetworkBuilder(network);
        define.CreateDelegate<Action<NetworkBuilder>>()(builder);
        return builder.Build();
    }

    /// <inheritdoc/>
    public void Dispose() => context.Unload();
}

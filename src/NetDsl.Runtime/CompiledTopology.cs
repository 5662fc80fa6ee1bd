using NetDsl.Model;

namespace NetDsl.Runtime;

/// <summary>A topology as the generator hands it to a host: what it is called, where it stands, and how to get it.</summary>
/// <param name="Name">The name of the class that defines it.</param>
/// <param name="SourceFile">The file of its <c>Define</c> method, relative to the project.</param>
/// <param name="Build">Builds the description by running <c>Define</c>.</param>
/// <param name="Network">The compiled network.</param>
public sealed record CompiledTopology(string Name, string SourceFile, Func<Topology> Build, Func<CompiledNetwork> Network);

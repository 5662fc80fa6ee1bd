using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>A policy of resources of a service of the vendor's.</summary>
/// <param name="Service">The service.</param>
/// <param name="Resource">A pattern of the resources.</param>
/// <param name="Endpoints">The endpoints by which requests for them may come.</param>
/// <param name="Origin">Where it was declared.</param>
public sealed record GraphResourcePolicy(int Service, string Resource, EquatableArray<int> Endpoints, Origin Origin);

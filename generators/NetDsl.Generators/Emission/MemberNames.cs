namespace NetDsl.Generators.Emission;

/// <summary>The names of the members that a topology class gets.</summary>
internal static class MemberNames
{
    /// <summary>The compiled network.</summary>
    public const string Network = nameof(Network);

    /// <summary>The topology as hosts take it.</summary>
    public const string Definition = nameof(Definition);

    /// <summary>All of them: these two, and the classes that hold handles.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Network, Definition, .. HandleKind.All.Select(kind => kind.ClassName)];
}

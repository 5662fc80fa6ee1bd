namespace NetDsl.Simulation;

/// <summary>Paths of elements, and what people call them by.</summary>
internal static class ElementPath
{
    /// <summary>Whether a path is what people call it by: itself, or its end from some name on.</summary>
    public static bool IsCalled(string path, string name) => path == name || path.EndsWith("/" + name, StringComparison.Ordinal);
}

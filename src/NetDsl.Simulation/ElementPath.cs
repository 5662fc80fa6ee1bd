namespace NetDsl.Simulation;

/// <summary>Paths of elements, and what people call them by.</summary>
public static class ElementPath
{
    /// <summary>Whether a path is what people call it by: itself, or its end from some name on.</summary>
    /// <param name="path">For example <c>us-east-1/shop/web-a</c>.</param>
    /// <param name="name">For example <c>web-a</c>, or <c>shop/web-a</c>.</param>
    public static bool IsCalled(string path, string name) => path == name || path.EndsWith("/" + name, StringComparison.Ordinal);
}

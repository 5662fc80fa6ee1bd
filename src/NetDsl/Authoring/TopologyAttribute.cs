namespace NetDsl;

/// <summary>
/// Marks a <c>static partial</c> class that defines a network in <c>static void Define(NetworkBuilder network)</c>.
/// The compiler evaluates it, checks it, and adds the compiled network and a handle for each element to the class.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TopologyAttribute : Attribute;

using System.ComponentModel;

namespace NetDsl.Evaluation.Types;

/// <summary>
/// An object of a type that the user's program declares. Its real type is an empty shell, made so that collections, queries and type
/// tests of the base library treat it as what it is; what it holds, and all that it does, is the interpreter's.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IShell
{
    /// <summary>What the object holds; nothing in a struct that is all zero.</summary>
    object? State { get; set; }
}

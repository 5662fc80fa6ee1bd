using NetDsl.Model;

namespace NetDsl.Compiler.Reachability.Edits;

/// <summary>Elements with one of them changed.</summary>
internal static class EditedElements
{
    /// <summary>The same elements, but for the one with the identity of the changed one.</summary>
    public static EquatableArray<T> With<T>(this EquatableArray<T> elements, T changed)
        where T : Element => elements.Select(each => each.Id == changed.Id ? changed : each).ToEquatableArray();
}

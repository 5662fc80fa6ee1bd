namespace NetDsl.Model;

/// <summary>A tag of an element: a key, and a value that may be empty. Source: "Tag your Amazon EC2 resources", Amazon EC2 User Guide.</summary>
/// <param name="Key">1 to 128 characters, once an element.</param>
/// <param name="Value">At most 256 characters.</param>
/// <param name="Origin">The whole call.</param>
public sealed record Tag(string Key, string Value, Origin Origin);

/// <summary>An element that tags can be put on.</summary>
public interface ITagged
{
    /// <summary>Its own tags, in the order in which they were put on.</summary>
    EquatableArray<Tag> Tags { get; }
}

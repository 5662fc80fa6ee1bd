namespace NetDsl.Authoring.Data;

/// <summary>Where the text of data files comes from: at run time from the program, at compile time from the project.</summary>
internal interface IDataSource
{
    /// <summary>The file of that name; nothing when there is none.</summary>
    /// <param name="name">The path from the folder of the project, with forward slashes.</param>
    DataFile? Find(string name);
}

/// <summary>A data file.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Path">Where it lies, for an editor to open; nothing at run time.</param>
internal sealed record DataFile(string Text, string? Path);

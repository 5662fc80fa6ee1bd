namespace NetDsl.Authoring.Data;

/// <summary>Is told which text every value without parts came from, and the keys of dictionaries.</summary>
internal interface IDataSink
{
    /// <summary>Passes a value on; an equal object of the same type may take its place.</summary>
    /// <param name="value">What is given to the user's program.</param>
    /// <param name="from">The text that it was made of.</param>
    object? Mark(object? value, DataValue from);
}

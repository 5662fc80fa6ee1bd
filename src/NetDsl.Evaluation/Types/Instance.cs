namespace NetDsl.Evaluation.Types;

/// <summary>
/// What an object of a type of the program holds: one value a field. Those of structs never change: a struct with another
/// value in a field is another object, as it is another value.
/// </summary>
internal sealed class Instance(UserType type, object?[] fields)
{
    public UserType Type { get; } = type;

    public object?[] Fields { get; } = fields;
}

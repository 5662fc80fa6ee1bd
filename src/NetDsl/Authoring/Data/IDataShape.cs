namespace NetDsl.Authoring.Data;

/// <summary>
/// What data has to look like to become a value of some type, and how that value is made. At run time the type is one of
/// the runtime; to the evaluator it is a symbol. Which data fits is the business of <see cref="DataBinder"/>.
/// </summary>
internal interface IDataShape
{
    /// <summary>The name of the type alone, without namespace, arguments and question mark.</summary>
    string Name { get; }

    /// <summary>Whether null is a value of the type.</summary>
    bool TakesNull { get; }
}

/// <summary>Text, true or false, or a number.</summary>
internal interface IScalarShape : IDataShape
{
    /// <summary>Text, boolean, or one of the numbers.</summary>
    TypeCode Code { get; }
}

/// <summary>An enum, whose members data gives by name.</summary>
internal interface IEnumShape : IDataShape
{
    IReadOnlyList<string> Members { get; }

    object? Create(string member);
}

/// <summary>A list or array.</summary>
internal interface IListShape : IDataShape
{
    IDataShape Element { get; }

    object? Create(IReadOnlyList<object?> items);
}

/// <summary>A dictionary from text to something.</summary>
internal interface IDictionaryShape : IDataShape
{
    IDataShape Value { get; }

    /// <param name="entries">In the order of the file; no two have the same key.</param>
    object? Create(IReadOnlyList<KeyValuePair<string, object?>> entries);
}

/// <summary>A record, class or struct of the user's.</summary>
internal interface IRecordShape : IDataShape
{
    /// <summary>
    /// The parameters of its constructor and the properties that can be set beside them. No two names differ by case only.
    /// </summary>
    IReadOnlyList<IDataMemberShape> Members { get; }

    /// <param name="values">A value for each member that the data has, and for all that are required.</param>
    object? Create(IReadOnlyDictionary<IDataMemberShape, object?> values);
}

/// <summary>A parameter or property that data gives a value.</summary>
internal interface IDataMemberShape
{
    /// <summary>As C# names it.</summary>
    string Name { get; }

    IDataShape Shape { get; }

    /// <summary>
    /// Whether data must give it: a property that is <c>required</c>, and a parameter that neither has a default nor takes null.
    /// </summary>
    bool IsRequired { get; }
}

/// <summary>A type that data cannot give.</summary>
internal interface IUnfitShape : IDataShape
{
    UnfitReason Reason { get; }
}

/// <summary>Why data cannot give a value of some type.</summary>
internal enum UnfitReason
{
    /// <summary>It is abstract, or none of the kinds of types that there is a shape for.</summary>
    OtherType,

    /// <summary>It can be made in several ways.</summary>
    SeveralConstructors,

    /// <summary>It can be made in no way.</summary>
    NoConstructor,
}

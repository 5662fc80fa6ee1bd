namespace NetDsl.Generators;

/// <summary>The names of the generator's steps, by which tests ask what an edit made run again.</summary>
public static class TrackingNames
{
    /// <summary>A class marked <c>[Topology]</c> was found; all that is known of it is its name.</summary>
    public const string Found = nameof(Found);

    /// <summary>A class marked <c>[Topology]</c> was evaluated; the topology compares by value.</summary>
    public const string Evaluated = nameof(Evaluated);

    /// <summary>A topology was checked, lowered and written as C#; the text compares by value.</summary>
    public const string Written = nameof(Written);

    /// <summary>The texts got file names that differ.</summary>
    public const string Named = nameof(Named);

    /// <summary>The program that runs the topologies of an executable project was written.</summary>
    public const string Program = nameof(Program);
}

namespace NetDsl.Evaluation.Tests.Language;

/// <summary>A group of constructs, as the page of the language shows them.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Constructs">Each once.</param>
sealed record Area(string Title, IReadOnlyList<Construct> Constructs);

/// <summary>One construct of C#, in a program that tells whether it means what the language says.</summary>
/// <param name="Name">What the language calls it; unique among all constructs.</param>
/// <param name="Clause">The title of the clause of the C# specification, or of the feature's specification, that says what it means.</param>
/// <param name="Program">The body of <c>static string Result()</c>, in the form that <see cref="ConstructProgram"/> reads.</param>
/// <param name="Expected">The text that the clause makes of the program, written down by hand.</param>
record Construct(string Name, string Clause, string Program, string Expected);

/// <summary>A construct that has no place in a description of a network.</summary>
/// <param name="Name">What the language calls it.</param>
/// <param name="Clause">The title of the clause that it belongs to.</param>
/// <param name="Program">A program that compiles; it need not run.</param>
/// <param name="Expected">How the finding starts: its rule, and its message up to where wording is free.</param>
sealed record RefusedConstruct(string Name, string Clause, string Program, string Expected) : Construct(Name, Clause, Program, Expected);

using NetDsl.Compiler.Checks;

namespace NetDsl.Evaluation;

/// <summary>What the evaluator can find in a definition. All are errors: without them there is no whole topology.</summary>
public static class EvaluationRules
{
    private const string Category = RuleCategory.Evaluation;

    /// <summary>A construct of C# that the evaluator does not take.</summary>
    public static Rule UnsupportedConstruct { get; } =
        new("ND0001", "Construct cannot be evaluated at compile time", Category, Severity.Error);

    /// <summary>A member of a library that is not on the list of pure members.</summary>
    public static Rule MemberNotCallable { get; } =
        new("ND0002", "Member cannot be called at compile time", Category, Severity.Error);

    /// <summary>Too many steps, calls, elements, or too much time.</summary>
    public static Rule BoundExceeded { get; } =
        new("ND0003", "Definition goes past a bound of evaluation", Category, Severity.Error);

    /// <summary>An exception that running the definition would throw, too.</summary>
    public static Rule DefinitionThrows { get; } =
        new("ND0004", "Definition throws an exception", Category, Severity.Error);

    /// <summary>A topology class that nothing can be added to, or that defines nothing.</summary>
    public static Rule WrongShape { get; } =
        new("ND0005", "Topology class has the wrong shape", Category, Severity.Error);

    /// <summary>A helper that is compiled already, so that there is nothing to read.</summary>
    public static Rule HelperWithoutSource { get; } =
        new("ND0006", "Helper has no source in this project", Category, Severity.Error);

    /// <summary>A fault of NetDsl itself, or a compiler newer than it.</summary>
    public static Rule EvaluatorFault { get; } =
        new("ND0007", "Evaluator met something that it does not know", Category, Severity.Error);

    /// <summary>A bound of evaluation that the project sets to something that is no number.</summary>
    public static Rule InvalidSetting { get; } =
        new("ND0008", "Setting of evaluation cannot be read", Category, Severity.Error);

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        UnsupportedConstruct,
        MemberNotCallable,
        BoundExceeded,
        DefinitionThrows,
        WrongShape,
        HelperWithoutSource,
        EvaluatorFault,
        InvalidSetting,
    ];

    /// <summary>What is said where NetDsl itself fails, in one line.</summary>
    /// <param name="exception">With what it failed.</param>
    public static string Fault(Exception exception) =>
        $"NetDsl failed here with {exception.GetType().Name}: {exception.Message.Split('\r', '\n', '\u0085', '\u2028', '\u2029')[0]}; this is a fault of NetDsl, please report it";
}

using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>Notes what one walk asks and what it names, so that it need not be made again while the answers stay.</summary>
internal sealed class WalkRecorder(FactTable table)
{
    private readonly long number = table.NextRecorder();
    private readonly List<Fact> facts = [];
    private readonly List<object> names = [];

    /// <summary>Whether the walk asked something that is not remembered, so that it is made anew each time.</summary>
    public bool IsForgotten { get; private set; }

    /// <summary>What was asked.</summary>
    public Fact[] Facts => [.. facts];

    /// <summary>What was named, in order; see <see cref="Names"/>.</summary>
    public object[] Named => [.. names];

    public object? Ask(Question question) => Note(table.Of(question)).Current;

    public object? Ask(ElementId element) => Note(table.Of(element)).Current;

    public void Name(object name) => names.Add(name);

    public void Forget() => IsForgotten = true;

    private Fact Note(Fact fact)
    {
        if (fact.NotedBy != number)
        {
            fact.NotedBy = number;
            facts.Add(fact);
        }

        return fact;
    }
}

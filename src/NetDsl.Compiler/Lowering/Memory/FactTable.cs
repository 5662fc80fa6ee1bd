using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>
/// What walks have asked, each question once. A lowering that is under way asks each question at most once, however many walks do, and what it finds out replaces what was
/// remembered only when it comes to its end: of one that is cancelled nothing stays.
/// </summary>
internal sealed class FactTable
{
    private readonly Dictionary<Question, Fact> facts = [];
    private readonly Dictionary<ElementId, Fact> elements = [];
    private readonly List<Fact> changed = [];
    private AskedNetwork? network;
    private long recorders;

    /// <summary>The number of the lowering that is under way, or was last.</summary>
    public int Lowering { get; private set; }

    /// <summary>How many questions there are.</summary>
    public int Count => facts.Count + elements.Count;

    /// <summary>The number of one that is going to note what a walk asks; above 0.</summary>
    public long NextRecorder() => ++recorders;

    /// <summary>A lowering begins.</summary>
    public void Begin(AskedNetwork asked)
    {
        network = asked;
        Lowering++;
        changed.Clear();
    }

    /// <summary>The lowering has come to its end: its answers are those that are remembered.</summary>
    public void Commit()
    {
        foreach (var fact in changed)
        {
            fact.Remembered = fact.Current;
        }

        End();
    }

    /// <summary>The lowering is over; the network is not held any longer.</summary>
    public void End()
    {
        changed.Clear();
        network = null;
    }

    /// <summary>What an element is, all of it.</summary>
    public Fact Of(ElementId element)
    {
        if (!elements.TryGetValue(element, out var fact))
        {
            elements.Add(element, fact = new Fact(new ElementQuestion(element)));
        }

        return Asked(fact);
    }

    /// <summary>The question, with its answer.</summary>
    public Fact Of(Question question)
    {
        if (!facts.TryGetValue(question, out var fact))
        {
            facts.Add(question, fact = new Fact(question));
        }

        return Asked(fact);
    }

    /// <summary>Whether the answer is what it was.</summary>
    public bool Holds(Fact fact) => Asked(fact).Holds;

    private Fact Asked(Fact fact)
    {
        if (fact.AskedIn != Lowering)
        {
            fact.Current = fact.Question.Answer(network!);
            fact.Holds = Origin.AreEqualElsewhere(fact.Remembered, fact.Current);
            fact.AskedIn = Lowering;
            if (!fact.Holds)
            {
                changed.Add(fact);
            }
        }

        return fact;
    }
}

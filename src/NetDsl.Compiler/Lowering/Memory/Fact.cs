namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>A question and the answers that it got: in the lowering that is remembered, and in the one that is under way.</summary>
/// <param name="question">The question.</param>
internal sealed class Fact(Question question)
{
    public Question Question { get; } = question;

    /// <summary>The answer in the lowering that is remembered.</summary>
    public object? Remembered { get; set; }

    /// <summary>The answer in the lowering that is under way; only where it was asked there.</summary>
    public object? Current { get; set; }

    /// <summary>The lowering that asked last.</summary>
    public int AskedIn { get; set; }

    /// <summary>Whether both answers are the same, wherever what they tell of was written.</summary>
    public bool Holds { get; set; }

    /// <summary>The number of who noted it last, so that one walk notes it once.</summary>
    public long NotedBy { get; set; }
}

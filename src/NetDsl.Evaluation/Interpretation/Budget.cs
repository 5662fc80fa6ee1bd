using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// What an evaluation has spent. Going past a limit raises <see cref="BudgetExceededException"/>, which the interpreter turns
/// into a finding at the operation in progress.
/// </summary>
internal sealed class Budget(EvaluationLimits limits, CancellationToken cancellation)
{
    private const int StepsBetweenLooksAtTheClock = 1024;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private const int WorkOfAStep = 16;
    private const int MostLibraryCalls = 150;
    private long steps;
    private long work;
    private int depth;
    private int libraryCalls;
    private long elements;
    private int untilClock = StepsBetweenLooksAtTheClock;

    /// <summary>Whether a bound was passed that another machine, or the same at another hour, would not have passed.</summary>
    public bool EndedByMachine { get; private set; }

    /// <summary>To be called for each operation.</summary>
    public void Step(int count = 1)
    {
        steps += count;
        if (steps > limits.Steps)
        {
            throw new BudgetExceededException(
                $"this takes more than {limits.Steps:N0} steps; let the loop end, or describe less in one topology", isAboutLoops: true);
        }

        LookAtClock(count);
    }

    /// <summary>To be called before the base library looks at that many elements or characters, which goes faster than steps do.</summary>
    public void Work(long count)
    {
        work += count;
        if (work >= WorkOfAStep)
        {
            var whole = work / WorkOfAStep;
            work %= WorkOfAStep;
            Step((int)Math.Min(whole, int.MaxValue));
        }
    }

    /// <summary>To be called before elements or characters are made or walked.</summary>
    public void Elements(long count)
    {
        elements += count;
        if (elements > limits.Elements)
        {
            throw new BudgetExceededException(
                $"this makes more than {limits.Elements:N0} elements and characters in all; keep collections and text small");
        }

        LookAtClock((int)Math.Min(count, StepsBetweenLooksAtTheClock));
    }

    public void EnterCall() => EnterCallBack(null);

    /// <summary>To be called before a function runs that something else was given.</summary>
    /// <param name="innermostCall">The call of the program that led there.</param>
    public void EnterCallBack(SyntaxNode? innermostCall)
    {
        if (++depth > limits.CallDepth)
        {
            depth--;
            throw new BudgetExceededException(
                $"calls are nested more than {limits.CallDepth:N0} deep; let the recursion end, or write a loop", at: innermostCall);
        }
    }

    public void LeaveCall() => depth--;

    /// <summary>
    /// To be called before the base library is called, which may call back. Some of it wraps what a function throws, again at each level,
    /// so that to leave many levels would take minutes.
    /// </summary>
    public void EnterLibrary()
    {
        if (++libraryCalls > MostLibraryCalls)
        {
            libraryCalls--;
            throw new BudgetExceededException(
                $"calls of the base library are nested more than {MostLibraryCalls} deep; let the recursion end, or write a loop");
        }
    }

    public void LeaveLibrary() => libraryCalls--;

    /// <summary>To be called when a query is made over queries that deep.</summary>
    public void Sequence(int queries)
    {
        if (queries > limits.SequenceDepth)
        {
            throw new BudgetExceededException(
                $"queries are nested more than {limits.SequenceDepth} deep; make a list of each with ToList");
        }
    }

    /// <summary>To be called before anything that may call itself: overflowing the stack would end the whole compiler.</summary>
    public void Stack()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
        catch (InsufficientExecutionStackException)
        {
            EndedByMachine = true;
            throw new BudgetExceededException(
                "calls and expressions are nested too deeply here; let the recursion end, or split the expression");
        }
    }

    private void LookAtClock(int weight)
    {
        untilClock -= weight;
        if (untilClock > 0)
        {
            return;
        }

        untilClock = StepsBetweenLooksAtTheClock;
        cancellation.ThrowIfCancellationRequested();
        if (watch.Elapsed > limits.Time)
        {
            EndedByMachine = true;
            throw new BudgetExceededException(
                $"the definition takes longer than {limits.Time.TotalSeconds:0.##} seconds to evaluate; describe less in one topology", isAboutLoops: true);
        }
    }
}

/// <summary>A limit was passed; the message says which and what to do.</summary>
internal sealed class BudgetExceededException(string message, bool isAboutLoops = false, SyntaxNode? at = null) : Exception(message)
{
    /// <summary>Whether the innermost loop is what takes too long, whatever it does at that moment.</summary>
    public bool IsAboutLoops { get; } = isAboutLoops;

    /// <summary>Where to tell it; nothing where the operation in progress is at fault.</summary>
    public SyntaxNode? At { get; } = at;
}

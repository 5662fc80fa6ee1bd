using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Types;

namespace NetDsl.Evaluation.Interpretation;

/// <content>What is missing somewhere, because a statement could not be evaluated.</content>
internal sealed partial class Interpreter
{
    private readonly HashSet<object> incomplete = new(Identity.Comparer);

    /// <summary>Remembers that something was not put into a collection, or that what completes an expectation is missing.</summary>
    public void Miss(object? collection)
    {
        (collection as ExpectationBuilder)?.Abandon();
        if (collection is not null and not string and not IShell && collection.GetType().Assembly != typeof(NetworkBuilder).Assembly)
        {
            incomplete.Add(collection);
        }
    }

    /// <summary>Leaves the statement when a collection cannot be walked: it is not all there, or its order differs from run to run.</summary>
    public void KeepWalkable(object? walked)
    {
        KeepWhole(walked, []);
        HashOrder.Check(walked);
    }

    /// <summary>Leaves the statement when something that it looks at is not all there: what it would find is not true.</summary>
    public void KeepWhole(object? self, object?[] arguments)
    {
        if (incomplete.Count == 0)
        {
            return;
        }

        if ((self is not null && incomplete.Contains(self)) || arguments.Any(argument => argument is not null && incomplete.Contains(argument)))
        {
            throw Abandon();
        }
    }
}

namespace NetDsl.Evaluation.Tests;

/// <summary>A variable in sight.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Assignable">Whether it may be assigned.</param>
/// <param name="Capturable">Whether a lambda may use it.</param>
/// <param name="Function">How many functions are around it.</param>
sealed record Variable(string Type, string Name, bool Assignable, bool Capturable, int Function);

/// <summary>The variables in sight, as the writing proceeds.</summary>
sealed class Scope
{
    readonly List<Variable> variables = [];
    readonly Stack<(int Count, int Floor, int Function)> frames = new();
    int floor;
    int function;

    public int Depth => frames.Count;

    /// <summary>How many functions are around the place where is written.</summary>
    public int Function => function;

    public void Open() => frames.Push((variables.Count, floor, function));

    public void OpenFunction()
    {
        Open();
        function++;
    }

    public void OpenStatic()
    {
        OpenFunction();
        floor = variables.Count;
    }

    public void Close()
    {
        (var count, floor, function) = frames.Pop();
        variables.RemoveRange(count, variables.Count - count);
    }

    public void Declare(string type, string name, bool assignable = false, bool capturable = true) =>
        variables.Add(new Variable(type, name, assignable, capturable, function));

    /// <summary>Declares in the frame around the current one.</summary>
    public void DeclareOutside(string type, string name, bool assignable, bool capturable)
    {
        var (count, outerFloor, outerFunction) = frames.Pop();
        variables.Insert(count, new Variable(type, name, assignable, capturable, outerFunction));
        frames.Push((count + 1, outerFloor, outerFunction));
    }

    public bool Has(string type, bool assignable)
    {
        // The question that is asked most: each production asks it, at each place.
        for (var index = variables.Count - 1; index >= floor; index--)
        {
            var variable = variables[index];
            if (variable.Type == type && (variable.Assignable || !assignable) && (variable.Function == function || MayBeCaptured(variable)))
            {
                return true;
            }
        }

        return false;
    }

    public IReadOnlyList<Variable> All(string type, bool assignable = false) => [.. Seen(type, assignable)];

    public IReadOnlyList<Variable> All(Func<Variable, bool> which) => [.. Seen().Where(which)];

    IEnumerable<Variable> Seen(string type, bool assignable) =>
        Seen().Where(variable => variable.Type == type && (variable.Assignable || !assignable));

    IEnumerable<Variable> Seen() => variables.Skip(floor).Where(variable => variable.Function == function || MayBeCaptured(variable));

    /// <summary>
    /// What runs code when it is used is captured only if it cannot be assigned: then it runs older code only, and nothing calls itself.
    /// Types called Live hold code that can be added to; they are not captured at all.
    /// </summary>
    static bool MayBeCaptured(Variable variable) =>
        variable.Capturable && !(variable.Assignable && RunsCode(variable.Type)) && !variable.Type.StartsWith("Live", StringComparison.Ordinal);

    static bool RunsCode(string type) =>
        type.Contains("Func<", StringComparison.Ordinal) || type.Contains("IEnumerable<", StringComparison.Ordinal)
        || type.Contains("Action", StringComparison.Ordinal) || type.StartsWith("Code", StringComparison.Ordinal);
}

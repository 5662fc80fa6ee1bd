using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>A fault that was found, with everything that an editor, a build log or a report shows of it.</summary>
/// <param name="Rule">What it is an instance of.</param>
/// <param name="Message">What is wrong, with names and numbers, and what to do.</param>
/// <param name="Origin">The narrowest text that shows it.</param>
public sealed record Finding(Rule Rule, string Message, Origin Origin)
{
    /// <summary>The other parties, such as the second of two prefixes that overlap, and what each is.</summary>
    public EquatableArray<RelatedOrigin> Related { get; init; }

    /// <summary>What a code fix needs to know, by name; see the fix of the rule.</summary>
    public EquatableArray<FixArgument> FixArguments { get; init; }

    /// <summary>The value of a fix argument; nothing when there is none of that name.</summary>
    public string? FixArgument(string name)
    {
        foreach (var argument in FixArguments)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}

/// <summary>Another place that a finding speaks of.</summary>
/// <param name="Origin">The place.</param>
/// <param name="Text">What it is there, such as <c>the overlapping block of VPC 'shared'</c>.</param>
public sealed record RelatedOrigin(Origin Origin, string Text);

/// <summary>A named value for a code fix.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
public readonly record struct FixArgument(string Name, string Value);

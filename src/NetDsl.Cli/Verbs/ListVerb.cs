using System.Text.Json.Nodes;
using NetDsl.Cli.Output;
using NetDsl.Compiler.Reachability;
using NetDsl.Model;

namespace NetDsl.Cli.Verbs;

/// <summary>Prints what a question about the whole network finds; to find something is a finding.</summary>
/// <typeparam name="T">What is found.</typeparam>
/// <param name="name">The name of the verb, and of the list for machines.</param>
/// <param name="description">What it does.</param>
internal abstract class ListVerb<T>(string name, string description) : Verb(name, description)
    where T : IEquatable<T>
{
    public sealed override int Run(VerbRun run)
    {
        run.Topology.RequireSound(run.CheckCommand);
        var found = Asked(run.Topology.Topology);
        if (run.Arguments.GetValue(Json))
        {
            var answer = new JsonObject
            {
                ["topology"] = run.Topology.Name,
                [Command.Name] = MachineText.Array(found.Select(each => Machine(each, run))),
            };
            GapText.AddTo(answer, run.Topology);
            run.Terminal.Raw(MachineText.Of(answer));
        }
        else
        {
            foreach (var each in found)
            {
                Print(each, run);
            }

            run.Terminal.Line($"{run.Topology.Name}: {Count(found.Count)}", found.Count == 0 ? Tone.Good : Tone.Strong);
            if (GapText.Caution(Doubt, run.Topology) is { } caution)
            {
                run.Terminal.Line(caution, Tone.Warning);
            }
        }

        return found.Count > 0 ? ExitCode.Finding : ExitCode.Success;
    }

    /// <summary>Asks.</summary>
    /// <exception cref="ReachabilityException">It cannot be told.</exception>
    protected abstract EquatableArray<T> Find(Topology topology);

    /// <summary>Prints one for people.</summary>
    protected abstract void Print(T found, VerbRun run);

    /// <summary>The same for machines.</summary>
    protected abstract JsonObject Machine(T found, VerbRun run);

    /// <summary>What follows where something of a snapshot was not understood.</summary>
    protected abstract string Doubt { get; }

    /// <summary>How many there are, in words.</summary>
    protected abstract string Count(int found);

    private EquatableArray<T> Asked(Topology topology)
    {
        try
        {
            return Find(topology);
        }
        catch (ReachabilityException failure)
        {
            throw new CommandException(failure.Message);
        }
    }
}

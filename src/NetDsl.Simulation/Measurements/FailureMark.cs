using NetDsl.Model;

namespace NetDsl.Simulation.Measurements;

/// <summary>Something that failed or moved in a run.</summary>
/// <param name="At">When, in virtual time.</param>
/// <param name="Until">Until when; nothing when it happens at once, or does not end.</param>
/// <param name="What">What, in words.</param>
public sealed record FailureMark(TimeSpan At, TimeSpan? Until, string What)
{
    /// <summary>What options let fail while the run lasts, by time; what fails at once as the options have it.</summary>
    internal static EquatableArray<FailureMark> Of(SimulationOptions options) =>
        options.Dataplane.FlowState.Losses.Select(loss => new FailureMark(loss.At, loss.Until, $"node {loss.Node} of {loss.ZoneId} is lost"))
            .Concat(options.Failures.Select(failure => new FailureMark(failure.At, failure.Until, failure.ToString())))
            .Concat(options.Dataplane.Mapping.Moves.Select(move => new FailureMark(move.At, null, $"{move.Interface} moves to another host")))
            .Where(mark => mark.At < options.Duration)
            .OrderBy(mark => mark.At)
            .ToEquatableArray();
}

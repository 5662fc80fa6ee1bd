using NetDsl.Model;
using NetDsl.Runtime.Faults;

namespace NetDsl.Simulation.Measurements;

/// <summary>Something that failed or moved in a run.</summary>
/// <param name="At">When, in virtual time.</param>
/// <param name="Until">Until when; nothing when it happens at once, or does not end.</param>
/// <param name="What">What, in words.</param>
public sealed record FailureMark(TimeSpan At, TimeSpan? Until, string What)
{
    /// <summary>What options let fail while the run lasts and what health checks find of it, by time; what fails at once as the options have it.</summary>
    internal static EquatableArray<FailureMark> Of(SimulationOptions options, IEnumerable<UnhealthyEndpoint> unhealthy) =>
        options.Dataplane.FlowState.Losses.Select(loss => new FailureMark(loss.At, loss.Until, $"node {loss.Node} of {loss.ZoneId} is lost"))
            .Concat(options.Failures.Select(failure => new FailureMark(failure.At, failure.Until, failure.ToString())))
            .Concat(options.Dataplane.Mapping.Moves.Select(move => new FailureMark(move.At, null, $"{move.Interface} moves to another host")))
            .Concat(unhealthy.Select(each => new FailureMark(each.From, each.Until, $"{each.Endpoint} is unhealthy for accelerator {each.Accelerator}")))
            .Where(mark => mark.At < options.Duration)
            .OrderBy(mark => mark.At)
            .ToEquatableArray();
}

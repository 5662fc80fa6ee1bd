namespace NetDsl.Evaluation.Tests;

/// <summary>
/// Nothing runs beside these tests. Each collection of garbage looks at all of a deep stack, and random programs keep all processors: others would
/// wait for threads, and the bound of time is real.
/// </summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public class RunsAlone;

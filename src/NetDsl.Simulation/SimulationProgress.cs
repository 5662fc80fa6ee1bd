namespace NetDsl.Simulation;

/// <summary>How far a simulation is.</summary>
/// <param name="Share">The share of virtual time that has passed, 0 to 1.</param>
/// <param name="Packets">Packets sent so far.</param>
public readonly record struct SimulationProgress(double Share, long Packets);

namespace NetDsl.Simulation.Scenarios;

/// <summary>What a scenario asks for does not fit the network, or is no scenario; the message says where and what to do.</summary>
public sealed class ScenarioException(string message) : Exception(message);

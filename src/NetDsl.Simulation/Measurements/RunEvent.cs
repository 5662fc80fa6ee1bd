namespace NetDsl.Simulation.Measurements;

/// <summary>Something that happened at a line to a site in a run: at its BGP session, its tunnel, or in the routes of an end.</summary>
/// <param name="At">When, in virtual time.</param>
/// <param name="Where">The path of the line; of a VPN connection with the number of the tunnel.</param>
/// <param name="What">What, in words.</param>
public sealed record RunEvent(TimeSpan At, string Where, string What);

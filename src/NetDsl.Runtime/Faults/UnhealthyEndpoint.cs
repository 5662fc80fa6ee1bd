namespace NetDsl.Runtime.Faults;

/// <summary>A time in which an endpoint of an accelerator gets no new flow, as long as others are healthy.</summary>
/// <param name="Accelerator">The path of the accelerator.</param>
/// <param name="Endpoint">The path of the endpoint.</param>
/// <param name="From">From when on, in virtual time.</param>
/// <param name="Until">Until when; to the end when left out.</param>
public sealed record UnhealthyEndpoint(string Accelerator, string Endpoint, TimeSpan From, TimeSpan? Until);

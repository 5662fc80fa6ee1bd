using NetDsl.Model;

namespace NetDsl;

/// <summary>A claim while it is written.</summary>
internal sealed class IntentDraft(
    NetworkBuilder network,
    IntentKind kind,
    IReadOnlyList<Sourced<EndpointSet>>? from,
    IReadOnlyList<Sourced<EndpointSet>>? to,
    IReadOnlyList<Sourced<TrafficSelector>>? traffic,
    Origin origin,
    Origin claim)
{
    private readonly List<Sourced<EndpointSet>> exceptFrom = [];
    private readonly List<Sourced<EndpointSet>> exceptTo = [];
    private readonly List<Waypoint> waypoints = [];
    private readonly List<(ElementBuilder Element, Origin Origin)> stations = [];
    private readonly List<Sourced<string?>> zones = [];

    /// <summary>Whether something of it could not be taken in, so that it claims nothing.</summary>
    public bool IsLeftOut { get; private set; } = from is null || to is null || traffic is null;

    /// <summary>Zones as they were written.</summary>
    public IReadOnlyList<Sourced<string?>> Zones => zones;

    /// <summary>What paths are said to pass; whether a host forwards may be said later.</summary>
    public IReadOnlyList<(ElementBuilder Element, Origin Origin)> Stations => stations;

    public void ExceptFrom(IntentEnds ends, Call call) => Add(exceptFrom, new EndReading(network).Senders(ends, call, nameof(ends)));

    public void ExceptTo(IntentEnds ends, Call call) => Add(exceptTo, new EndReading(network).Receivers(ends, call, nameof(ends)));

    public void SurvivesLossOf(string? zone, Origin at) => zones.Add(new(zone, at));

    public void OnlyThrough(IReadOnlyList<ElementBuilder>? anyOf, Call call, string parameter)
    {
        var at = call.Of(parameter);
        if (anyOf is null or { Count: 0 } || anyOf.Any(each => each is null))
        {
            network.Problems.Add(ProblemKind.InvalidIntent, "the way leads through nothing; name what forwards, such as a gateway or a firewall", at);
            IsLeftOut = true;
            return;
        }

        foreach (var element in anyOf)
        {
            if (element.Network != network)
            {
                network.Problems.Add(
                    ProblemKind.InvalidIntent, $"{ElementKinds.Text(element.Id.Kind)} '{element.Name}' is of another network; name an element of this one", at);
                IsLeftOut = true;
            }
            else
            {
                stations.Add((element, at));
                IsLeftOut |= element.IsLeftOut;
            }
        }

        waypoints.Add(new Waypoint(anyOf.Select(element => new Sourced<ElementId>(element.Id, at)).ToEquatableArray(), call.Origin));
    }

    /// <summary>The claim; only of one that is not left out.</summary>
    /// <param name="lost">The zones that were written, by name and identifier.</param>
    public Intent Build(IEnumerable<Sourced<AvailabilityZone>> lost) => new(
        kind, from!.ToEquatableArray(), to!.ToEquatableArray(), traffic!.ToEquatableArray(), origin, claim)
    {
        ExceptFrom = exceptFrom.ToEquatableArray(),
        ExceptTo = exceptTo.ToEquatableArray(),
        OnlyThrough = waypoints.ToEquatableArray(),
        SurvivesLossOf = lost.ToEquatableArray(),
    };

    private void Add(List<Sourced<EndpointSet>> exceptions, IReadOnlyList<Sourced<EndpointSet>>? read)
    {
        exceptions.AddRange(read ?? []);
        IsLeftOut |= read is null;
    }
}

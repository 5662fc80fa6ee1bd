using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// Takes claims into a network that is otherwise described whole, and tells of those that say nothing. What a claim says of an unfinished network is
/// nobody's business: then only what is wrong whatever is missing is told.
/// </summary>
internal sealed class IntentAssembly(Topology network)
{
    private readonly List<Problem> problems = [];
    private readonly IntentParties parties = new(network);
    private readonly HashSet<ElementId> present = [.. network.Elements.Select(element => element.Id)];

    public IReadOnlyList<Problem> Problems => problems;

    public EquatableArray<Intent> Intents(IReadOnlyList<ExpectationBuilder> expectations)
    {
        var intents = new List<Intent>();
        foreach (var expectation in expectations)
        {
            if (expectation is { Claims.Count: 0, IsAbandoned: false })
            {
                Add("the expectation claims nothing; complete it with CanReach(…) or CannotReach(…)", expectation.Origin);
            }

            intents.AddRange(expectation.Claims.Select(Taken).OfType<Intent>());
        }

        return intents.ToEquatableArray();
    }

    private Intent? Taken(IntentDraft draft)
    {
        var told = problems.Count;
        var lost = draft.Zones.Select(zone => ZoneOf(zone)).ToList();
        foreach (var (element, origin) in draft.Stations.Where(station => present.Contains(station.Element.Id)))
        {
            if (!Forwards(element))
            {
                Add($"{ElementKinds.Text(element.Id.Kind)} '{element.Name}' forwards nothing, so that no packet passes it; {Remedy(element.Id.Kind)}", origin);
            }
        }

        if (draft.IsLeftOut || problems.Count > told || lost.Exists(zone => zone is null))
        {
            return null;
        }

        var intent = draft.Build(lost.Select(zone => zone!.Value));
        if (!network.IsWhole)
        {
            return IsPresent(intent) ? intent : null;
        }

        TellOfAbsent(intent);
        if (problems.Count == told && parties.Vacuity(intent) is { } vacuity)
        {
            Add(vacuity.Value, vacuity.Origin);
        }

        return problems.Count > told ? null : intent;
    }

    private void TellOfAbsent(Intent intent)
    {
        foreach (var end in intent.Ends)
        {
            if (end.Value is ElementEndpoints { Element: var element } && !present.Contains(element))
            {
                Add($"{ElementKinds.Text(element.Kind)} '{element.Path}' is not in the network; name an element of it", end.Origin);
            }
        }
    }

    /// <summary>The zone that an author's text means.</summary>
    private Sourced<AvailabilityZone>? ZoneOf(Sourced<string?> written)
    {
        var text = written.Value;
        var zones = parties.Zones.ToList();
        var regions = network.Regions.Select(region => region.Name).ToList();
        var meant = zones.Where(zone => zone.Name == text || zone.Id == text || (regions.Count == 1 && zone.Name == regions[0] + text)).ToList();
        if (meant.Select(zone => zone.Id).Distinct().Count() > 1)
        {
            Add(
                $"{text} is another place for each of several accounts; write the identifier of one: {string.Join(" or ", meant.Select(zone => zone.Id).Distinct())}",
                written.Origin);
            return null;
        }

        if (meant.Count > 0)
        {
            return new(meant[0], written.Origin);
        }

        if (network.IsWhole)
        {
            Add(
                zones.Count == 0
                    ? $"nothing of the network is in zone {Quotation.Of(text)}, or in any other; declare subnets"
                    : $"nothing of the network is in zone {Quotation.Of(text)}; write one of {string.Join(", ", zones.Select(zone => zone.Name).Distinct())}",
                written.Origin);
        }

        return null;
    }

    private bool IsPresent(Intent intent) =>
        intent.Ends.Select(end => end.Value).OfType<ElementEndpoints>().All(end => present.Contains(end.Element))
        && intent.OnlyThrough.SelectMany(waypoint => waypoint.AnyOf).All(element => present.Contains(element.Value));

    private static bool Forwards(ElementBuilder element) => element switch
    {
        InstanceBuilder instance => instance.Forwarding != HostForwarding.None,
        InterfaceBuilder { Instance: var host } => host is not null && host.Forwarding != HostForwarding.None,
        _ => IntentElements.Stations.Contains(element.Id.Kind),
    };

    private static string Remedy(ElementKind kind) => kind is ElementKind.Instance or ElementKind.NetworkInterface
        ? "let the instance send on with ForwardsTraffic() or TranslatesSources(), or name what does"
        : "name a gateway, a peering, an attachment, a balancer, an endpoint, a VPN connection, a virtual interface, or an instance that forwards";

    private void Add(string text, Origin origin) => problems.Add(new Problem(ProblemKind.InvalidIntent, text, origin));
}

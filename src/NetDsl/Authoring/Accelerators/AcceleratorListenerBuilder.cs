using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A listener of an accelerator: the ports that it takes, and an endpoint group in each region that it sends to.</summary>
public sealed class AcceleratorListenerBuilder
{
    private readonly List<PortRange> takenPorts = [];
    private readonly List<AcceleratorEndpointGroupBuilder> groups = [];
    private readonly ClientAffinity affinity;

    internal AcceleratorListenerBuilder(AcceleratorBuilder accelerator, Protocol protocol, ClientAffinity affinity, Origin origin)
    {
        Accelerator = accelerator;
        Protocol = protocol;
        this.affinity = affinity;
        Origin = origin;
    }

    /// <summary>The accelerator.</summary>
    public AcceleratorBuilder Accelerator { get; }

    internal Protocol Protocol { get; }

    internal IReadOnlyList<PortRange> TakenPorts => takenPorts;

    internal IReadOnlyList<AcceleratorEndpointGroupBuilder> Groups => groups;

    internal Origin Origin { get; }

    /// <summary>Takes more ports.</summary>
    /// <param name="traffic">Of the listener's protocol, and ports that no listener of the accelerator takes, for example <c>TcpRange(8000, 8080)</c>.</param>
    public AcceleratorListenerBuilder Ports(TrafficSelector traffic, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (Accelerator.TakesPorts(this, traffic, Call.Here(file, line).Of(nameof(traffic))))
        {
            Take(traffic.DestinationPorts);
        }

        return this;
    }

    /// <summary>Adds the endpoint group of a region.</summary>
    /// <param name="region">A region that the listener has no group in yet.</param>
    /// <param name="dial">
    /// How much of what comes to it the group takes, 0 to 100 percent; the rest goes to groups further away. A group that others fail over to
    /// takes everything, whatever its dial.
    /// </param>
    /// <param name="configure">Describes endpoints and port overrides.</param>
    public AcceleratorEndpointGroupBuilder EndpointGroup(
        RegionBuilder region,
        int dial = 100,
        Action<AcceleratorEndpointGroupBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var problems = Accelerator.Network.Problems;
        var group = new AcceleratorEndpointGroupBuilder(this, region, dial, call.Origin);
        if (dial is < 0 or > 100)
        {
            problems.Add(ProblemKind.InvalidNumber, $"{dial} is no traffic dial; it is a percentage, 0 to 100", call.Of(nameof(dial)));
        }
        else if (groups.Find(other => other.Region == region) is { } first)
        {
            problems.Add(
                ProblemKind.Conflict,
                $"the listener has an endpoint group in {region.Name} already; a listener has one a region, add the endpoints to it",
                call.Of(nameof(region)),
                first.Origin);
        }
        else if (!region.IsLeftOut)
        {
            groups.Add(group);
        }

        configure?.Invoke(group);
        return group;
    }

    internal AcceleratorListener Build(Func<AcceleratorEndpointGroupBuilder.Member, bool> isPresent) => new(
        Protocol, takenPorts.ToEquatableArray(), affinity, groups.Select(group => group.Build(isPresent)).ToEquatableArray(), Origin);

    internal void Take(PortRange range) => takenPorts.Add(range);
}

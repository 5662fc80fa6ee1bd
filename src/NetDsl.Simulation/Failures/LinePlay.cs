using System.Globalization;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;
using NetDsl.Runtime;
using NetDsl.Runtime.Faults;
using NetDsl.Runtime.Randomness;
using NetDsl.Simulation.Measurements;
using NetDsl.Simulation.Routing;
using NetDsl.Simulation.Routing.Failover;

namespace NetDsl.Simulation.Failures;

/// <summary>
/// All lines between a network and its sites for the whole virtual time of a run: each with its tunnel and BGP session, which tell what the network says, fail, and come back. Of
/// what each end can use, and has installed, come the routes of the run; of what is sent into a line that does not work, its losses.
/// </summary>
internal sealed class LinePlay
{
    // Sessions are there before a run begins, each with a moment of its own for its keepalives.
    private const double SpreadSeconds = 30;
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(-120);

    // Between telling that a tunnel will be replaced and taking it away; a model.
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(5);

    private readonly Topology topology;
    private readonly LineOptions options;
    private readonly VirtualTime time = new(Before);
    private readonly List<Line> lines;
    private readonly Dictionary<string, CompiledNetwork> compiled;
    private readonly List<Rerouting> reroutings = [];
    private readonly List<CircuitFault> circuits = [];
    private readonly List<RunEvent> events = [];
    private readonly Dictionary<(string Circuit, int End), TimeSpan> lost = [];
    private (string Vendor, string Sites) routes = ("", "");
    private bool isSettled = true;

    private LinePlay(CompiledNetwork network, Topology topology, LineOptions options)
    {
        (this.topology, this.options) = (topology, options);
        compiled = new(StringComparer.Ordinal) { [""] = network };
        lines = [.. LinkRoutes.Of(topology).Select((told, number) => Make(told, RandomStream.Of(options.Seed, (ulong)number).Next()))];
    }

    /// <summary>When routes change, in order.</summary>
    public IReadOnlyList<Rerouting> Reroutings => reroutings;

    /// <summary>Which lines lose all in one direction, and when.</summary>
    public IReadOnlyList<CircuitFault> Circuits => circuits;

    /// <summary>What happened at the ends of lines, in order.</summary>
    public IReadOnlyList<RunEvent> Events => events;

    /// <summary>Plays a run.</summary>
    /// <param name="network">The network.</param>
    /// <param name="topology">Its description.</param>
    /// <param name="failures">What breaks, and when.</param>
    /// <param name="options">How long, and how ends notice.</param>
    public static LinePlay Of(CompiledNetwork network, Topology topology, IReadOnlyList<LineFailure> failures, LineOptions options)
    {
        var play = new LinePlay(network, topology, options);
        play.Run(failures);
        return play;
    }

    private Line Make(LinkRoutes told, ulong key)
    {
        var name = told.Tunnel > 0 && told.Element.Kind == ElementKind.VpnConnection ? string.Create(CultureInfo.InvariantCulture, $"{told.Element.Path} {told.Tunnel}") : told.Element.Path;
        var protection = FailureMatrix.Protection(topology, told.Element, options.UsesBfd);
        protection = protection.DeadPeerTimeout is null
            ? protection
            : protection with { VendorTunnel = options.Tunnels, VendorDeadPeerTimeout = options.Tunnels.DeadPeerTimeout, VendorDeadPeerIdle = options.Tunnels.DeadPeerIdle };
        var talk = new LinkTalk(told.GatewayAsn, told.SiteAsn);
        (talk.Told[Link.Vendor], talk.Told[Link.Device]) = (told.FromGateway, told.FromSite);

        // One that tells too much has no session, and nothing to lose.
        protection = told.HasSession ? protection : protection with { HoldTime = null };
        Line? made = null;
        var link = new Link(time, protection, talk, key)
        {
            Noted = (end, text) => Note(name, $"{LinkSimulation.NameOf(end)}: {text}"),
            Changed = end =>
            {
                isSettled = false;
                Install(made!, end);
            },
        };
        made = new Line(name, told, link) { Start = Before + TimeSpan.FromSeconds(SpreadSeconds * RandomStream.From(key).Share()) };
        return made;
    }

    private void Run(IReadOnlyList<LineFailure> failures)
    {
        foreach (var line in lines)
        {
            time.At(line.Start, line.Link.Begin);
        }

        foreach (var moment in failures.Where(failure => !failure.IsMaintenance).SelectMany(failure => failure.Until is { } until ? new[] { failure.At, until } : [failure.At]).Distinct().Order())
        {
            time.At(moment, () => Break(failures.Where(failure => !failure.IsMaintenance && failure.IsOn(moment))));
        }

        foreach (var maintenance in failures.Where(failure => failure.IsMaintenance))
        {
            time.At(maintenance.At, () => Announce(maintenance));
        }

        while (time.Next < options.Duration && time.Step())
        {
            if (!isSettled && time.Now >= TimeSpan.Zero && time.Next != time.Now)
            {
                isSettled = true;
                Settle();
            }
        }

        foreach (var ((circuit, end), since) in lost)
        {
            circuits.Add(Fault(circuit, end, since, null));
        }
    }

    /// <summary>What does not work any more, and what does again, as the network without the broken parts has it.</summary>
    private void Break(IEnumerable<LineFailure> failures)
    {
        var working = LinkRoutes.Of(failures.Aggregate(topology, (description, failure) => failure.Fault.Apply(description))).Select(told => (told.Element, told.Tunnel)).ToHashSet();
        foreach (var line in lines)
        {
            var works = working.Contains((line.Told.Element, line.Told.Tunnel));
            if (works == line.Link.IsDown)
            {
                Note(line.Name, works ? "works again" : "nothing comes through any more");
                if (works)
                {
                    line.Link.Mend();
                }
                else
                {
                    line.Link.Break();
                }
            }
        }
    }

    /// <summary>
    /// Before it replaces its end of a tunnel, the vendor tells worse discriminators over it and moves to another one; the device moves, too, when its decision process says so.
    /// </summary>
    private void Announce(LineFailure maintenance)
    {
        foreach (var line in lines.Where(line => line.Name == maintenance.Fault.Path))
        {
            var others = lines.Where(other => other != line && other.Told.Element == line.Told.Element && other.Link.IsUsable(Link.Vendor) && other.Link.IsUsable(Link.Device)).ToList();
            if (others.Count > 0)
            {
                Note(line.Name, "the vendor's end: its endpoint will be replaced; it moves to the other tunnel");
                Move(line, Link.Vendor);
                if (line.Told.HasSession && LinkSimulation.Moves(line.Told.LocalPreference, others[0].Told.LocalPreference) is (true, var step))
                {
                    Note(line.Name, string.Create(CultureInfo.InvariantCulture, $"the device: it has heard of a worse discriminator and moves, by step {(int?)step} of its decision process"));
                    Move(line, Link.Device);
                }
            }

            var until = maintenance.Until ?? TimeSpan.MaxValue;
            time.At(maintenance.At + Notice, () => line.Link.Replace(until));
        }
    }

    /// <summary>An end that uses a line goes by another one; one that does not has nothing to come back to.</summary>
    private static void Move(Line line, int end) => (line.IsMoved[end], line.IsInstalled[end]) = (line.Link.IsUsable(end), false);

    /// <summary>An end installs the routes over a line, or those around it, a while after it knows.</summary>
    private void Install(Line line, int end)
    {
        var isUsable = line.Link.IsUsable(end);
        if (time.Now < TimeSpan.Zero)
        {
            line.IsInstalled[end] = isUsable;
            return;
        }

        time.At(time.Now + LinkProtection.Vpn.InstallDelay, () =>
        {
            // What is lost and used again is not what was moved before.
            line.IsMoved[end] &= isUsable;
            var installs = isUsable && !line.IsMoved[end];
            if (installs != line.IsInstalled[end])
            {
                line.IsInstalled[end] = installs;
                Note(line.Name, $"{LinkSimulation.NameOf(end)} forwards by {(installs ? "it again" : "another way")}");
            }
        });
    }

    /// <summary>All of a moment has happened: what of it packets notice.</summary>
    private void Settle()
    {
        var now = (Key(Link.Vendor), Key(Link.Device));
        if (now != routes)
        {
            var toldAnew = now.Item1 != routes.Vendor;
            routes = now;
            reroutings.Add(new Rerouting(time.Now, Network(Link.Vendor, now.Item1), Network(Link.Device, now.Item2)));
            if (toldAnew)
            {
                Propagate();
            }
        }

        foreach (var circuit in lines.GroupBy(line => line.Told.Element.Path))
        {
            for (var end = Link.Vendor; end <= Link.Device; end++)
            {
                // One tunnel of a connection carries all, the first of those that the sender takes for working ones.
                var isLost = circuit.FirstOrDefault(line => line.IsInstalled[end]) is { Link.Carries: false };
                if (isLost && lost.TryAdd((circuit.Key, end), time.Now))
                {
                    continue;
                }

                if (!isLost && lost.Remove((circuit.Key, end), out var since))
                {
                    circuits.Add(Fault(circuit.Key, end, since, time.Now));
                }
            }
        }
    }

    /// <summary>The gateways tell sites over the sessions that are left what they know now.</summary>
    private void Propagate()
    {
        var told = LinkRoutes.Of(Known(Link.Vendor)).ToDictionary(each => (each.Element, each.Tunnel), each => each.FromGateway);
        foreach (var line in lines)
        {
            if (told.TryGetValue((line.Told.Element, line.Told.Tunnel), out var anew))
            {
                line.Link.Tell(Link.Vendor, anew);
            }
        }
    }

    private string Key(int end) => string.Join('\n', lines.Where(line => !line.IsInstalled[end]).Select(line => line.Name));

    private CompiledNetwork Network(int end, string key)
    {
        if (!compiled.TryGetValue(key, out var network))
        {
            compiled.Add(key, network = new CompiledNetwork(TopologyLowering.Lower(Known(end))));
        }

        return network;
    }

    /// <summary>The network as an end knows it: without the lines that it does not use.</summary>
    private Topology Known(int end)
    {
        var unused = lines.Where(line => !line.IsInstalled[end]).Select(line => (line.Told.Element, line.Told.Tunnel)).ToHashSet();
        var hybrid = topology.Hybrid;
        return topology with
        {
            Hybrid = hybrid with
            {
                VpnConnections = [.. hybrid.VpnConnections.Select(connection => connection with
                {
                    Tunnels = [.. connection.Tunnels.Select(tunnel => unused.Contains((connection.Id, tunnel.Number)) ? tunnel with { IsUp = false } : tunnel)],
                })],
                VirtualInterfaces = [.. hybrid.VirtualInterfaces.Select(each => unused.Contains((each.Id, 0)) ? each with { IsUp = false } : each)],
                ConnectPeers = [.. hybrid.ConnectPeers.Select(peer => unused.Contains((peer.Id, 1)) ? peer with { IsUp = false } : peer)],
            },
        };
    }

    private void Note(string line, string text)
    {
        // Whatever happens at a line is said.
        isSettled = false;
        if (time.Now >= TimeSpan.Zero)
        {
            events.Add(new RunEvent(time.Now, line, text));
        }
    }

    private static CircuitFault Fault(string circuit, int end, TimeSpan since, TimeSpan? until) =>
        new(circuit, since, until) { ToSite = end == Link.Vendor, FromSite = end == Link.Device };

    /// <summary>A line, and what its ends have installed.</summary>
    /// <param name="Name">Its path, and the number of the tunnel.</param>
    /// <param name="Told">What it is.</param>
    /// <param name="Link">Both ends.</param>
    private sealed record Line(string Name, LinkRoutes Told, Link Link)
    {
        public TimeSpan Start { get; init; }

        /// <summary>By end, whether its routes are those over this line.</summary>
        public bool[] IsInstalled { get; } = new bool[2];

        /// <summary>By end, whether it has moved away for maintenance.</summary>
        public bool[] IsMoved { get; } = new bool[2];
    }
}

/// <summary>How the lines of a run are set.</summary>
/// <param name="Duration">How long the run is.</param>
/// <param name="Seed">Where the moments of keepalives and renewals come from.</param>
/// <param name="UsesBfd">Whether the routers at Direct Connect have BFD set up.</param>
/// <param name="Tunnels">How the vendor's ends of tunnels are set.</param>
internal sealed record LineOptions(TimeSpan Duration, ulong Seed, bool UsesBfd, Routing.Tunnels.TunnelOptions Tunnels);

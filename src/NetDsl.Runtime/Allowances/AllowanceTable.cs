using NetDsl.Compiler.Graph;
using NetDsl.Runtime.Connections;
using NetDsl.Runtime.Forwarding;

namespace NetDsl.Runtime.Allowances;

/// <summary>The allowances of all instances that have any, by interface.</summary>
internal sealed class AllowanceTable
{
    private const int BitsOfByte = 8;

    private readonly InstanceUse?[] uses;
    private readonly List<InstanceUse> all = [];
    private readonly string?[] zones;
    private readonly ConnectionTable connections;
    private double bits;

    /// <summary>Starts with everything saved.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="connections">What its security groups remember.</param>
    /// <param name="options">What is allowed.</param>
    /// <param name="shortest">How long a connection is remembered behind any packet of it, at least.</param>
    public AllowanceTable(ForwardingGraph graph, ConnectionTable connections, AllowanceOptions options, TimeSpan shortest)
    {
        this.connections = connections;
        uses = new InstanceUse?[graph.Holders.Count];
        var zoneOf = graph.Subnets.ToDictionary(subnet => subnet.Node, subnet => subnet.ZoneId);
        zones = [.. graph.Holders.Select(holder => zoneOf.GetValueOrDefault(holder.Subnet))];
        foreach (var instance in options.Instances)
        {
            var use = new InstanceUse(instance, options.LinkLocalPacketsPerSecond, shortest);
            all.Add(use);
            foreach (var holder in instance.Holders)
            {
                uses[holder] = uses[holder] is { } other
                    ? throw new ArgumentException($"An interface is of '{other.Name}' and of '{instance.Name}'; leave one of the two out.", nameof(options))
                    : use;
            }
        }
    }

    /// <summary>A packet is about to be sent.</summary>
    /// <param name="bytes">Its length.</param>
    public void Begin(int bytes) => bits = (double)bytes * BitsOfByte;

    /// <summary>How all have been used.</summary>
    public IReadOnlyList<AllowanceUse> Uses(TimeSpan time) => [.. all.Select(use => use.At(connections, time))];

    /// <summary>A packet leaves an instance, or has come to it: how long it waits, or why it is dropped.</summary>
    public DropCode? Pass(ForwardingTables tables, PathPosition at, int holder, FlowDirection direction, in Packet packet, TimeSpan time, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        return uses[holder] is { } use
            ? use.Pass(direction, packet, FlowRate(tables, holder, direction, packet), use.IsBoundedOnInternet && IsOnInternet(tables, at, direction), bits, time, out wait)
            : null;
    }

    /// <summary>Whether there is room to track the connection that a packet opens.</summary>
    public bool Tracks(int holder, FlowDirection direction, in Packet packet, TimeSpan time) => uses[holder] is not { } use || use.Tracks(connections, new TrackedConnection(holder, direction, packet), time);

    /// <summary>What an interface asks a service of its host comes through as often as it may .</summary>
    public void AtHost(ForwardingTables tables, ref PacketWalk walk, TimeSpan time)
    {
        if (walk.Sender >= 0 && uses[walk.Sender] is { } use && walk.Outcome == Outcome.Delivered && tables.Paths[walk.At.Program].End == EndKind.HostService && !use.AsksHost(walk.Sender, time))
        {
            walk.Drop(walk.At, walk.Holder, DropCode.LinkLocalAllowance);
        }
    }

    /// <summary>R-6.27, by who is at the other end.</summary>
    private double FlowRate(ForwardingTables tables, int holder, FlowDirection direction, in Packet packet)
    {
        var own = uses[holder]!.Allowance;
        if (own.FlowBitsPerSecond is { } rate)
        {
            return rate;
        }

        var other = tables.Holders.At(tables.Holders[holder].Vpc, direction == FlowDirection.Egress ? packet.Destination : packet.Source);
        return other < 0 || uses[other]?.Allowance is not { } theirs ? InstanceAllowance.FlowRate
            : own.UsesEnaExpress && theirs.UsesEnaExpress && zones[holder] == zones[other] ? InstanceAllowance.FlowRateOfEnaExpress
            : own.PlacementGroup is { } group && group == theirs.PlacementGroup ? InstanceAllowance.FlowRateInPlacementGroup
            : InstanceAllowance.FlowRate;
    }

    /// <summary>Whether the packet goes from here through an internet gateway, or has come through one, with nobody who translates or forwards between.</summary>
    private static bool IsOnInternet(ForwardingTables tables, PathPosition at, FlowDirection direction)
    {
        var steps = tables.Paths.StepsOf(tables.Paths[at.Program]);
        var (step, gateway) = direction == FlowDirection.Egress ? (1, StepKind.InternetGatewayOut) : (-1, StepKind.InternetGatewayIn);
        for (var index = at.Step + step; index >= 0 && index < steps.Length; index += step)
        {
            if (steps[index].Kind == gateway)
            {
                return true;
            }

            if (steps[index].Kind is StepKind.NatGateway or StepKind.Forward or StepKind.InterfaceEntry)
            {
                return false;
            }
        }

        return false;
    }
}

using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Compiler.Reachability.Intents;
using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>
/// Finds TCP connections that can begin and never be answered, because no route leads the reply back, another way than a stateful host awaits it, or because a network ACL,
/// which knows no connections, has no entry for it. The symbolic engine judges, with all filters; it is asked only about pairs of hosts whose paths there and back differ, or
/// pass an ACL that lets not everything through, so that a network in which nothing is amiss costs no more than two lookups a pair.
/// </summary>
internal sealed class UnansweredSearch
{
    // What every system chooses source ports from: Linux has 32768 to 60999, Windows 49152 to 65535. Source: "Ephemeral ports", Amazon VPC User Guide.
    private static readonly PortRange ChosenByAll = new(49152, 60999);

    // The lowest port that anybody chooses: NAT gateways and load balancers do.
    private const ushort FirstEphemeral = 1024;

    // Pairs are asked about, so that their square is waited for: as many as an editor and a build have time for.
    private const int MostGroups = 64;

    private readonly NetworkLowering plan;
    private readonly PlanTables tables;
    private readonly PacketSpace space;
    private readonly HeaderSets headers;
    private readonly FlowAnalysis flows;
    private readonly PathStory story;
    private readonly DropStory drops;
    private readonly CancellationToken cancellation;
    private readonly List<HolderGroup> groups;
    private readonly PacketSet connections;
    private readonly Dictionary<(string Place, string Of), UnansweredConnection> found = [];

    private UnansweredSearch(NetworkLowering plan, CancellationToken cancellation)
    {
        this.cancellation = cancellation;
        this.plan = plan;
        tables = new PlanTables(plan);
        space = new PacketSpace(cancellation: cancellation);
        headers = new HeaderSets(space);
        flows = new FlowAnalysis(tables, space, cancellation);
        story = new PathStory(tables, space);
        drops = new DropStory(tables);
        groups = [.. PairSearch.Senders(tables).OfType<HolderGroup>()];
        connections = space.Intersect(space.Intersect(space.WellFormed, space.Of(Protocol.Tcp)), space.FromPorts(ChosenByAll));
    }

    /// <summary>Whether a network has few enough kinds of hosts to search it at every edit; no more is done to tell than to count them.</summary>
    /// <param name="topology">The network.</param>
    public static bool IsQuick(Topology topology) => topology.NetworkInterfaces.Select(each => (each.Subnet, each.SecurityGroups)).Distinct().Take(MostGroups + 1).Count() <= MostGroups;

    /// <summary>One connection a place where replies end, of those that begin in one VPC, and one an ACL and direction; in the order in which their senders are declared.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="cancellation">Asked on the way.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<UnansweredConnection> Of(NetworkLowering plan, CancellationToken cancellation)
    {
        var search = new UnansweredSearch(plan, cancellation);
        foreach (var sender in search.groups)
        {
            search.From(sender);
        }

        search.FromInternet();
        return [.. search.found.Values];
    }

    private void From(HolderGroup sender)
    {
        cancellation.ThrowIfCancellationRequested();
        var asked = groups
            .Where(receiver => IsSuspect(sender, receiver))
            .SelectMany(receiver => receiver.Addresses.Select(each => each.Address));
        var packets = space.Union(space.ToAnyOf(asked), ReachesInternet(sender) ? space.ToInternet : PacketSet.Empty);
        if (!packets.IsEmpty)
        {
            var sent = space.FromAnyOf(sender.Addresses.Select(each => each.Address));
            Take(sender, () => flows.Ask(sender, space.Intersect(space.Intersect(connections, sent), packets)));
        }
    }

    /// <summary>Asks for whom has a public address. Who is behind an accelerator answers through it, and needs no route.</summary>
    private void FromInternet()
    {
        var asked = groups
            .SelectMany(receiver => receiver.Members)
            .Where(member => tables.ReturnOf(member) < 0)
            .Select(member => plan.Holders[member])
            .SelectMany(holder => new[] { holder.PublicAddress is { } known ? (IpAddress?)known : null, IsOnInternet(holder) ? holder.AddressOnInternet(PublicAddressPool.Ipv6InternetHost) : null })
            .OfType<IpAddress>()
            .Distinct()
            .ToList();
        if (asked.Count > 0)
        {
            // Nobody out there has an address of the network itself.
            var others = space.Except(space.FromInternet, space.FromAnyOf(plan.Holders.SelectMany(holder => holder.AllAddresses).Where(InternetRanges.Carries).Distinct()));
            Take(null, () => flows.Ask(-1, null, space.Intersect(space.Intersect(connections, others), space.ToAnyOf(asked))));
        }
    }

    /// <summary>Whether a host speaks IPv6 with the internet by a gateway that lets connections in too: an IPv6 address alone does not say that somebody wants to be called.</summary>
    private bool IsOnInternet(AddressHolder holder) =>
        ProgramFor(holder.Source, PublicAddressPool.Ipv6InternetHost) is { End: ExitEnd } way && way.Steps.Any(step => step is InternetGatewayOutStep);

    private bool ReachesInternet(HolderGroup sender) => new[] { PublicAddressPool.InternetHost, PublicAddressPool.Ipv6InternetHost }
        .Any(host => plan.Holders[sender.Representative].AddressOf(host) is not null && ProgramFor(plan.Holders[sender.Representative].Source, host) is { End: not DropEnd });

    /// <summary>Whether packets from one to another get somewhere, and those back take another way, or ACLs on the way let not everything through.</summary>
    private bool IsSuspect(HolderGroup from, HolderGroup to)
    {
        var (sender, receiver) = (plan.Holders[from.Representative], plan.Holders[to.Representative]);
        return receiver.Addresses.Any(destination =>
            sender.AddressOf(destination) is { } source
            && ProgramFor(sender.Source, destination) is { End: not DropEnd } there
            && ProgramFor(receiver.Source, source) is { } back
            && (back.End is not DeliverEnd || there.End is not DeliverEnd || HasAcl(there, destination) || HasAcl(back, destination) || !Middleboxes(there).SetEquals(Middleboxes(back))));
    }

    private PathProgram? ProgramFor(int source, IpAddress destination) => plan.ProgramFor(source, destination) is >= 0 and var program ? plan.Program(program) : null;

    private bool HasAcl(PathProgram program, IpAddress family) => program.Steps.OfType<NetworkAclStep>().Any(step =>
        plan.Filter(step.Filter).Rules.FirstOrDefault(rule => rule.Prefix.IsIpv4 == family.IsIpv4) is not { Allows: true, Prefix.Length: 0 } first || first.Protocol != Protocol.Any);

    private static HashSet<int> Middleboxes(PathProgram program) => [.. program.Steps.Where(step => step is ForwardStep or InspectionStep or InterfaceEntryStep or HolderEntryStep).Select(step => step.Node)];

    private void Take(HolderGroup? sender, Func<List<FlowOutcome>> ask)
    {
        try
        {
            flows.Restart();
            var told = ask();
            var answered = new HashSet<(int, bool)>(told.Where(each => each.Verdict == Verdict.Reachable).Select(each => (each.Forward!.Holder, each.Forward.IsOfGroup)));
            foreach (var outcome in told.Where(each => each is { Verdict: Verdict.Blocked, IsChosen: false, Forward.Outcome: not Outcome.Dropped, Return: not null }))
            {
                Take(sender, outcome, answered);
            }
        }
        catch (PacketSpaceExhaustedException)
        {
            // Intents that ask about as much say so (ND5005); of what nobody asked about nothing is said.
        }
    }

    private void Take(HolderGroup? sender, FlowOutcome outcome, HashSet<(int, bool)> answered)
    {
        var (forward, back) = (outcome.Forward!, outcome.Return!);
        var step = tables.StepAt(back.Program, back.Step);
        var acl = back is { Outcome: Outcome.Dropped, Code: DropCode.SubnetAclRestriction } ? step as NetworkAclStep : null;
        if (space.SampleLikePeople(acl is null ? outcome.Packets : Meant(outcome)) is not { } sent)
        {
            return;
        }

        var connection = new UnansweredConnection(sent, NodeOf(sender?.HolderOf(sent.Source)), NodeOf(tables.HolderAt(forward, sent)), GraphNode.Internet, "")
        {
            Reply = back.Branch.Header.Of(sent),
            Routes = [.. story.Routes(forward.Branch).Reverse()],
        };
        if (acl is not null)
        {
            // What somebody denies in words is meant.
            if (!Denies(acl, connection.Reply))
            {
                Add(connection with { Acl = acl, Place = plan.Node(acl.Node), Reason = $"its reply is dropped: {drops.Cause(back, sent)}" }, acl.Inbound ? "in" : "out");
            }
        }
        else if (answered.Contains((forward.Holder, forward.IsOfGroup)))
        {
            return;
        }
        else if (back.Outcome == Outcome.Dropped && (tables.EndAt(back.Program, back.Step) is DropEnd || step is InternetGatewayOutStep))
        {
            var place = tables.EndAt(back.Program, back.Step) is DropEnd drop ? drop.Node : step!.Node;
            Add(connection with { Place = plan.Node(place), Reason = drops.Reason(back, sent) }, VpcOf(sender));
        }
        else if (outcome.Code == DropCode.StatefulApplianceAsymmetry)
        {
            Add(connection with { Place = connection.To, Reason = $"its reply takes another way than past the stateful hosts that saw it begin; route both ways through them ({outcome.Code.Value.ToCode()})" }, VpcOf(sender));
        }
    }

    /// <summary>
    /// Those of the packets that no ACL on their way lets pass by an entry for replies: such an entry lets connections to high ports begin too, which nobody means.
    /// </summary>
    private PacketSet Meant(FlowOutcome outcome)
    {
        var meant = outcome.Packets;
        foreach (var (point, step) in outcome.Forward!.Branch.Path.Select(point => (point, tables.StepAt(point.Program, point.Step) as NetworkAclStep)))
        {
            if (step is not null)
            {
                var entries = plan.Filter(step.Filter).Rules.Where(rule => rule.Allows && !IsForReplies(rule));
                meant = space.Intersect(meant, space.UnionOf([.. entries.Select(rule => space.Intersect(
                    headers.In(point.Header.DestinationPort, rule.Ports), headers.In(step.Inbound ? point.Header.Source : point.Header.Destination, rule.Prefix)))]));
            }
        }

        return meant;
    }

    private static bool IsForReplies(FilterRule rule) =>
        rule.Protocol == Protocol.Tcp && rule.Ports.First >= FirstEphemeral && rule.Ports.Contains(ChosenByAll.First) && rule.Ports.Contains(ChosenByAll.Last);

    private void Add(UnansweredConnection connection, string of)
    {
        if (!found.ContainsKey((connection.Place.Path, of)))
        {
            found.Add((connection.Place.Path, of), connection);
        }
    }

    private bool Denies(NetworkAclStep acl, Packet packet) => plan.Filter(acl.Filter).Rules.Any(rule =>
        !rule.Allows && rule.MatchesTraffic(packet) && rule.Prefix.Contains(acl.Inbound ? packet.Source : packet.Destination));

    private string VpcOf(HolderGroup? sender) => sender is null ? "" : plan.Node(plan.Holders[sender.Representative].Vpc).Path;

    private GraphNode NodeOf(int? holder) => holder is { } known && known >= 0 ? plan.Node(plan.Holders[known].Node) : GraphNode.Internet;
}

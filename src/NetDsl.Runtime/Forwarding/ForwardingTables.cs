using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime.Forwarding;

/// <summary>
/// A forwarding graph in the form that packets are driven through: read-only, so that any number of threads may walk it.
/// </summary>
internal sealed class ForwardingTables(ForwardingGraph graph, IReadOnlyList<Func<uint, int>?>? classifiers)
{
    /// <summary>The port that a NAT gateway gives when nobody counts ports: the first of .</summary>
    public const ushort FirstNatPort = 1024;

    private readonly int internetSource = graph.Sources.Count - 1;

    public PathTable Paths { get; } = new(graph, classifiers);

    public FilterTable Filters { get; } = new(graph);

    public HolderTable Holders { get; } = new(graph);

    /// <summary>Walks a packet from an interface, or from the internet, until it ends.</summary>
    /// <param name="sender">The holder; -1 for the internet.</param>
    /// <param name="packet">The packet as it is sent.</param>
    /// <param name="passage">Who drives.</param>
    public WalkEnd Walk<TPassage>(int sender, Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        var source = internetSource;
        if (sender >= 0)
        {
            var holder = Holders[sender];
            if (packet.Source != holder.PrivateAddress)
            {
                return Drop(default, sender, DropCode.EniSourceDestCheckRestriction, packet);
            }

            source = holder.Source;
        }

        // Behind whatever translates, the walk starts anew from there. A packet that comes to more translators than exist goes in circles.
        var end = WalkPath(source, sender, ref packet, ref passage, out var translator);
        for (var entered = 0; translator >= 0; entered++)
        {
            if (entered > Holders.TranslatorCount)
            {
                return Drop(default, translator, DropCode.ForwardingLoop, packet);
            }

            var reentry = Reenter(end.At, translator, ref packet, ref passage);
            if (reentry.Code is { } code)
            {
                return Drop(end.At, translator, code, packet);
            }

            end = reentry.Holder < 0
                ? WalkPath(reentry.Source, sender, ref packet, ref passage, out translator)
                : Arrive(end.At, reentry.Holder, -1, packet, ref passage, out translator);
        }

        return end;
    }

    /// <summary>The egress rule of a holder's groups that matches; -1 when none does.</summary>
    public int MatchEgress(int holder, in Packet packet) =>
        Filters.Match(Holders[holder].Egress, packet, packet.Destination, FilterTable.AnyVpc);

    /// <summary>The ingress rule of a holder's groups that matches; -1 when none does.</summary>
    public int MatchIngress(int holder, in Packet packet, int sourceVpc) =>
        Filters.Match(Holders[holder].Ingress, packet, packet.Source, sourceVpc);

    /// <summary>What a translator does with the packet that arrived at it.</summary>
    private Reentry Reenter<TPassage>(PathPosition at, int translator, ref Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        var holder = Holders[translator];
        return holder.Role switch
        {
            HolderRole.NatGateway => passage.Restore(at, translator, ref packet)
                ? Reentry.From(holder.Source)
                : Reentry.Refused(DropCode.NatUnsolicited),
            var role => throw new NotSupportedException($"The runtime does not know what a {role} does with a packet."),
        };
    }

    private WalkEnd WalkPath<TPassage>(int source, int sender, ref Packet packet, ref TPassage passage, out int translator)
        where TPassage : struct, IPassage
    {
        translator = -1;
        var index = Paths.ProgramFor(source, packet.Destination);
        ref readonly var program = ref Paths[index];
        var steps = Paths.StepsOf(program);
        for (var step = 0; step < steps.Length; step++)
        {
            var at = new PathPosition(index, step);
            if (Take(steps[step], at, sender, ref packet, ref passage) is { } code)
            {
                return Drop(at, -1, code, packet);
            }
        }

        var atEnd = new PathPosition(index, steps.Length);
        switch (program.End)
        {
            case EndKind.HostService:
                return new WalkEnd(Outcome.Delivered, atEnd, sender, null, packet);
            case EndKind.Exit:
                return new WalkEnd(Outcome.Exits, atEnd, -1, null, packet);
            case EndKind.Drop:
                return Drop(atEnd, -1, program.Code, packet);
        }

        var receiver = Holders.At(program.Vpc, packet.Destination);
        return receiver < 0
            ? Drop(atEnd, -1, DropCode.NoInterfaceWithAddress, packet)
            : Arrive(atEnd, receiver, program.SourceVpc, packet, ref passage, out translator);
    }

    /// <summary>The packet is at whoever has its destination: let in, turned away, or to be translated.</summary>
    private WalkEnd Arrive<TPassage>(
        PathPosition at, int receiver, int sourceVpc, in Packet packet, ref TPassage passage, out int translator)
        where TPassage : struct, IPassage
    {
        if (Holders[receiver].Translates)
        {
            translator = receiver;
            return new WalkEnd(Outcome.Unknown, at, receiver, null, packet);
        }

        translator = -1;
        return passage.EnterInterface(at, receiver, packet, sourceVpc)
            ? new WalkEnd(Outcome.Delivered, at, receiver, null, packet)
            : Drop(at, receiver, DropCode.EniSgRulesMismatch, packet);
    }

    private DropCode? Take<TPassage>(
        in FlatStep step, PathPosition at, int sender, ref Packet packet, ref TPassage passage)
        where TPassage : struct, IPassage
    {
        switch (step.Kind)
        {
            case StepKind.SenderGroups:
                return passage.LeaveInterface(at, sender, packet) ? null : DropCode.EniSgRulesMismatch;

            case StepKind.NetworkAcl:
                var rule = Filters.Match(step.Argument, packet, step.Inbound ? packet.Source : packet.Destination, -1);
                return passage.PassNetworkAcl(at, packet, rule, Filters.Allows(step.Argument, rule))
                    ? null
                    : DropCode.SubnetAclRestriction;

            case StepKind.NatGateway:
                if (packet.Protocol.Number is not (1 or 6 or 17))
                {
                    return DropCode.NatUnsupportedProtocol;
                }

                return passage.Translate(at, step.Argument, ref packet);

            case StepKind.InternetGatewayOut:
                var owner = step.Argument < 0 ? -1 : Holders.At(step.Argument, packet.Source);
                if (owner < 0 || Holders[owner].PublicAddress is not { } address)
                {
                    return DropCode.IgwPublicIpAssociationForEgress;
                }

                packet = packet with { Source = address };
                break;

            case StepKind.InternetGatewayIn:
                packet = packet with { Destination = Holders[step.Argument].PrivateAddress };
                break;
        }

        passage.Pass(at, packet);
        return null;
    }

    private static WalkEnd Drop(PathPosition at, int holder, DropCode code, in Packet packet) =>
        new(Outcome.Dropped, at, holder, code, packet);
}

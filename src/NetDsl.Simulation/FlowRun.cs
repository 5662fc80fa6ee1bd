using NetDsl.Compiler.Graph;
using NetDsl.Runtime;
using NetDsl.Runtime.Wire;
using NetDsl.Simulation.Measurements;
using NetDsl.Simulation.Workloads;

namespace NetDsl.Simulation;

/// <summary>How a flow stands.</summary>
internal enum FlowOutcome
{
    Pending,
    Established,
    Blocked,
}

/// <summary>A flow in progress: what its ends send next, and what they do when nothing comes through.</summary>
internal sealed class FlowRun(FlowPlan plan)
{
    /// <summary>How often the opener tries before it gives up, and how long it waits after each try.</summary>
    private static readonly TimeSpan[] Patience = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    // What the opener waits for.
    private readonly Packet awaited = plan.Opening.Reply();

    private int step;
    private int failures;
    private DropCode? firstFailure;
    private int responder;
    private Packet answer;
    private PacketFate fate;
    private PathEnd? service;

    // How far each end has come in its sequence numbers; nobody counts them unless somebody looks on.
    private (uint Opener, uint Other) said;

    // The packet of the opener that was sent last, and when for the first time.
    private (int Step, TimeSpan Since) asked = (-1, default);

    public FlowPlan Plan { get; } = plan;

    public FlowOutcome Outcome { get; private set; }

    /// <summary>Why the first packet that was lost was lost.</summary>
    public DropCode? Code => firstFailure;

    public long Packets { get; private set; }

    public long DroppedPackets { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>What became of the packet that was sent last.</summary>
    public ref readonly PacketFate Fate => ref fate;

    /// <summary>Whether anything has been sent.</summary>
    public bool HasStarted => Packets > 0;

    /// <summary>The packet that is due.</summary>
    public FlowStep Due { get; private set; } = plan.Steps[0];

    /// <summary>Sends the packet that is due.</summary>
    /// <returns>When the next one is; nothing when the flow is over.</returns>
    public TimeSpan? Send(Dataplane dataplane, TimeSpan time)
    {
        var due = Due;
        var (before, isFirst) = (Outcome, !HasStarted);
        Packets++;
        Bytes += due.Bytes;
        if (due.FromClient && asked.Step != step)
        {
            asked = (step, time);
        }

        var code = Arrives(dataplane, due, time);
        TimeSpan? answered = code is null && !due.FromClient && asked.Step == step - 1 ? time + Plan.Latency + dataplane.Delay - asked.Since : null;
        var isSeen = dataplane.Tap is not null;
        var next = code is null ? Proceed(due, time + dataplane.Delay, isSeen) : Retry(code.Value, time, isSeen);
        fate.Answered = answered;
        fate.Opens = isFirst;
        fate.Turns = Outcome == before ? FlowOutcome.Pending : Outcome;
        return next;
    }

    /// <summary>Takes the reset that the packet that was sent last is answered with.</summary>
    /// <returns>Whether it arrives, so that the flow is over.</returns>
    public bool TakeReset(Dataplane dataplane, ConnectionReset reset, TimeSpan time)
    {
        var (taker, expected) = fate.Conversation.IsReply ? (responder, answer.Reply()) : (Plan.Client, awaited);
        Packets++;
        Bytes += reset.Length;
        var sent = dataplane.Send(reset, time);
        var code = sent.Code ?? (sent.Holder == taker && sent.Packet == expected ? null : DropCode.ReplyMismatch);
        DroppedPackets += code is null ? 0 : 1;
        fate = new PacketFate
        {
            Sender = reset.Translator,

            // That it comes through says nothing of the two ends.
            Conversation = fate.Conversation with { Sender = reset.Translator, Receiver = taker, IsReply = true },
            Outcome = sent.Outcome,
            Code = code,
            DropNode = sent.Code is null && code is not null ? NodeOf(dataplane, sent.Holder) : dataplane.DropNode,
        };
        return code is null;
    }

    private DropCode? Arrives(Dataplane dataplane, in FlowStep due, TimeSpan time)
    {
        if (due.FromClient)
        {
            ref readonly var request = ref dataplane.Send(Plan.Client, Plan.Opening, time, due.Flags, Extent(dataplane));
            responder = request.Holder;
            answer = request.Packet.Reply();
            service = dataplane.Service;
            Note(Plan.Client, due, request.Outcome, request.Code, dataplane.DropNode);
            return request.Code;
        }

        ref readonly var reply = ref dataplane.Answer(responder, service, answer, time, due.Flags, Extent(dataplane));
        var isAwaited = reply.Holder == Plan.Client && reply.Packet == awaited;
        var code = reply.Code ?? (isAwaited ? null : DropCode.ReplyMismatch);
        Note(responder, due, reply.Outcome, code, reply.Code is null && code is not null ? NodeOf(dataplane, reply.Holder) : dataplane.DropNode);
        return code;
    }

    /// <summary>Where a reply came to that nobody had asked for.</summary>
    private static int NodeOf(Dataplane dataplane, int holder) =>
        holder < 0 ? dataplane.Network.Graph.Sources[^1].Node : dataplane.Network.Graph.Holders[holder].Node;

    private void Note(int sender, in FlowStep sent, Outcome outcome, DropCode? code, int dropNode)
    {
        fate.Sender = sender;
        fate.Conversation = Conversation.Of(Plan.Client, Plan.Target, Plan.Opening, sent.FromClient);
        fate.Outcome = outcome;
        fate.Code = code;
        fate.DropNode = dropNode;
    }

    /// <summary>How much the packet that is due carries; where in its connection nobody asks, unless somebody looks on.</summary>
    private PacketExtent Extent(Dataplane dataplane) => dataplane.Tap is null
        ? new PacketExtent(Due.Bytes, 0, 0)
        : Due.FromClient ? new PacketExtent(Due.Bytes, said.Opener, said.Other) : new PacketExtent(Due.Bytes, said.Other, said.Opener);

    /// <summary>Moves the numbers of who sends a packet on by it, or back where it is going to be sent again.</summary>
    private void Say(in FlowStep packet, bool again = false)
    {
        var length = FlowScript.SequenceLength(packet, Plan.Opening);
        var by = again ? 0 - length : length;
        said = packet.FromClient ? (said.Opener + by, said.Other) : (said.Opener, said.Other + by);
    }

    private TimeSpan? Proceed(in FlowStep sent, TimeSpan time, bool isSeen)
    {
        if (!sent.FromClient)
        {
            Outcome = FlowOutcome.Established;
            failures = 0;
        }

        if (isSeen)
        {
            Say(sent);
        }

        step++;
        if (step == Plan.Steps.Count)
        {
            return null;
        }

        Due = Plan.Steps[step];

        // The other end answers after the packet's way; the same end goes on after a pause of its own.
        var turn = Due.FromClient != sent.FromClient ? Plan.Latency : TimeSpan.FromMicroseconds(20);
        return time + turn + (Due.FromClient ? Plan.Pause : TimeSpan.Zero);
    }

    private TimeSpan? Retry(DropCode code, TimeSpan time, bool isSeen)
    {
        DroppedPackets++;
        firstFailure ??= code;
        var wait = Patience[failures];
        failures++;
        if (failures == Patience.Length)
        {
            Outcome = Outcome == FlowOutcome.Established ? Outcome : FlowOutcome.Blocked;
            return null;
        }

        // Nobody tells the ends that a packet was lost: the opener repeats what it said last.
        while (!Due.FromClient)
        {
            Due = Plan.Steps[--step];
            if (isSeen)
            {
                Say(Due, again: true);
            }
        }

        return time + wait;
    }
}

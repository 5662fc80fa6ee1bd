using NetDsl.Addressing;
using NetDsl.Model;
using NetDsl.Simulation.Routing.Bgp;

namespace NetDsl.Simulation.Routing.Failover;

/// <summary>
/// Two ends of a link in virtual time: their BGP sessions with all messages and timers, BFD and dead-peer detection, a fault, and when each end notices. Each end notices by
/// itself; between the two the way is open in one direction (interconnect §7.5).
/// </summary>
public sealed class LinkSimulation
{
    private const int Vendor = 0;
    private const int Device = 1;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(3);
    private static readonly string[] Names = ["the vendor's end", "the device"];

    private readonly LinkProtection protection;
    private readonly LinkFault fault;
    private readonly TimeSpan age;
    private readonly PriorityQueue<Action, (TimeSpan At, long Order)> due = new();
    private readonly BgpSession[] sessions;
    private readonly TimeSpan?[] detected = new TimeSpan?[2];
    private readonly List<FailoverEvent> events = [];
    private TimeSpan now;
    private TimeSpan? faultAt;
    private long order;

    private LinkSimulation(LinkProtection protection, LinkFault fault, TimeSpan age)
    {
        (this.protection, this.fault, this.age) = (protection, fault, age);
        var hold = protection.HoldTime ?? TimeSpan.Zero;
        sessions =
        [
            new BgpSession(new BgpSessionOptions(64512, Ipv4Address.Parse("169.254.6.1"), 65010) { HoldTime = hold }),
            new BgpSession(new BgpSessionOptions(65010, Ipv4Address.Parse("169.254.6.2"), 64512) { HoldTime = hold }),
        ];
    }

    private bool IsDown => faultAt is not null;

    /// <summary>Runs until both ends have noticed.</summary>
    /// <param name="protection">How they notice.</param>
    /// <param name="fault">What happens.</param>
    /// <param name="age">How long before the fault the vendor's end heard of the device for the last time; below the time between two keepalives.</param>
    public static FailoverTimeline Run(LinkProtection protection, LinkFault fault, TimeSpan age)
    {
        ArgumentNullException.ThrowIfNull(protection);
        ArgumentOutOfRangeException.ThrowIfLessThan(age, TimeSpan.Zero);
        if (protection is { HoldTime: null, BfdInterval: null, DeadPeerTimeout: null })
        {
            throw new ArgumentException("Nothing would ever be noticed on a link without BGP, BFD and dead-peer detection.", nameof(protection));
        }

        if (protection.HoldTime is { } hold && (hold < ShortestHold || age >= hold / 3))
        {
            throw new ArgumentException($"A hold time of {hold.TotalSeconds} s with a last keepalive {age.TotalSeconds} s ago cannot be: it is {ShortestHold.TotalSeconds} s or more, and a third of it lies between two keepalives.", nameof(protection));
        }

        return new LinkSimulation(protection, fault, age).Run();
    }

    private FailoverTimeline Run()
    {
        if (protection.HoldTime is null)
        {
            // Packets of hosts come all the time, and keep a tunnel from being idle.
            At(age, Break);
        }
        else
        {
            Take(Vendor, sessions[Vendor].Connected(now));
            Take(Device, sessions[Device].Connected(now));
        }

        while (due.TryDequeue(out var action, out var key) && detected.Any(time => time is null))
        {
            now = key.At;
            action();
        }

        var vendor = detected[Vendor]!.Value;
        var device = detected[Device]!.Value;
        return new FailoverTimeline(vendor, device, Outage(Vendor, vendor), Outage(Device, device), events.OrderBy(each => each.At).ToEquatableArray());
    }

    private TimeSpan Outage(int end, TimeSpan at)
    {
        // What is moved before the tunnel goes loses nothing; what is gone sends nothing.
        var isMoved = fault == LinkFault.Maintenance || (fault == LinkFault.MaintenanceUnheeded && end == Vendor) || (fault == LinkFault.DeviceCrash && end == Device);
        if (isMoved)
        {
            return TimeSpan.Zero;
        }

        events.Add(new FailoverEvent(at + protection.InstallDelay, $"{Names[end]} forwards by another way"));
        return at + protection.InstallDelay;
    }

    private void At(TimeSpan time, Action action) => due.Enqueue(action, (time, order++));

    /// <summary>Sends what a session wants to send, and asks it again when its timer is due.</summary>
    private void Take(int end, BgpReaction reaction)
    {
        foreach (var message in reaction.Sent.Where(_ => !IsDown))
        {
            At(now + Latency, () => Deliver(1 - end, message));
        }

        if (reaction.Ended)
        {
            Notice(end, $"its BGP session ends: {reaction.Reason}");
        }
        else if (sessions[end].NextTimer is { } timer)
        {
            At(timer, () => Take(end, timer == sessions[end].NextTimer ? sessions[end].Tick(now) : BgpReaction.None));
        }
    }

    private void Deliver(int end, BgpMessage message)
    {
        if (IsDown)
        {
            return;
        }

        Take(end, sessions[end].Receive(message, now));

        // Some time after both are there, and a while after the device was heard.
        if (end == Vendor && message is BgpKeepalive && faultAt is null && now > protection.HoldTime * 2)
        {
            At(now + age, Break);
        }
    }

    private void Break()
    {
        if (faultAt is not null)
        {
            return;
        }

        faultAt = now;
        events.Add(new FailoverEvent(TimeSpan.Zero, fault.ToString()));
        switch (fault)
        {
            case LinkFault.VendorPortDown:
                Notice(Vendor, "its port is down");
                break;
            case LinkFault.DevicePortDown:
                Notice(Device, "its port is down");
                break;
            case LinkFault.DeviceCrash:
                Notice(Device, "it is gone");
                break;
            case LinkFault.Maintenance:
                Notice(Vendor, "it has told of a worse discriminator and moved");
                Notice(Device, "it heeds the discriminator and has moved");
                break;
            case LinkFault.MaintenanceUnheeded:
                Notice(Vendor, "it has told of a worse discriminator and moved");
                break;
        }

        for (var end = 0; end < detected.Length; end++)
        {
            Watch(end);
        }
    }

    /// <summary>BFD and dead-peer detection of one end, which heard the other right before the fault.</summary>
    private void Watch(int end)
    {
        if (protection.BfdInterval is { } interval)
        {
            At(now + (interval * protection.BfdMultiplier), () => Notice(end, "no packet of BFD has come"));
        }

        if (protection.DeadPeerTimeout is { } timeout)
        {
            At(now + protection.DeadPeerIdle, () => Note("asks whether the other end is there", end));
            At(now + protection.DeadPeerIdle + timeout, () => Notice(end, "the other end of its tunnel is dead"));
        }
    }

    private void Notice(int end, string text)
    {
        if (detected[end] is null && faultAt is not null)
        {
            detected[end] = now - faultAt.Value;
            Note(text, end);
        }
    }

    private void Note(string text, int end)
    {
        if (detected[end] is null || detected[end] == now - faultAt)
        {
            events.Add(new FailoverEvent(now - faultAt!.Value, $"{Names[end]}: {text}"));
        }
    }
}

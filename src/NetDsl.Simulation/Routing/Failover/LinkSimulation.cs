using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Model;
using NetDsl.Simulation.Routing.Bgp;

namespace NetDsl.Simulation.Routing.Failover;

/// <summary>
/// Two ends of a link in virtual time, with their BGP sessions, BFD, tunnels and dead-peer detection: a fault, and when each end notices. Each end notices by itself; between the
/// two the way is open in one direction (interconnect §7.5).
/// </summary>
public sealed class LinkSimulation
{
    // What the vendor tells before it takes a tunnel away, and what it tells over the other one; a model.
    private const uint UsualMed = 100;
    private const uint WorseMed = 200;
    private const uint UsualPreference = 100;
    private const uint HigherPreference = 200;
    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TunnelsAreUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaintenanceTime = TimeSpan.FromHours(1);
    private static readonly string[] Names = ["the vendor's end", "the device"];

    private readonly VirtualTime time = new(TimeSpan.Zero);
    private readonly LinkProtection protection;
    private readonly LinkFault fault;
    private readonly TimeSpan age;
    private readonly Link link;
    private readonly TimeSpan?[] detected = new TimeSpan?[2];
    private readonly List<FailoverEvent> events = [];
    private TimeSpan? faultAt;

    private LinkSimulation(LinkProtection protection, LinkFault fault, TimeSpan age)
    {
        (this.protection, this.fault, this.age) = (protection, fault, age);
        link = new Link(time, protection, new LinkTalk(64512, 65010)) { Noted = Note, Lost = Notice, Heard = Hear };
    }

    /// <summary>What people call an end.</summary>
    internal static string NameOf(int end) => Names[end];

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

    /// <summary>
    /// Which of two tunnels the device takes when the vendor has told of a worse discriminator on the first one, by its decision process (interconnect §7.2): the second one,
    /// unless a step before discriminators says otherwise.
    /// </summary>
    /// <param name="preference">Its local preference of the first tunnel.</param>
    /// <param name="otherPreference">Its local preference of the second.</param>
    /// <returns>Whether it moves, and the step that decided.</returns>
    internal static (bool Moves, DecisionStep? Step) Moves(uint preference, uint otherPreference)
    {
        var choice = new DecisionProcess(new DecisionOptions()).Choose(
        [
            new CandidatePath([1]) { LocalPreference = preference, Med = WorseMed },
            new CandidatePath([1]) { LocalPreference = otherPreference, Med = UsualMed },
        ]);
        return (choice.Best == 1, choice.DecidedBy);
    }

    private FailoverTimeline Run()
    {
        link.Begin();
        if (protection.HoldTime is null)
        {
            // Packets of hosts come all the time, and keep a tunnel from being idle.
            time.At(TunnelsAreUp + age, Break);
        }

        while (detected.Any(each => each is null) && time.Step())
        {
        }

        var vendor = detected[Link.Vendor]!.Value;
        var device = detected[Link.Device]!.Value;
        return new FailoverTimeline(vendor, device, Outage(Link.Vendor, vendor), Outage(Link.Device, device), events.OrderBy(each => each.At).ToEquatableArray());
    }

    private TimeSpan Outage(int end, TimeSpan at)
    {
        // What is moved before the tunnel goes loses nothing; what is gone sends nothing.
        var isMoved = fault == LinkFault.Maintenance || (fault == LinkFault.MaintenanceUnheeded && end == Link.Vendor) || (fault == LinkFault.DeviceCrash && end == Link.Device);
        if (isMoved)
        {
            return TimeSpan.Zero;
        }

        events.Add(new FailoverEvent(at + protection.InstallDelay, $"{Names[end]} forwards by another way"));
        return at + protection.InstallDelay;
    }

    private void Hear(int end, BgpMessage message)
    {
        // Some time after both are there, and a while after the device was heard.
        if (end == Link.Vendor && message is BgpKeepalive && faultAt is null && time.Now > protection.HoldTime * 2)
        {
            time.At(time.Now + age, Break);
        }
    }

    private void Break()
    {
        if (faultAt is not null)
        {
            return;
        }

        faultAt = time.Now;
        events.Add(new FailoverEvent(TimeSpan.Zero, fault.ToString()));
        switch (fault)
        {
            case LinkFault.VendorPortDown:
                Notice(Link.Vendor, "its port is down");
                break;
            case LinkFault.DevicePortDown:
                Notice(Link.Device, "its port is down");
                break;
            case LinkFault.DeviceCrash:
                Notice(Link.Device, "it is gone");
                break;
            case LinkFault.Maintenance or LinkFault.MaintenanceUnheeded:
                Notice(Link.Vendor, "it has told of a worse discriminator and moved");
                if (Moves(fault == LinkFault.Maintenance ? UsualPreference : HigherPreference, UsualPreference) is (true, var step))
                {
                    Notice(Link.Device, $"it has moved, by step {(int?)step} of its decision process");
                }

                link.Replace(time.Now + MaintenanceTime);
                break;
        }

        link.Break();
    }

    private void Notice(int end, string text)
    {
        if (detected[end] is null && faultAt is { } from)
        {
            Note(end, text);
            detected[end] = time.Now - from;
        }
    }

    private void Note(int end, string text)
    {
        if (faultAt is not { } from || detected[end] is not null)
        {
            return;
        }

        var what = new FailoverEvent(time.Now - from, $"{Names[end]}: {text}");
        if (!events.Contains(what))
        {
            events.Add(what);
        }
    }
}

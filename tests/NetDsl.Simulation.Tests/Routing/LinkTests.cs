using NetDsl.Addressing;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Simulation.Routing;
using NetDsl.Simulation.Routing.Bgp;
using NetDsl.Simulation.Routing.Failover;

namespace NetDsl.Simulation.Tests.Routing;

/// <summary>What is said while nothing comes through is heard afterwards, in its order, as long as the session lives.</summary>
public class LinkTests
{
    static readonly ToldRoute Near = new(IpPrefix.Parse("10.0.0.0/16"), [64512], null);
    static readonly ToldRoute Far = new(IpPrefix.Parse("10.1.0.0/16"), [64512], null);

    readonly VirtualTime time = new(TimeSpan.Zero);
    readonly List<(TimeSpan At, BgpUpdate Update)> heard = [];
    readonly List<(TimeSpan At, int End)> lost = [];
    readonly Link link;

    public LinkTests()
    {
        var talk = new LinkTalk(64512, 65010);
        talk.Told[Link.Vendor] = [Near, Far];
        link = new Link(time, LinkProtection.DirectConnect, talk)
        {
            Lost = (end, _) => lost.Add((time.Now, end)),
            Heard = (end, message) =>
            {
                if (end == Link.Device && message is BgpUpdate update)
                {
                    heard.Add((time.Now, update));
                }
            },
        };
        link.Begin();
    }

    [Fact]
    public void An_update_that_a_fault_swallows_is_said_again()
    {
        time.At(Seconds(62), link.Break);
        time.At(Seconds(65), () => link.Tell(Link.Vendor, [Near]));
        time.At(Seconds(70), link.Mend);
        RunUntil(Seconds(300));

        Assert.Empty(lost);
        var (at, update) = heard[^1];
        Assert.Equal([Far.Prefix], update.Withdrawn);

        // One, two and four seconds later: the third time it comes through.
        Assert.Equal(Seconds(72) + TimeSpan.FromMilliseconds(1), at);
    }

    [Fact]
    public void What_is_said_later_waits_behind_it()
    {
        time.At(Seconds(62), link.Break);
        time.At(Seconds(65), () => link.Tell(Link.Vendor, [Near]));
        time.At(Seconds(70), link.Mend);
        time.At(Seconds(71), () => link.Tell(Link.Vendor, [Near, Far]));
        RunUntil(Seconds(300));

        Assert.Empty(lost);
        Assert.Equal([Far.Prefix], heard[^2].Update.Withdrawn);
        Assert.Equal([Far.Prefix], heard[^1].Update.Announced);
    }

    [Fact]
    public void A_session_that_ends_says_nothing_again()
    {
        time.At(Seconds(62), link.Break);
        time.At(Seconds(65), () => link.Tell(Link.Vendor, [Near]));
        time.At(Seconds(260), link.Mend);
        RunUntil(Seconds(400));

        Assert.Equal([Link.Vendor, Link.Device], lost.Select(each => each.End).Order());
        Assert.DoesNotContain(heard, each => each.Update.Withdrawn.Count > 0);
        Assert.Equal([Near.Prefix], heard[^1].Update.Announced);
    }

    static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    void RunUntil(TimeSpan end)
    {
        while (time.Next < end && time.Step())
        {
        }
    }
}

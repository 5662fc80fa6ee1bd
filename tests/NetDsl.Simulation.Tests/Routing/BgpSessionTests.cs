using NetDsl.Addressing;
using NetDsl.Compiler.Lowering.ControlPlane;
using NetDsl.Simulation.Routing.Bgp;

namespace NetDsl.Simulation.Tests.Routing;

public class BgpSessionTests
{
    static readonly BgpOpen Open = new(65001, 90, Ipv4Address.Parse("169.254.6.2"), [BgpFamily.Ipv4]);
    static readonly BgpAttributes Attributes = new(BgpOrigin.Igp, [65001], IpAddress.Parse("169.254.6.2"));
    static readonly IpPrefix Office = IpPrefix.Parse("192.168.0.0/16");

    [Fact]
    public void A_session_opens_agrees_on_the_lower_hold_time_and_learns()
    {
        var session = Session();
        Assert.Equal(new BgpOpen(64512, 30, Ipv4Address.Parse("169.254.6.1"), [BgpFamily.Ipv4]), Assert.Single(session.Connected(At(0)).Sent));
        Assert.IsType<BgpKeepalive>(Assert.Single(session.Receive(Open, At(1)).Sent));
        Assert.Equal((BgpState.OpenConfirm, 30, 10), (session.State, session.HoldTime.TotalSeconds, session.KeepaliveTime.TotalSeconds));
        session.Receive(new BgpKeepalive(), At(2));
        session.Receive(new BgpUpdate([], Attributes, [Office]), At(3));
        Assert.Equal((BgpState.Established, Attributes), (session.State, session.Learned[Office]));
        session.Receive(new BgpUpdate([Office], null, []), At(4));
        Assert.Empty(session.Learned);
    }

    [Fact]
    public void It_says_that_it_is_there_and_gives_up_a_silent_peer()
    {
        var session = Established();
        session.Receive(new BgpUpdate([], Attributes, [Office]), At(3));
        Assert.Equal(At(11), session.NextTimer);
        Assert.Equal(BgpReaction.None, session.Tick(At(10)));
        Assert.IsType<BgpKeepalive>(Assert.Single(session.Tick(At(11)).Sent));
        session.Tick(At(21));
        session.Tick(At(31));
        Assert.NotEmpty(session.Learned);
        var end = session.Tick(At(33));
        Assert.Equal((true, "the hold timer ran out", (BgpMessage)BgpNotification.HoldTimerExpired), (end.Ended, end.Reason, Assert.Single(end.Sent)));
        Assert.Equal((BgpState.Idle, 0), (session.State, session.Learned.Count));
    }

    [Fact]
    public void Routes_that_came_through_the_own_system_are_not_taken()
    {
        var session = Established();
        session.Receive(new BgpUpdate([], Attributes, [Office]), At(3));
        session.Receive(new BgpUpdate([], Attributes with { Path = [65001, 64512] }, [Office]), At(3));
        Assert.Empty(session.Learned);
    }

    [Theory]
    [InlineData(65002, 90, "the other end is of 65002, not of 65001")]
    [InlineData(65001, 2, "the other end wants a hold time of 2 s")]
    public void What_does_not_fit_is_refused(uint asn, ushort hold, string reason)
    {
        var session = Session();
        session.Connected(At(0));
        var end = session.Receive(Open with { Asn = asn, HoldTime = hold }, At(1));
        Assert.Equal((true, reason, BgpState.Idle), (end.Ended, end.Reason, session.State));
        Assert.IsType<BgpNotification>(Assert.Single(end.Sent));
    }

    [Fact]
    public void A_message_out_of_place_ends_the_session()
    {
        var session = Session();
        session.Connected(At(0));
        Assert.Equal(BgpNotification.Unexpected, Assert.Single(session.Receive(new BgpUpdate([], null, []), At(1)).Sent));
    }

    static BgpSession Established()
    {
        var session = Session();
        session.Connected(At(0));
        session.Receive(Open, At(1));
        session.Receive(new BgpKeepalive(), At(2));
        return session;
    }

    static BgpSession Session() => new(new BgpSessionOptions(64512, Ipv4Address.Parse("169.254.6.1"), 65001));

    static TimeSpan At(int seconds) => TimeSpan.FromSeconds(seconds);
}

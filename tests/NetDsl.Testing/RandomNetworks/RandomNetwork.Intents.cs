namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    static readonly TrafficSelector[] ExpectedTraffic = [Traffic.Tcp(443), Traffic.Udp(53), Traffic.TcpRange(1, 1000), Traffic.Icmp];

    /// <summary>What is expected, whether or not it holds: with dice of its own, so that the rest of a seed's network stays as it is.</summary>
    void DrawIntents(int seed)
    {
        var own = new Dice(seed + 330_003);
        var hosts = vpcs.SelectMany(vpc => vpc.Instances).ToList();
        if (hosts.Count < 3 || own.Chance(40))
        {
            return;
        }

        hosts.ForEach(host => host.Tag("role", own.Chance(50) ? "web" : "db"));
        hosts[0].Subnet.Tag("tier", "first");
        hosts[0].Subnet.Vpc.Tag("env", "test").Tag("empty", "");
        hosts[0].Primary.Tag("face", "front");
        for (var count = own.Between(1, 4); count > 0; count--)
        {
            // The first host is never on the other side, so that nobody is left alone.
            var expected = network.Expect([hosts[0], .. own.Some(hosts.Skip(2), 20), .. own.Chance(30) ? (IntentEnds)Traffic.Internet : (IntentEnds)hosts[2]]);
            IntentEnds to = own.Between(0, 4) switch
            {
                0 => hosts[1],
                1 => hosts[1].Subnet,
                2 => IntentEnds.Create(hosts[1].Subnet.Vpc, hosts[1]),
                3 => IntentEnds.Create(Traffic.Tagged("env", "test"), hosts[1]),
                _ => IntentEnds.Create("0.0.0.0/0", hosts[1]),
            };
            if (own.Chance(50))
            {
                var claim = expected.CanReach(to, own.Pick(ExpectedTraffic));
                if (own.Chance(30))
                {
                    claim.ExceptFrom(hosts[2]);
                }

                if (own.Chance(30) && vpcs.Find(vpc => vpc.Gateway is not null)?.Gateway is { } gateway)
                {
                    claim.OnlyThrough(gateway);
                }
            }
            else
            {
                var claim = own.Chance(50) ? expected.CannotReach(to) : expected.CannotReach(to, own.Some(ExpectedTraffic, 60) is { Count: > 0 } some ? some : [Traffic.Tcp(22)]);
                if (own.Chance(30))
                {
                    claim.ExceptTo(hosts[2]);
                }
            }
        }
    }
}

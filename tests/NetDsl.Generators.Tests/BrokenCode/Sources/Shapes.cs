using NetDsl;
using static NetDsl.Traffic;

namespace Networks
{
    [Topology]
    public static partial class Shapes
    {
        const int First = 1 << 2;
        static readonly Range<int> Ports = new(8000, 8000 + First);

        static void Define(NetworkBuilder network)
        {
            var region = network.Region("us-east-1");
            Tier[] tiers = [new Web("web") { Hosts = 2 }, new Data("data", Size: 3), new Web("api") with { Hosts = 1 }];
            var counter = new Counter<Tier>(tier => tier.Name.Length > 0);
            VpcBuilder? previous = null;
            foreach (var tier in tiers)
            {
                counter.See(tier);
                var vpc = region.Vpc(tier.Name, Block(counter.Seen));
                if (previous is not null)
                {
                    network.Peer($"{previous.Name}-{tier.Name}", previous, vpc);
                }

                tier.Build(vpc, vpc.SecurityGroup("hosts").Ingress(Tcp(Ports.From), from: AnyIpv4), counter[0]);
                previous = vpc;
            }
        }

        static string Block(int index) => $"10.{index}.0.0/16";

        abstract record Tier(string Name)
        {
            public int Hosts { get; init; } = 1;
            public virtual int Wanted => Hosts;

            public void Build(VpcBuilder vpc, SecurityGroupBuilder group, int offset)
            {
                var subnet = vpc.Subnet("hosts", $"10.{offset}.1.0/24", "a");
                for (int host = 0; host < Wanted; ++host) { subnet.Instance(Name + "-" + host, group); }
            }
        }

        sealed record Web(string Name) : Tier(Name);

        sealed record Data(string Name, int Size) : Tier(Name) { public override int Wanted => base.Wanted * Size; }

        readonly record struct Range<T>(T From, T To) where T : IComparable<T>
        {
            public static bool operator !(Range<T> range) => range.From.CompareTo(range.To) > 0;
        }

        interface ICounter<in T> { void See(T seen); int Seen { get; } }

        class Counter<T>(Func<T, bool> counts) : ICounter<T> where T : class
        {
            private int seen;
            public int Seen { get => seen; private set => seen = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); }
            public int this[int add] => seen + add;
            public void See(T thing) { if (counts(thing)) Seen++; }
        }
    }
}

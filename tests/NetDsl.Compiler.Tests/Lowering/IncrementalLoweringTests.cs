using System.Globalization;
using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Compiler.Tests.Lowering;

/// <summary>
/// A lowering that remembers the one before makes the graph of one that does not, to the last byte, after every edit. NETDSL_NETWORKS tells of how many networks and NETDSL_EDITS how many
/// edits of each, NETDSL_SEED where the networks begin.
/// </summary>
public sealed class IncrementalLoweringTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_taken_over_is_what_would_be_found(bool hasJunctions)
    {
        var (first, networks, edits) = (Number("NETDSL_SEED", 1), Number("NETDSL_NETWORKS", 16), Number("NETDSL_EDITS", 30));
        var takenOver = 0L;
        var lowered = 0;
        foreach (var seed in Enumerable.Range(first, networks))
        {
            var followed = Follow(seed, edits, seed % 4 == 0 ? RandomNetwork.Create(seed) : RandomNetwork.CreateSmall(seed), hasJunctions);
            takenOver += followed.TakenOver;
            lowered += followed.Lowered;
        }

        // Most edits make what can be lowered, and leave most of it.
        Assert.InRange(lowered, networks * edits / 2, networks * edits);
        Assert.True(takenOver > lowered, $"{takenOver} walks of {lowered} networks were taken over.");
    }

    /// <summary>A hub with spokes: each VPC has subnets of its own, tables, hosts, and a way to the others and to the internet.</summary>
    static readonly Topology Hub = HubWith(spokes: 12);

    public static TheoryData<string, int> Edits => new()
    {
        { "nothing", 0 },
        { "lines", 0 },
        { "a rule of a group", 0 },
        { "an entry of an ACL", 0 },
        { "an instance less", 0 },
        { "the target of a route", 60 },
        { "a route more", 60 },

        // Whoever has a path to the VPC has one more.
        { "an empty subnet more", 150 },
    };

    /// <summary>Otherwise all of the law above could hold because nothing is ever taken over.</summary>
    [Theory]
    [MemberData(nameof(Edits))]
    public void Only_what_an_edit_touches_is_walked(string edit, int most)
    {
        foreach (var hasJunctions in new[] { false, true })
        {
            var lowering = new IncrementalLowering();
            lowering.Lower(Hub, hasJunctions);
            Assert.Equal(default, lowering.LastWalks);
            lowering.Lower(Hub, hasJunctions);
            var all = lowering.LastWalks;
            Assert.Equal(0, all.TakenOver);

            var edited = Edited(edit);
            Assert.Equal(Anew(edited, hasJunctions), Text(() => lowering.Lower(edited, hasJunctions)));
            Assert.InRange(lowering.LastWalks.Walked, 0, most);
            Assert.True(lowering.LastWalks.TakenOver > all.Walked / 2, $"{lowering.LastWalks} of {all}");
        }
    }

    [Fact]
    public void A_lowering_that_is_cancelled_leaves_what_is_remembered()
    {
        var lowering = new IncrementalLowering();
        lowering.Lower(Hub);
        lowering.Lower(Hub);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => lowering.Lower(Edited("the target of a route"), "", cancelled.Token));

        Assert.Equal(Anew(Hub, hasJunctions: false), Text(() => lowering.Lower(Hub)));
        Assert.Equal(0, lowering.LastWalks.Walked);
    }

    /// <summary>Also the first one that notes, so that what follows is not held for more than there was.</summary>
    [Fact]
    public void Edits_are_taken_over_behind_lowerings_that_were_cancelled()
    {
        var lowering = new IncrementalLowering();
        lowering.Lower(Hub);
        for (var time = 0; time < 3; time++)
        {
            using var cancelled = new CancellationTokenSource();
            cancelled.Cancel();
            Assert.Throws<OperationCanceledException>(() => lowering.Lower(Hub, "", cancelled.Token));
        }

        lowering.Lower(Hub);
        Assert.Equal(Anew(Edited("a route more"), hasJunctions: false), Text(() => lowering.Lower(Edited("a route more"))));
        Assert.InRange(lowering.LastWalks.Walked, 0, 60);
    }

    [Fact]
    public void Threads_do_not_see_each_others_lowerings()
    {
        var lowering = new IncrementalLowering();
        var expected = Edits.Select(edit => (string)edit[0]).ToDictionary(edit => edit, edit => Anew(Edited(edit), hasJunctions: false));
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 4 }, turn =>
        {
            var edit = expected.Keys.ElementAt(turn % expected.Count);
            Assert.Equal(expected[edit], Text(() => lowering.Lower(Edited(edit))));
        });
    }

    static Topology Edited(string edit)
    {
        var table = Hub.RouteTables.First(each => each.Id.Path.EndsWith("spoke3/private", StringComparison.Ordinal));
        var subnet = Hub.Subnets.First(each => each.RouteTable == table.Id);
        var host = Hub.Instances.First(each => each.Subnet == subnet.Id);
        return edit switch
        {
            "nothing" => Hub with { },
            "lines" => MovedOrigins.Of(Hub, from: 0, by: 1),
            "a rule of a group" => Hub with { SecurityGroups = [.. Hub.SecurityGroups.Select(each => each with { Ingress = [] })] },
            "an entry of an ACL" => Hub with { NetworkAcls = [.. Hub.NetworkAcls.Select(each => each with { Inbound = [.. each.Inbound.Skip(1)] })] },
            "an instance less" => Hub with
            {
                Instances = [.. Hub.Instances.Where(each => each.Id != host.Id)],
                NetworkInterfaces = [.. Hub.NetworkInterfaces.Where(each => each.Instance != host.Id)],
            },
            "the target of a route" => WithTable(table with { Routes = [.. table.Routes.Select(route => route with { Target = new Sourced<ElementId>(table.Id, route.Origin) })] }),
            "a route more" => WithTable(table with { Routes = [.. table.Routes, table.Routes[0] with { Destination = new Sourced<IpPrefix>(IpPrefix.Parse("203.0.113.0/24"), Origin.None) }] }),
            "an empty subnet more" => Hub with
            {
                Subnets = [.. Hub.Subnets, subnet with { Id = new ElementId(ElementKind.Subnet, subnet.Id.Path + "-more"), Prefix = new Sourced<IpPrefix>(IpPrefix.Parse("10.3.240.0/24"), Origin.None) }],
            },
            _ => throw new ArgumentException(edit, nameof(edit)),
        };

        static Topology WithTable(RouteTable edited) => Hub with { RouteTables = [.. Hub.RouteTables.Select(each => each.Id == edited.Id ? edited : each)] };
    }

    static Topology HubWith(int spokes)
    {
        var network = new NetworkBuilder("Hub");
        var region = network.Region("us-east-1");
        var gateway = region.TransitGateway("hub");
        for (var spoke = 1; spoke <= spokes; spoke++)
        {
            var vpc = region.Vpc($"spoke{spoke}", $"10.{spoke}.0.0/16");
            var group = vpc.SecurityGroup("web").Ingress(Traffic.Tcp(443), from: Traffic.AnyIpv4);
            var edge = vpc.Subnet("public", $"10.{spoke}.0.0/24", "a");
            edge.RouteTable("public").Route("0.0.0.0/0", vpc.InternetGateway($"igw{spoke}")).Route("10.0.0.0/8", gateway);
            var inside = vpc.Subnet("private", $"10.{spoke}.1.0/24", "a");
            inside.RouteTable("private").Route("0.0.0.0/0", edge.NatGateway($"nat{spoke}")).Route("10.0.0.0/8", gateway);
            gateway.Attach($"spoke{spoke}", inside);
            edge.Instance("front", group).PublicIp();
            inside.Instance("back", group);
            inside.Instance("spare", group);
        }

        var hub = network.Build();
        return hub.IsWhole ? hub : throw new InvalidOperationException(string.Join("; ", hub.Problems.Select(problem => problem.Text)));
    }

    static (long TakenOver, int Lowered) Follow(int seed, int edits, Topology topology, bool hasJunctions)
    {
        var (takenOver, lowered) = (0L, 0);
        var lowering = new IncrementalLowering();
        var random = new RandomEdits(topology, seed);
        Assert.Equal(Anew(topology, hasJunctions), Text(() => lowering.Lower(topology, hasJunctions)));
        for (var edit = 0; edit < edits; edit++)
        {
            var (edited, kind) = random.Next();
            var expected = Anew(edited, hasJunctions);
            var found = Text(() => lowering.Lower(edited, hasJunctions));
            Assert.True(
                expected == found,
                $"NETDSL_SEED={seed} NETDSL_NETWORKS=1: edit {edit} ({kind}) with junctions {hasJunctions} gives another graph: {Difference(expected, found)}");
            if (expected.Contains('\n', StringComparison.Ordinal))
            {
                lowered++;
                takenOver += lowering.LastWalks.TakenOver;
            }
        }

        return (takenOver, lowered);
    }

    static string Anew(Topology topology, bool hasJunctions) => Text(() => TopologyLowering.Lower(topology, hasJunctions));

    // Some edits make what cannot be lowered; then it cannot be lowered by either.
    static string Text(Func<ForwardingGraph> lower)
    {
        try
        {
            return ForwardingGraphText.Write(lower());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return exception.GetType().Name;
        }
    }

    static string Difference(string expected, string found)
    {
        var (one, other) = (expected.Split('\n'), found.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(one.Length, other.Length)).FirstOrDefault(line => one[line] != other[line]);
        return $"line {line}\n{one[line]}\n{other[line]}";
    }

    static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}

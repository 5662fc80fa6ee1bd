using System.Globalization;
using System.Text;
using NetDsl.Model;
using NetDsl.Testing;
using NetDsl.Testing.RandomNetworks;
using static NetDsl.Traffic;

namespace NetDsl.Compiler.Tests.Reachability;

/// <summary>What the sets of the engine say of filters and routes, two provers say of the rules: is there such a packet?</summary>
public class ProverAgreementTests
{
    const int Queries = 1_000;

    static readonly string[] Prefixes =
    [
        "0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.0.0.0/23", "10.0.0.0/24", "10.0.1.0/24", "10.0.1.0/25", "10.0.1.4/32", "172.16.0.0/12", "192.0.2.0/24",
        "::/0", "2600::/16", "2600:1f00::/24", "64:ff9b::/96", "2001:db8::4/128",
    ];

    [SkippableTheory]
    [InlineData("z3", "-smt2")]
    [InlineData("cvc5", "--incremental")]
    public void A_prover_agrees(string prover, string option)
    {
        Skip.IfNot(DebianPrograms.Has(prover, prover, "--version"), $"needs {prover}");
        var queries = Draw();
        Assert.All(
            queries.GroupBy(query => query.IsSatisfiable),
            answer => Assert.True(answer.Count() > Queries / 5, $"{answer.Key} is the answer to {answer.Count()} of {Queries} questions only"));
        using var scratch = new ScratchFolder();
        var script = new StringBuilder(SmtLib.Packet);
        foreach (var query in queries)
        {
            script.Append(CultureInfo.InvariantCulture, $"(push 1)\n(assert {query.Formula})\n(check-sat)\n(pop 1)\n");
        }

        File.WriteAllText(Path.Combine(scratch.Path, "queries.smt2"), script.ToString());

        var answers = Command.Run(scratch.Path, prover, option, "queries.smt2");

        Assert.Equal(0, answers.ExitCode);
        var lines = answers.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Queries, lines.Length);
        var difference = queries.Zip(lines).FirstOrDefault(each => (each.First.IsSatisfiable ? "sat" : "unsat") != each.Second);
        Assert.True(difference.First is null, $"{difference.First?.Kind}: {prover} says {difference.Second} to\n{difference.First?.Formula}");
    }

    /// <summary>Of random networks, whose lists are short, and of networks that have nothing but long ones.</summary>
    static List<ProverQuery> Draw() =>
    [
        .. Enumerable.Range(1, int.MaxValue)
            .SelectMany(seed => ProverQueries.Of(seed % 2 == 0 ? RandomNetwork.Create(seed) : LongLists(seed), seed, count: 20))
            .Take(Queries),
    ];

    /// <summary>Four subnets, each with an ACL of ten entries in both directions, and with a host whose groups have six rules.</summary>
    static Topology LongLists(int seed)
    {
        var random = new Random(seed);
        var network = new NetworkBuilder("Lists");
        var vpc = network.Region("us-east-1").Vpc("lists", "10.0.0.0/16");
        var gateway = vpc.InternetGateway("igw");
        for (var index = 0; index < 4; index++)
        {
            var (acl, group) = (vpc.NetworkAcl($"acl{index}"), vpc.SecurityGroup($"group{index}"));
            for (var number = 1; number <= 10; number++)
            {
                _ = random.Next(2) == 0 ? acl.AllowInbound(number, Selector(), Prefix()) : acl.DenyInbound(number, Selector(), Prefix());
                _ = random.Next(2) == 0 ? acl.AllowOutbound(number, Selector(), Prefix()) : acl.DenyOutbound(number, Selector(), Prefix());
            }

            for (var rule = 0; rule < 3; rule++)
            {
                group.Ingress(Selector(), Prefix()).Ingress(Selector(), from: vpc.DefaultSecurityGroup).Egress(Selector(), Prefix());
            }

            var subnet = vpc.Subnet($"s{index}", $"10.0.{index}.0/24", "a").Associate(acl);
            var table = subnet.RouteTable($"table{index}");
            foreach (var prefix in Prefixes.Where(prefix => !prefix.Contains(':') && !prefix.StartsWith("10.", StringComparison.Ordinal) && random.Next(2) == 0))
            {
                table.Route(prefix, gateway);
            }

            subnet.Instance($"host{index}", group);
            subnet.Instance($"other{index}");
        }

        var topology = network.Build();
        Assert.Empty(topology.Problems);
        return topology;

        string Prefix() => Prefixes[random.Next(Prefixes.Length)];

        TrafficSelector Selector() => random.Next(8) switch
        {
            0 => AllTraffic,
            1 => Icmp,
            2 => IpProtocol(50),
            3 => UdpRange(0, 1023),
            4 => TcpRange(1024, 65535),
            5 => TcpRange(0, 65535),
            6 => TcpRange(22, 443),
            _ => Tcp(443),
        };
    }
}

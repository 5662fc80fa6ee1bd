using NetDsl.Runtime.Allowances;
using NetDsl.Simulation.Failures;
using NetDsl.Simulation.Performance;
using NetDsl.Simulation.Scenarios;
using NetDsl.Simulation.Workloads;

namespace NetDsl.Simulation.Tests.Scenarios;

public sealed class ScenarioTests
{
    [Fact]
    public void A_scenario_is_read_whole()
    {
        var scenario = Scenario.Parse("""
            {
              // Comments and trailing commas are fine.
              "traffic": [
                {
                  "name": "orders", "from": ["web"], "to": ["db-a", "10.0.0.0/8"], "protocol": "tcp", "port": 5432, "perSecond": 12.5, "pairing": "pairs",
                  "start": "20ms", "end": "1.5h", "interfaces": "Paravirtual",
                  "exchange": { "requests": { "uniform": [1, 5] }, "requestBytes": 300, "replyBytes": { "lognormal": [900, 0.5] }, "pause": { "exponential": 0.1 } },
                },
                { "name": "copies", "from": ["a"], "to": ["b"], "protocol": "udp", "port": 9, "family": "ipv6", "callers": 3, "thinking": 2, "bulk": { "bytes": { "pareto": [1000, 1.2] }, "upload": true } },
                { "name": "pings", "from": ["a"], "to": ["internet"], "protocol": "icmp", "perSecond": 1 },
              ],
              "failures": [
                { "kind": "zone", "name": "us-east-1a", "at": "2m", "until": "3m" },
                { "kind": "line", "name": "vpn", "at": "0s", "loss": 0.25, "delay": "40ms" },
              ],
              "randomFailures": 7,
            }
            """);

        Assert.Equal(
            [
                new TrafficPattern("orders", ["web"], ["db-a", "10.0.0.0/8"], Protocol.Tcp, 5432)
                {
                    Arrivals = new Arrivals.Poisson(12.5),
                    Pairing = TrafficPairing.Pairs,
                    Start = TimeSpan.FromMilliseconds(20),
                    End = TimeSpan.FromHours(1.5),
                    Interfaces = InterfaceMode.Paravirtual,
                    Exchange = new Exchange.RequestReply
                    {
                        Requests = new Distribution.Uniform(1, 5),
                        RequestBytes = new Distribution.Constant(300),
                        ReplyBytes = new Distribution.Lognormal(900, 0.5),
                        Pause = new Distribution.Exponential(0.1),
                    },
                },
                new TrafficPattern("copies", ["a"], ["b"], Protocol.Udp, 9)
                {
                    IsIpv6 = true,
                    Arrivals = new Arrivals.ClosedLoop(3, new Distribution.Constant(2)),
                    Exchange = new Exchange.Bulk { Bytes = new Distribution.Pareto(1000, 1.2), IsUpload = true, Pause = new Distribution.Constant(0) },
                },
                new TrafficPattern("pings", ["a"], ["internet"], Protocol.Icmp, 0),
            ],
            scenario.Traffic);
        Assert.Equal(
            [
                new ScheduledFailure(FailureKind.Zone, "us-east-1a", TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3)),
                new ScheduledFailure(FailureKind.Line, "vpn", TimeSpan.Zero) { Loss = 0.25, Delay = TimeSpan.FromMilliseconds(40) },
            ],
            scenario.Failures);
        Assert.Equal(7, scenario.RandomFailures);
    }

    [Fact]
    public void Allowances_are_read_whole()
    {
        var scenario = Scenario.Parse("""
            {
              "allowances": [
                { "of": ["web"], "gbps": 0.75, "burst": { "gbps": 10, "lasts": "1m" }, "packetsPerSecond": 90000, "connections": 5000, "vcpus": 2, "flowGbps": 1, "placementGroup": "near", "queue": "5ms" },
                { "of": ["db-a", "db-b"], "interfaces": "ENA Express", "vcpus": 64 },
                { "of": ["old"], "interfaces": "Paravirtual", "gbps": 0.5 },
              ]
            }
            """);
        Assert.Equal(
            [
                new NamedAllowance(["web"], new InstanceAllowance
                {
                    BitsPerSecond = 0.75e9,
                    PeakBitsPerSecond = 10e9,
                    PeakLasts = TimeSpan.FromMinutes(1),
                    PacketsPerSecond = 90_000,
                    Connections = 5000,
                    InternetBitsPerSecond = 5e9,
                    FlowBitsPerSecond = 1e9,
                    PlacementGroup = "near",
                    LongestWait = TimeSpan.FromMilliseconds(5),
                }),
                new NamedAllowance(["db-a", "db-b"], new InstanceAllowance { BitsPerSecond = 100e9, PacketsPerSecond = 2e6, UsesEnaExpress = true, InternetBitsPerSecond = 50e9 }),
                new NamedAllowance(["old"], new InstanceAllowance { BitsPerSecond = 0.5e9, PacketsPerSecond = 100_000 }),
            ],
            scenario.Allowances);
    }

    [Theory]
    [InlineData("""{"allowances":[{"gbps":1}]}""", "$.allowances[0]: \"of\" is missing; name the instances")]
    [InlineData("""{"allowances":[{"of":["a"],"gbps":0}]}""", "$.allowances[0].gbps: a number from 1E-06 to 10000 is wanted")]
    [InlineData("""{"allowances":[{"of":["a"],"gbps":2,"interfaces":"Paravirtual"}]}""", "$.allowances[0].gbps: Paravirtual carries 1 at most; leave \"interfaces\" out, or write less")]
    [InlineData("""{"allowances":[{"of":[],"gbps":1}]}""", "$.allowances[0].of: nobody is named; name an instance, a subnet or a VPC")]
    [InlineData("""{"allowances":[{"of":["a"],"interfaces":"Paravirtual","gbps":0.5,"burst":{"gbps":2}}]}""", "$.allowances[0].burst.gbps: Paravirtual carries 1 at most; leave \"interfaces\" out, or write less")]
    [InlineData("""{"allowances":[{"of":["a"],"burst":{"gbps":2}}]}""", "$.allowances[0].burst: it has no baseline; write \"gbps\" beside it")]
    [InlineData("""{"allowances":[{"of":["a"],"gbps":2,"burst":{"lasts":"1m"}}]}""", "$.allowances[0].burst: \"gbps\" is missing: up to what it goes")]
    [InlineData("""{"allowances":[{"of":["a"],"gbps":2,"burst":{"gbps":1}}]}""", "$.allowances[0].burst.gbps: it goes up to more than the \"gbps\" that it has always")]
    [InlineData("""{"allowances":[{"of":["a"],"vcpus":32}]}""", "$.allowances[0].vcpus: so large an instance has half of its bandwidth through an internet gateway; write its \"gbps\"")]
    [InlineData("{", "line 1, byte 2: this is not JSON")]
    [InlineData("[]", "$: an object is wanted, with traffic, failures, randomFailures, allowances, tunnels, bfd")]
    [InlineData("""{"flows":1}""", "$.flows: there is no such member; there are traffic, failures, randomFailures, allowances, tunnels, bfd")]
    [InlineData("""{"randomFailures":1,"randomFailures":2}""", "$.randomFailures: it is there twice; leave one out")]
    [InlineData("""{"randomFailures":-1}""", "$.randomFailures: a whole number from 0 to 100000 is wanted")]
    [InlineData("""{"traffic":{}}""", "$.traffic: a list is wanted, in [ ]")]
    [InlineData("""{"traffic":[{"name":"x"}]}""", "$.traffic[0]: \"protocol\" is missing")]
    [InlineData("""{"traffic":[{"name":"x","from":["a"],"to":["b"],"protocol":"sctp"}]}""", "$.traffic[0].protocol: one of tcp, udp, icmp, icmpv6 is wanted")]
    [InlineData("""{"traffic":[{"name":"x","from":["a"],"to":["b"],"protocol":"tcp","port":70000}]}""", "$.traffic[0].port: a whole number from 1 to 65535 is wanted")]
    [InlineData("""{"traffic":[{"name":"x","from":["a"],"to":[7],"protocol":"icmp"}]}""", "$.traffic[0].to[0]: a text is wanted, in quotation marks")]
    [InlineData("""{"traffic":[{"name":"x","from":["a"],"to":["b"],"protocol":"icmp"}]}""", "$.traffic[0]: it does not say how often; write \"perSecond\", or \"callers\" and how long they are \"thinking\"")]
    [InlineData("""{"traffic":[{"name":"x","from":["a"],"to":["b"],"protocol":"icmp","perSecond":1,"callers":1}]}""", "$.traffic[0]: flows come \"perSecond\" or from \"callers\"; leave one of the two out")]
    [InlineData("""{"traffic":[{"name":"x","from":["a"],"to":["b"],"protocol":"icmp","perSecond":1,"exchange":{},"bulk":{}}]}""", "$.traffic[0]: a flow is an \"exchange\" or \"bulk\"; leave one of the two out")]
    [InlineData("""{"traffic":[{"name":"x","from":["a"],"to":["b"],"protocol":"icmp","perSecond":1,"exchange":{"pause":{"uniform":[2,1]}}}]}""", "$.traffic[0].exchange.pause.uniform: the lower number comes first")]
    [InlineData("""{"traffic":[{"name":"x","from":["a"],"to":["b"],"protocol":"icmp","perSecond":1,"exchange":{"pause":{}}}]}""", "$.traffic[0].exchange.pause: one distribution is wanted: a number, uniform, exponential, lognormal or pareto")]
    [InlineData("""{"failures":[{"kind":"fire","name":"x","at":"1s"}]}""", "$.failures[0].kind: there is no such kind; there are zone, host, nat-gateway, node, drain, tunnel, device, virtual-interface, connection, location, site, line, maintenance, move")]
    [InlineData("""{"failures":[{"kind":"zone","name":"x","at":"soon"}]}""", "$.failures[0].at: a time is wanted: a number and ms, s, m, h or d, such as \"90s\"")]
    [InlineData("""{"failures":[{"kind":"line","name":"x","at":"1s","loss":2}]}""", "$.failures[0].loss: a number from 0 to 1 is wanted")]
    public void What_is_no_scenario_is_told_with_its_place(string json, string message) =>
        Assert.Equal(message, Assert.Throws<ScenarioException>(() => Scenario.Parse(json)).Message);
}

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

    [Theory]
    [InlineData("{", "line 1, byte 2: this is not JSON")]
    [InlineData("[]", "$: an object is wanted, with traffic, failures, randomFailures, tunnels, bfd")]
    [InlineData("""{"flows":1}""", "$.flows: there is no such member; there are traffic, failures, randomFailures, tunnels, bfd")]
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

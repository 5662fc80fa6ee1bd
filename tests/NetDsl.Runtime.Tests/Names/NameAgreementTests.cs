using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;
using NetDsl.Model;
using NetDsl.Reference;
using NetDsl.Runtime.Tests.Engines;
using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Runtime.Tests.Names;

/// <summary>The third law, for names: the compiled graph answers as the reference does, from everywhere and for every name that is spoken of.</summary>
public class NameAgreementTests
{
    [Fact]
    public void The_compiled_graph_answers_as_the_reference_does()
    {
        var answers = new Dictionary<NameOutcome, int>();
        for (var seed = 1; seed <= 150; seed++)
        {
            var topology = RandomNetwork.Create(seed);
            var reference = new ReferenceResolver(topology);
            var network = new CompiledNetwork(ForwardingGraphText.Read(ForwardingGraphText.Write(TopologyLowering.Lower(topology))));
            foreach (var asker in Askers(topology))
            {
                foreach (var name in Names(topology))
                {
                    var answer = network.Resolve(asker is { } element ? Endpoint.Of(element) : Endpoint.Internet, name);
                    Assert.True(
                        reference.Resolve(asker, name) == CompiledVectors.NameText(answer),
                        $"seed {seed}, '{name}' asked by {asker?.Path ?? "internet"}: expected {reference.Resolve(asker, name)}, not {CompiledVectors.NameText(answer)}");
                    answers[answer.Outcome] = answers.GetValueOrDefault(answer.Outcome) + 1;
                }
            }
        }

        Assert.All(Enum.GetValues<NameOutcome>(), outcome => Assert.True(answers.GetValueOrDefault(outcome) > 100, $"{outcome} came out seldom"));
    }

    static IEnumerable<ElementId?> Askers(Topology topology) =>
    [
        null,
        .. topology.Vpcs.Select(vpc => topology.NetworkInterfaces.FirstOrDefault(each => !each.Translates && topology.Subnets.Any(subnet => subnet.Id == each.Subnet && subnet.Vpc == vpc.Id))?.Id).Where(id => id is not null),
        .. topology.Hybrid.Hosts.Take(2).Select(host => (ElementId?)host.Id),
    ];

    static IEnumerable<string> Names(Topology topology) => new[] { "example.org", "db.corp.example", "a.b.eu.corp.example", "example", "s3.us-east-1.amazonaws.com", "x.s3.us-east-1.amazonaws.com", "ip-9-9-9-9.ec2.internal" }
        .Concat(topology.PublicServices.Select(service => $"{service.Name}.{service.Region.Path}.amazonaws.com"))
        .Concat(topology.PublicServices.SelectMany(service => new[] { $"{service.Name}.dualstack.{service.Region.Path}.amazonaws.com", $"{service.Name}.{service.Region.Path}.api.aws" }))
        .Concat(topology.EndpointServices.Select(service => service.PrivateDnsName).OfType<string>())
        .Concat(topology.NetworkInterfaces.Where(each => !each.Translates).Take(6).SelectMany(each => HostNames(each, topology)));

    static IEnumerable<string> HostNames(NetworkInterface each, Topology topology)
    {
        var region = topology.Vpcs.First(vpc => vpc.Id == topology.Subnets.First(subnet => subnet.Id == each.Subnet).Vpc).Region.Path;
        yield return $"ip-{each.PrivateAddress.ToString().Replace('.', '-')}.{(region == "us-east-1" ? "ec2.internal" : $"{region}.compute.internal")}";
        if (each.PublicAddress is { } address)
        {
            yield return $"ec2-{address.ToString().Replace('.', '-')}.{(region == "us-east-1" ? "compute-1.amazonaws.com" : $"{region}.compute.amazonaws.com")}";
        }
    }
}

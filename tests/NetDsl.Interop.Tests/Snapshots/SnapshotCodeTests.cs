using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Interop.Tests.Snapshots;

/// <summary>The C# that a snapshot is written as: it compiles, and running and evaluating it give the same network.</summary>
public class SnapshotCodeTests
{
    [Theory]
    [InlineData("Shop")]
    [InlineData("Peers")]
    [InlineData("Hub")]
    [InlineData("Gaps")]
    [InlineData("Hybrid")]
    public void Evaluates_to_the_same_topology(string name)
    {
        var read = SnapshotFiles.Read(name).Topology;
        var code = SnapshotFiles.Read(name).ToCode(name);
        var run = TopologyPrograms.Run(code);
        Assert.Empty(run.Problems.Select(problem => problem.Text));
        Assert.Equal(Elements(read), Elements(run));
        var evaluated = TopologyPrograms.Evaluate(code);
        Assert.True(evaluated.IsWhole);
        Assert.Equal(Elements(read), Elements(evaluated.Topology!));
    }

    [Fact]
    public void Hostile_text_stays_inside_its_literal()
    {
        var snapshot = SnapshotFiles.Of("""
            {
              "Vpcs": [{ "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16" }],
              "Subnets": [{ "SubnetId": "subnet-1", "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "us-east-1a" }],
              "Reservations": [{ "Instances": [{ "InstanceId": "i-1", "SubnetId": "subnet-1", "PrivateIpAddress": "10.0.0.9", "Tags": [{ "Key": "Name", "Value": "\"); System.Environment.Exit(1); //\n\u2028" }] }] }]
            }
            """);
        var run = TopologyPrograms.Run(snapshot.ToCode("Hostile"));
        Assert.Equal(snapshot.Topology.Instances.Single().Tags.Single().Value, run.Instances.Single().Tags.Single().Value);
    }

    /// <summary>Everything with a name, each as JSON without where it was written, in the order of names.</summary>
    static string Elements(Topology topology) => TopologyText.WithoutOrigins(topology);
}

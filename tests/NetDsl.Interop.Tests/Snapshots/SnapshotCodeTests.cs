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
    [InlineData("Remote")]
    [InlineData("Worldwide")]
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
    public void What_repeats_is_a_loop_or_a_method()
    {
        var hosts = SnapshotFiles.Read("Gaps").ToCode("Gaps");
        Assert.Contains("""
                    foreach (var (instance, privateIp, securityGroup, tag) in new[]
                    {
                        ("i-0h", "10.0.0.10", sg0h, "h"),
                        ("i-0k", "10.0.0.11", sg0k, "k"),
                        ("i-0m", "10.0.0.12", unknown1, "m"),
                    })
                    {
                        subnet0h.Instance(instance).PrivateIp(privateIp).SecurityGroup(securityGroup).Tag("Name", tag);
                    }
            """, hosts, StringComparison.Ordinal);
        var hub = SnapshotFiles.Read("Hub").ToCode("Hub");
        Assert.Contains("foreach (var subnet in new[] { subnet0egb, subnet0egp, subnet0egt })", hub, StringComparison.Ordinal);
        Assert.Contains("""
                var acl0c = vpc0c.NetworkAcl("acl-0c").UsualEntries();
            """, hub, StringComparison.Ordinal);
        Assert.Contains("""
                /// <summary>What 5 of these have in common.</summary>
                static NetworkAclBuilder UsualEntries(this NetworkAclBuilder same) => same
                    .AllowInbound(100, AllTraffic, from: "0.0.0.0/0")
                    .AllowOutbound(100, AllTraffic, to: "0.0.0.0/0");
            """, hub, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_in_it_stands_above()
    {
        var code = SnapshotFiles.Read("Gaps").ToCode("Gaps");
        Assert.Contains("/// Not in it, because it was not understood; proofs and traces do not know of it:\n/// NetworkFirewalls (1): is not read;", code, StringComparison.Ordinal);
        Assert.DoesNotContain("<remarks>", SnapshotFiles.Read("Shop").ToCode("Shop"), StringComparison.Ordinal);
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

using NetDsl.Interop.Snapshots;
using NetDsl.Testing;

namespace NetDsl.Interop.Tests.Snapshots;

/// <summary>How a folder of JSON is read: what is found, merged, passed over, kept secret and refused.</summary>
public class SnapshotReadingTests
{
    const string Vpc = """{ "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16", "OwnerId": "111122223333" }""";

    [Theory]
    [InlineData("us-east-1/a.json")]
    [InlineData("aws_configs/us-east-1/whatever.JSON")]
    [InlineData("accounts/111122223333/us-east-1/a.json")]
    [InlineData("aws_configs/accounts/111122223333/us-east-1/a.json")]
    public void Finds_files_by_folder_and_not_by_name(string file)
    {
        using var scratch = new ScratchFolder();
        SnapshotFiles.Write(scratch.Path, file, $$"""{ "Vpcs": [{{Vpc}}] }""");
        Assert.True(AccountSnapshot.IsSnapshot(scratch.Path));
        Assert.Equal("us-east-1/vpc-1", Assert.Single(AccountSnapshot.Read(scratch.Path).Topology.Vpcs).Id.Path);
    }

    [Fact]
    public void Files_of_no_region_are_of_the_region_whose_zones_they_name()
    {
        using var scratch = new ScratchFolder();
        SnapshotFiles.Write(scratch.Path, "a.json", $$"""{ "Vpcs": [{{Vpc}}] }""");
        Assert.Contains("its region is not known", Fault(scratch.Path), StringComparison.Ordinal);
        SnapshotFiles.Write(scratch.Path, "b.json", """{ "Subnets": [{ "SubnetId": "subnet-1", "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "eu-west-1b" }] }""");
        Assert.Equal("eu-west-1/vpc-1", Assert.Single(AccountSnapshot.Read(scratch.Path).Topology.Vpcs).Id.Path);
    }

    [Fact]
    public void What_two_accounts_show_of_one_element_is_put_together()
    {
        using var scratch = new ScratchFolder();
        SnapshotFiles.Write(scratch.Path, "accounts/111122223333/us-east-1/a.json", $$"""{ "Vpcs": [{{Vpc}}], "Subnets": [{ "SubnetId": "subnet-1", "VpcId": "vpc-1" }] }""");
        SnapshotFiles.Write(
            scratch.Path,
            "accounts/222233334444/us-east-1/a.json",
            """{ "Subnets": [{ "SubnetId": "subnet-1", "CidrBlock": "10.0.3.0/24", "AvailabilityZone": "us-east-1c", "Tags": [{ "Key": "Name", "Value": "shared" }] }] }""");
        var snapshot = AccountSnapshot.Read(scratch.Path);
        Assert.Equal("10.0.3.0/24", Assert.Single(snapshot.Topology.Subnets).Prefix.ToString());
        Assert.Equal("us-east-1/vpc-1/subnet-1", Assert.Single(snapshot.Aliases["shared"]).Path);
    }

    [Theory]
    [InlineData("""{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}""", false)]
    [InlineData("""{"Statement":{"Action":"*","Effect":"Allow","Principal":{"AWS":"*"},"Resource":"*"}}""", false)]
    [InlineData("""{"Statement":[{"Action":"s3:GetObject","Effect":"Allow","Principal":"*","Resource":"*"}]}""", true)]
    [InlineData("""{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*","Condition":{}}]}""", true)]
    [InlineData("[[[", true)]
    public void A_policy_of_an_endpoint_that_does_not_allow_everything_is_told(string policy, bool isTold)
    {
        var snapshot = SnapshotFiles.Of($$"""
            {
              "Vpcs": [{{Vpc}}],
              "PrefixLists": [{ "PrefixListId": "pl-1", "PrefixListName": "com.amazonaws.us-east-1.s3", "Cidrs": ["52.216.0.0/15"] }],
              "VpcEndpoints": [{ "VpcEndpointId": "vpce-1", "VpcId": "vpc-1", "State": "available", "VpcEndpointType": "Gateway", "ServiceName": "com.amazonaws.us-east-1.s3",
                "PolicyDocument": {{System.Text.Json.JsonSerializer.Serialize(policy)}} }]
            }
            """);
        Assert.Equal(isTold, snapshot.Gaps.Any(gap => gap is { Key: "VpcEndpoints", Count: 1 } && gap.Meaning.StartsWith("has a policy", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_what_is_live_counts()
    {
        var topology = SnapshotFiles.Of("""
            {
              "Vpcs": [
                { "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16", "CidrBlockAssociationSet": [
                  { "CidrBlock": "10.0.0.0/16", "CidrBlockState": { "State": "associated" } },
                  { "CidrBlock": "10.1.0.0/16", "CidrBlockState": { "State": "associated" } },
                  { "CidrBlock": "10.2.0.0/16", "CidrBlockState": { "State": "disassociated" } }] },
                { "VpcId": "vpc-2", "CidrBlock": "10.9.0.0/16", "State": "pending" }],
              "TransitGateways": [{ "TransitGatewayId": "tgw-1", "State": "deleted" }],
              "NatGateways": [{ "NatGatewayId": "nat-1", "State": "failed" }]
            }
            """).Topology;
        Assert.Equal(["10.0.0.0/16", "10.1.0.0/16"], Assert.Single(topology.Vpcs).Blocks.Select(block => block.ToString()));
        Assert.Empty(topology.TransitGateways);
        Assert.Empty(topology.NatGateways);
    }

    [Fact]
    public void Elements_are_named_by_identifier_and_point_into_their_file()
    {
        var topology = SnapshotFiles.Read("Shop").Topology;
        Assert.Contains(topology.SecurityGroups, group => group.Id.Path == "us-east-1/vpc-0a1/sg-0web");
        Assert.Contains(topology.RouteTables, table => table.Id.Path == "us-east-1/vpc-0a1/rtb-0main");
        var origin = topology.NatGateways.Single().Origin;
        Assert.EndsWith("network.json", origin.File, StringComparison.Ordinal);
        Assert.Contains("nat-0a1", string.Concat(File.ReadLines(origin.File).Skip(origin.Line - 1).Take(2)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_understood_is_listed_and_counted()
    {
        var gaps = SnapshotFiles.Read("Gaps").Gaps;
        Assert.Contains(gaps, gap => gap is { Key: "NetworkFirewalls", Count: 1 });
        Assert.DoesNotContain(gaps, gap => gap.Key == "FlowLogs");
        Assert.Contains(gaps, gap => gap.Key == "RouteTables" && gap.Meaning.Contains("10.20.0.0/16", StringComparison.Ordinal));
        Assert.Contains(gaps, gap => gap.Key == "SecurityGroups" && gap.Meaning.Contains("sg-0missing", StringComparison.Ordinal));
        Assert.Empty(SnapshotFiles.Read("Shop").Gaps);
        Assert.Empty(SnapshotFiles.Read("Peers").Gaps);
    }

    [Fact]
    public void A_listing_that_goes_on_elsewhere_makes_every_verdict_unknown()
    {
        using var scratch = new ScratchFolder();
        foreach (var file in Directory.EnumerateFiles(SnapshotFiles.Folder("Peers"), "*.json", SearchOption.AllDirectories))
        {
            SnapshotFiles.Write(scratch.Path, Path.GetRelativePath(SnapshotFiles.Folder("Peers"), file), File.ReadAllText(file));
        }

        SnapshotFiles.Write(scratch.Path, "us-west-2/more.json", """{ "Vpcs": [], "NextToken": "planted" }""");
        var snapshot = AccountSnapshot.Read(scratch.Path);
        Assert.Equal(Verdict.Unknown, snapshot.Trace("i-0hub", "i-0one", "tcp/22").Verdict);
        Assert.DoesNotContain("planted", string.Concat(snapshot.Gaps), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_nowhere_in_what_is_read()
    {
        var snapshot = SnapshotFiles.Of("""
            {
              "Vpcs": [{ "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16" }],
              "Subnets": [{ "SubnetId": "subnet-1", "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "us-east-1a" }],
              "Reservations": [{ "Instances": [{ "InstanceId": "i-1", "SubnetId": "subnet-1", "PrivateIpAddress": "10.0.0.9", "UserData": "planted-1" }] }],
              "CustomerGateways": [{ "CustomerGatewayId": "cgw-1", "BgpAsn": "65000", "IpAddress": "198.51.100.1" }],
              "VpnGateways": [{ "VpnGatewayId": "vgw-1", "VpcAttachments": [{ "VpcId": "vpc-1", "State": "attached" }] }],
              "VpnConnections": [{ "VpnConnectionId": "vpn-1", "CustomerGatewayId": "cgw-1", "VpnGatewayId": "vgw-1", "CustomerGatewayConfiguration": "<k>planted-2</k>",
                "Options": { "StaticRoutesOnly": true, "TunnelOptions": [{ "OutsideIpAddress": "54.1.1.1", "PreSharedKey": "planted-3" }] } }],
              "VirtualInterfaces": [{ "virtualInterfaceId": "dxvif-1", "virtualInterfaceType": "private", "vlan": 7, "asn": 65000, "virtualGatewayId": "vgw-1",
                "authKey": "planted-4", "bgpPeers": [{ "authKey": "planted-5" }], "customerRouterConfig": "planted-6" }]
            }
            """);
        Assert.Equal("vpn-1", Assert.Single(snapshot.Topology.Hybrid.VpnConnections).Id.Name);
        Assert.Equal("dxvif-1", Assert.Single(snapshot.Topology.Hybrid.VirtualInterfaces).Id.Name);
        Assert.DoesNotContain("planted", TopologyJson.Write(snapshot.Topology) + string.Concat(snapshot.Gaps) + string.Concat(snapshot.Aliases.Keys), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "VpnConnections": [{ "PreSharedKey": "planted" """, "$.VpnConnections[0]", "cut off")]
    [InlineData("""{ "Vpcs": [{ "VpcId": "vpc-1", "PreSharedKey": planted }] }""", "$.Vpcs[0]", "no JSON")]
    [InlineData("""[1, 2]""", "$", "an object with keys")]
    [InlineData("", "$", "no JSON")]
    [InlineData("""{ "Vpcs": { "planted": 1 } }""", "$.Vpcs", "a list is expected")]
    [InlineData("""{ "Vpcs": ["planted"] }""", "$.Vpcs[0]", "an object is expected")]
    [InlineData("""{ "Vpcs": [{ "VpcId": ["planted"] }] }""", "$.Vpcs[0].VpcId", "a text is expected")]
    [InlineData("""{ "Vpcs": [{ "CidrBlock": "planted" }] }""", "$.Vpcs[0]", "'VpcId' is missing")]
    [InlineData("""{ "Vpcs": [{ "VpcId": "vpc-1", "VpcId": "planted" }] }""", "$.Vpcs[0].VpcId", "twice")]
    [InlineData("""{ "Vpcs": [{ "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16", "CidrBlockAssociationSet": "planted" }] }""", "$.Vpcs[0].CidrBlockAssociationSet", "a list is expected")]
    [InlineData("""{ "Vpcs": [], "a\u001b[2Jb": 1, "a\u001b[2Jb": 2 }""", "$['a?[2Jb']", "twice")]
    [InlineData("""{ "Vpcs": [] } planted""", "$", "no JSON")]
    public void What_is_no_snapshot_gives_one_error_with_file_and_place(string json, string path, string reason)
    {
        using var scratch = new ScratchFolder();
        SnapshotFiles.Write(scratch.Path, "us-east-1/bad.json", json);
        var message = Fault(scratch.Path);
        Assert.StartsWith($"{Path.Combine(scratch.Path, "us-east-1", "bad.json")}: {path}: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_nested_too_deep_is_refused()
    {
        using var scratch = new ScratchFolder();
        SnapshotFiles.Write(scratch.Path, "us-east-1/deep.json", "{\"Vpcs\":" + new string('[', 100_000));
        Assert.Contains("nested more than 64 deep", Fault(scratch.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vpc-1\\u001b[2J")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public void Hostile_names_are_refused_or_left_out(string name)
    {
        try
        {
            var snapshot = SnapshotFiles.Of($$"""{ "Vpcs": [{ "VpcId": "{{name}}", "CidrBlock": "10.0.0.0/16" }] }""");
            Assert.Empty(snapshot.Topology.Vpcs);
            Assert.DoesNotContain('\u001b', string.Concat(snapshot.Gaps.Select(gap => gap.Meaning)));
        }
        catch (SnapshotFormatException failure)
        {
            Assert.Contains("'VpcId' is missing", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_empty_folder_is_no_snapshot()
    {
        using var scratch = new ScratchFolder();
        Assert.False(AccountSnapshot.IsSnapshot(scratch.Path));
        Assert.Contains("there is no snapshot here", Fault(scratch.Path), StringComparison.Ordinal);
    }

    static string Fault(string folder) => Assert.Throws<SnapshotFormatException>(() => AccountSnapshot.Read(folder)).Message;
}

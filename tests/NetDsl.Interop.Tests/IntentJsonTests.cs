using NetDsl.Model;
using static NetDsl.Traffic;

namespace NetDsl.Interop.Tests;

/// <summary>Tags and intents as text.</summary>
public class IntentJsonTests
{
    static readonly Topology Expected = Make();

    static readonly string Text = TopologyJson.Write(Expected);

    [Fact]
    public void Tags_and_intents_read_back()
    {
        var read = TopologyJson.Read(Text);
        Assert.Equal(Expected, read);
        Assert.Equal(2, read.Intents.Count);
        Assert.Equal(Text, TopologyJson.Write(read));
        Assert.Equal(Expected.Intents.Select(intent => intent.Claim), read.Intents.Select(intent => intent.Claim));
        Assert.Equal(Expected.Vpcs[0].Tags[0].Origin, read.Vpcs[0].Tags[0].Origin);
    }

    [Fact]
    public void Intents_have_one_form()
    {
        const string Form = """
              "intents": [
                {
                  "origin": "Shop.cs:1",
                  "kind": "cannot-reach",
                  "claim": "Shop.cs:2",
                  "from": [
                    {
                      "origin": "Shop.cs:1",
                      "internet": true
                    },
                    {
                      "origin": "Shop.cs:1",
                      "prefix": "192.0.2.0/24"
                    },
                    {
                      "origin": "Shop.cs:1",
                      "tag": "role",
                      "value": "web"
                    }
                  ],
                  "to": [
                    {
                      "origin": "Shop.cs:2",
                      "element": "subnet:us-east-1/shop/b"
                    }
                  ],
            """;
        Assert.Contains(Form.ReplaceLineEndings("\n"), Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_without_them_are_written_as_before()
    {
        var text = TopologyJson.Write(Testing.ExampleNetworks.HubAndSpoke());
        Assert.DoesNotContain("\"intents\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"tags\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"kind\": \"cannot-reach\"", "\"kind\": \"may-reach\"", "$.intents[0].kind: 'may-reach' is none of can-reach, cannot-reach")]
    [InlineData("\"internet\": true", "\"internet\": false", "$.intents[0].from[0].internet: an end is the internet, or says by 'element', 'tag' or 'prefix' what it is")]
    [InlineData("\"internet\": true", "\"internet\": true, \"prefix\": \"10.0.0.0/8\"", "$.intents[0].from[0]: 'internet' is not a member here")]
    [InlineData("\"prefix\": \"192.0.2.0/24\"", "\"prefix\": \"192.0.2.1/24\"", "$.intents[0].from[1].prefix: '192.0.2.1/24' has host bits set")]
    [InlineData("subnet:us-east-1/shop/b\"", "subnet:us-east-1/shop/x\"", "$.intents[0].to[0].element: there is no subnet 'us-east-1/shop/x'")]
    [InlineData("subnet:us-east-1/shop/b\"", "security-group:us-east-1/shop/default\"", "$.intents[0].to[0].element: 'security-group:us-east-1/shop/default' is not a reference")]
    [InlineData("\"value\": \"tcp/443\"", "\"value\": \"tcp\"", "$.intents[1].traffic[0].value: 'tcp' is not traffic")]
    [InlineData("internet-gateway:us-east-1/igw\"", "internet-gateway:us-east-1/none\"", "$.intents[1].onlyThrough[0].anyOf[0].value: there is no internet gateway 'us-east-1/none'")]
    [InlineData("\"id\": \"use1-az3\"", "\"id\": \"use1-az9\"", "$.intents[1].survivesLossOf[0].id: no subnet is in zone 'use1-az9'")]
    [InlineData("\"tag\": \"role\"", "\"tag\": \"roll\"", "$.intents[0]: the intent says nothing: no interface has the tag 'roll' with the value 'web'")]
    [InlineData("\"key\": \"second\"", "\"key\": \"env\"", "$.vpcs[0].tags: a key stands here twice; an element has one value for it")]
    public void What_builders_never_make_is_refused(string present, string instead, string fault)
    {
        Assert.Contains(present, Text, StringComparison.Ordinal);
        var at = Text.IndexOf(present, StringComparison.Ordinal);
        Assert.False(TopologyJson.TryRead(Text[..at] + instead + Text[(at + present.Length)..], out _, out var error));
        Assert.StartsWith(fault, error, StringComparison.Ordinal);
    }

    static Topology Make()
    {
        var network = new NetworkBuilder("Shop");
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16").Tag("env", "live").Tag("second", "");
        var gateway = vpc.InternetGateway("igw");
        var subnets = new List<SubnetBuilder>();
        foreach (var (index, zone) in new[] { "a", "b", "c" }.Index())
        {
            subnets.Add(vpc.Subnet(zone, $"10.0.{index}.0/24", zone).Tag("zone", zone));
            subnets[index].Instance(zone).Tag("role", "web").Primary.Tag("face", "front");
        }

        network
            .Expect([Internet, "192.0.2.0/24", Tagged("role", "web", "Shop.cs", 9)], "Shop.cs", 1)
            .CannotReach(subnets[1], file: "Shop.cs", line: 2)
            .ExceptFrom("192.0.2.0/25");
        network.Expect(vpc.Instance("a")).CanReach([vpc.Instance("b"), vpc], [Tcp(443), Icmp]).OnlyThrough([gateway]).SurvivesLossOf("c").ExceptTo(vpc.Instance("c"));
        var topology = network.Build();
        Assert.Empty(topology.Problems);
        return topology;
    }
}

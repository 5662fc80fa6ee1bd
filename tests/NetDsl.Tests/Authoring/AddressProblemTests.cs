using NetDsl.Model;
using static NetDsl.Tests.Authoring.Scene;

namespace NetDsl.Tests.Authoring;

public class AddressProblemTests
{
    [Fact]
    public void Text_that_is_no_address_is_refused() =>
        Refuses(scene => scene.Edge.Instance("web").PrivateIp("10.0.0"), ProblemKind.InvalidAddress, "'10.0.0' is not an IPv4 address; write one such as 10.0.0.4");

    [Fact]
    public void Private_address_lies_in_the_subnet() =>
        Refuses(scene => scene.Edge.Instance("web").PrivateIp("10.0.1.9"), ProblemKind.AddressOutsideSubnet, "10.0.1.9 is not in subnet 'edge' (10.0.0.0/24); choose an address inside", replacement: "10.0.0.4");

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.3")]
    [InlineData("10.0.0.255")]
    public void Private_address_is_not_one_that_the_vendor_reserves(string address) =>
        Refuses(scene => scene.Edge.NatGateway("nat").PrivateIp(address), ProblemKind.AddressReserved, $"{address} is reserved: the vendor keeps the first four addresses and the last of subnet 'edge' (10.0.0.0/24)", replacement: "10.0.0.4");

    [Fact]
    public void Private_address_has_one_holder() =>
        Refuses(scene => { scene.Edge.Instance("web").PrivateIp("10.0.0.9"); scene.Edge.NatGateway("nat").PrivateIp("10.0.0.9"); }, ProblemKind.AddressTaken, "10.0.0.9 is taken already in subnet 'edge'; choose another", replacement: "10.0.0.4");

    [Fact]
    public void Private_address_of_what_is_left_out_stays_free() =>
        Refuses(scene => { scene.Edge.Instance("the web").PrivateIp("10.0.0.9"); scene.Edge.Instance("web").PrivateIp("10.0.0.9"); }, ProblemKind.InvalidName, "'the web' cannot be the name of an instance: character 4 is not allowed; a name starts with a letter or digit and has letters, digits, '-', '_' and '.'", replacement: "the-web");

    [Fact]
    public void Holder_has_one_private_address()
    {
        Refuses(scene => scene.Edge.Instance("web").PrivateIp("10.0.0.9").PrivateIp("10.0.0.10"), ProblemKind.SecondAddress, "interface 'web' has the private address 10.0.0.9 already; give one");
        Refuses(scene => scene.Edge.NatGateway("nat").PrivateIp("10.0.0.9").PrivateIp("10.0.0.10"), ProblemKind.SecondAddress, "NAT gateway 'nat' has the private address 10.0.0.9 already; give one");
    }

    [Theory]
    [InlineData("10.0.0.9", "10.0.0.0/8")]
    [InlineData("100.64.0.1", "100.64.0.0/10")]
    [InlineData("127.0.0.1", "127.0.0.0/8")]
    [InlineData("224.0.0.1", "224.0.0.0/3")]
    public void Elastic_address_is_public(string address, string range)
    {
        var topology = Refuses(scene => scene.Edge.NatGateway("nat").ElasticIp(scene.Virginia.ElasticIp("eip", address)), ProblemKind.AddressNotPublic, $"{address} lies in {range}, which the internet does not carry; an elastic address is public");
        Assert.Empty(topology.ElasticAddresses);
    }

    [Fact]
    public void Elastic_address_exists_once_and_the_first_stays()
    {
        var topology = RefusesAtAssembly(scene =>
        {
            scene.Virginia.ElasticIp("one", "203.0.113.9");
            scene.Oregon.ElasticIp("two", "203.0.113.9");
        }, "203.0.113.9 is the elastic address 'one' already; a public address exists once", ProblemKind.PublicAddressTwice);
        Assert.Equal(["one"], topology.ElasticAddresses.Select(address => address.Name));
    }

    [Fact]
    public void Subnet_has_room_for_every_holder_and_attachment()
    {
        static void Fill(Scene scene, int count)
        {
            for (var index = 0; index < count; index++)
            {
                scene.Data.Instance($"db-{index}").ElasticIp(scene.Virginia.ElasticIp($"eip-{index}"));
            }
        }

        Takes(scene => Fill(scene, 11));
        Takes(scene => { Fill(scene, 10); scene.Hub.Attach("shop", scene.Data); });

        const string Text = "subnet 'data' (10.0.1.0/28) has 11 usable addresses and needs 12; widen it or move interfaces";
        RefusesAtAssembly(scene => { Fill(scene, 11); scene.Hub.Attach("shop", scene.Data); }, Text);
        var topology = RefusesAtAssembly(scene => Fill(scene, 12), Text);
        Assert.Equal(11, topology.Instances.Count);
        Assert.Null(topology.ElasticAddresses[11].Holder);
    }

    /// <summary>Some faults show only when everything is declared; their place is that of the declaration.</summary>
    static Topology RefusesAtAssembly(Action<Scene> add, string text, ProblemKind kind = ProblemKind.SubnetFull)
    {
        var scene = new Scene();
        add(scene);
        var topology = scene.Network.Build();
        var problem = Assert.Single(topology.Problems);
        Assert.Equal((kind, text), (problem.Kind, problem.Text));
        Assert.NotEqual(0, problem.Origin.Line);
        References.AssertClosed(topology);
        return topology;
    }
}

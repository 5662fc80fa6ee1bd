using NetDsl.Samples.Tests.Documentation;

namespace NetDsl.Samples.Tests;

/// <summary>The four faults that the tool exists for, made in the shop sample: <c>dotnet build</c> names each at its own text.</summary>
public class BrokenShopTests
{
    const string AfterVpc = "        var internet = vpc.InternetGateway(\"igw\");\n";

    [Fact]
    public void Peer_with_overlapping_addresses()
    {
        using var shop = Broken(AfterVpc + """
                    var office = network.Region("us-east-1").Vpc("office", "10.0.128.0/17");
                    network.Peer("shop-office", vpc, office);

            """);
        var found = AssertTells(shop, "ND2001", "error", shop.PlaceOf("\"10.0.128.0/17\""), "10.0.128.0/17", "10.0.0.0/16", "office");

        // The page in front shows this very fault.
        var page = new Readme("README.md");
        page.Replace(page.Blocks("build").Single(), $"samples/Shop/Shop.cs({found.Line},{found.Column}): error {found.Id}: {found.Message}\n");
        Assert.All(
            page.Blocks("text")[0].Split('\n').Where(line => line.Contains(';', StringComparison.Ordinal)),
            line => Assert.Contains(line, shop.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void Route_to_what_lies_beyond_a_peer()
    {
        using var shop = Broken(AfterVpc + """
                    var partner = network.Region("us-east-1").Vpc("partner", "10.50.0.0/16");
                    var warehouse = network.Region("us-east-1").Vpc("warehouse", "10.60.0.0/16");
                    var toPartner = network.Peer("shop-partner", vpc, partner);
                    network.Peer("partner-warehouse", partner, warehouse);
                    vpc.MainRouteTable.Route("10.60.0.0/16", toPartner);

            """);
        AssertTells(shop, "ND2002", "error", shop.PlaceOf("\"10.60.0.0/16\"", occurrence: 2), "10.60.0.0/16", "warehouse", "partner");
    }

    [Fact]
    public void Private_subnet_without_its_route_to_the_nat_gateway()
    {
        using var shop = new ShopCopy(source => source.Replace(".Route(\"0.0.0.0/0\", nat)", "", StringComparison.Ordinal));
        var place = shop.PlaceOf("NeedsInternet()");
        var found = shop.Build();

        // One squiggle for both zones: the statement stands in a loop.
        Assert.True(found.Count == 2, shop.Output);
        Assert.All(found, diagnostic => Assert.Equal(("ND2003", "warning", place), (diagnostic.Id, diagnostic.Severity, (diagnostic.Line, diagnostic.Column))));
        Assert.Contains(found, diagnostic => diagnostic.Message.Contains("data-a", StringComparison.Ordinal) && diagnostic.Message.Contains("nat-a", StringComparison.Ordinal));
        Assert.Contains(found, diagnostic => diagnostic.Message.Contains("data-b", StringComparison.Ordinal) && diagnostic.Message.Contains("nat-b", StringComparison.Ordinal));
    }

    [Fact]
    public void Rule_that_references_a_group_of_another_region()
    {
        using var shop = Broken(AfterVpc + """
                    var office = network.Region("eu-west-1").Vpc("office", "10.70.0.0/16");
                    var desks = office.SecurityGroup("desks");
                    network.Peer("shop-office", vpc, office).AcceptedBy(network.DefaultAccount);
                    vpc.SecurityGroup("admin").Ingress(Tcp(22), from: desks);

            """);
        AssertTells(shop, "ND3001", "error", shop.PlaceOf("desks);"), "desks", "eu-west-1", "us-east-1");
    }

    [Fact]
    public void Half_typed_code_is_told_by_the_compiler_alone()
    {
        using var shop = new ShopCopy(source => source.Replace("network.Region(\"us-east-1\").Vpc(\"shop\", \"10.0.0.0/16\");", "network.Region(\"us-east-1\").Vpc(;", StringComparison.Ordinal));
        var found = shop.Build();

        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.StartsWith("CS", diagnostic.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void Prefix_that_is_none_is_told_at_its_literal()
    {
        using var shop = new ShopCopy(source => source.Replace("\"10.0.0.0/16\"", "\"10.0.0.1/16\"", StringComparison.Ordinal));
        AssertTells(shop, "ND1001", "error", shop.PlaceOf("\"10.0.0.1/16\""), "10.0.0.1/16", "10.0.0.0/16");
    }

    static ShopCopy Broken(string replacement) => new(source => source.Replace(AfterVpc, replacement, StringComparison.Ordinal));

    static BuildDiagnostic AssertTells(ShopCopy shop, string id, string severity, (int Line, int Column) place, params string[] words)
    {
        var found = shop.Build();
        Assert.True(found.Count == 1, shop.Output);
        Assert.Equal((id, severity, place.Line, place.Column), (found[0].Id, found[0].Severity, found[0].Line, found[0].Column));
        Assert.All(words, word => Assert.Contains(word, found[0].Message, StringComparison.Ordinal));
        return found[0];
    }
}

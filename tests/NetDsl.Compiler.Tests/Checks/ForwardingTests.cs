namespace NetDsl.Compiler.Tests.Checks;

public class ForwardingTests
{
    [Fact]
    public void A_target_with_the_check_on_is_told() => Assert.Equal(
        ["ND2010: Route table 'inside' of VPC 'shop' sends 0.0.0.0/0 to network interface 'fw', whose source/destination check drops what is not for it; switch it off with SourceDestinationCheck(false)."],
        Told((instance, _) => instance.ForwardsTraffic()));

    [Fact]
    public void A_target_whose_host_does_not_forward_is_told() => Assert.Equal(
        ["ND2010: Route table 'inside' of VPC 'shop' sends 0.0.0.0/0 to network interface 'fw', whose instance 'fw' sends nothing on; say ForwardsTraffic() or TranslatesSources() if it does."],
        Told((instance, _) => instance.SourceDestinationCheck(false)));

    [Fact]
    public void A_target_without_an_instance_is_told() => Assert.Equal(
        ["ND2010: Route table 'inside' of VPC 'shop' sends 0.0.0.0/0 to network interface 'loose', which belongs to no instance, so that the route is a blackhole; route to the interface of an instance."],
        Told((_, edge) => edge.Interface("loose").SourceDestinationCheck(false)));

    [Fact]
    public void A_target_that_forwards_is_not_told()
    {
        Assert.Empty(Told((instance, _) => instance.SourceDestinationCheck(false).ForwardsTraffic()));
        Assert.Empty(Told((instance, _) => instance.SourceDestinationCheck(false).TranslatesSources()));
    }

    [Fact]
    public void A_nat_instance_is_a_way_to_the_internet_and_a_host_without_public_address_is_none()
    {
        Assert.Empty(Told((instance, _) => instance.PublicIp().SourceDestinationCheck(false).TranslatesSources(), needsInternet: true));
        Assert.StartsWith(
            "ND2003: Subnet 'inside' needs the internet, but what route table 'inside' of VPC 'shop' sends there is dropped: internet gateway us-east-1/igw has no public address for 10.0.0.4 (IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS); ",
            Assert.Single(Told((instance, _) => instance.SourceDestinationCheck(false).TranslatesSources(), needsInternet: true)),
            StringComparison.Ordinal);
    }

    static IEnumerable<string> Told(Func<InstanceBuilder, SubnetBuilder, IRouteTarget> target, bool needsInternet = false) => Checked.Messages(network =>
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var inside = vpc.Subnet("inside", "10.0.1.0/24", "a");
        inside.RouteTable("inside").Route("0.0.0.0/0", target(edge.Instance("fw"), edge));
        if (needsInternet)
        {
            inside.NeedsInternet();
        }
    });
}

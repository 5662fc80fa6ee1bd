using NetDsl.Model;

namespace NetDsl.Tests.Model;

/// <summary>What the evaluator tells a builder of its call, and where that ends up.</summary>
public class CallSiteTests
{
    [Fact]
    public void Every_argument_that_is_wrong_is_told_at_its_own_text()
    {
        var network = new NetworkBuilder();
        var site = Site(("name", 2), ("cidr", 3), ("zone", 4));
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");

        CallSite.Run(site, () => vpc.Subnet("the edge", "10.0.0.1/24", "1"));

        Assert.Equal(
            [(ProblemKind.InvalidPrefix, 3), (ProblemKind.InvalidZone, 4), (ProblemKind.InvalidName, 2)],
            network.Build().Problems.Select(problem => (problem.Kind, problem.Origin.Span!.Value.StartColumn)));
    }

    [Fact]
    public void Argument_that_was_left_out_is_told_at_the_call()
    {
        var network = new NetworkBuilder();
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("edge", "10.0.0.0/24", "a").Instance("web").PublicIp();
        var eip = network.Region("us-east-1").ElasticIp("eip");

        CallSite.Run(Site(), () => web.ElasticIp(eip));

        Assert.Equal(1, Assert.Single(network.Build().Problems).Origin.Span!.Value.StartColumn);
    }

    [Fact]
    public void Values_carry_the_text_of_their_argument()
    {
        var network = new NetworkBuilder();
        var vpc = CallSite.Run(Site(("name", 2), ("cidr", 3)), () => network.Region("us-east-1").Vpc("shop", "10.0.0.0/16"));
        var igw = vpc.InternetGateway("igw");
        CallSite.Run(Site(("destination", 5), ("target", 6)), () => vpc.MainRouteTable.Route("0.0.0.0/0", igw));
        var topology = network.Build();

        var route = topology.RouteTables[0].Routes[0];
        Assert.Equal((2, 3), (Column(topology.Vpcs[0].Origin), Column(topology.Vpcs[0].Primary.Origin)));
        Assert.Equal((5, 6, 1), (Column(route.Destination.Origin), Column(route.Target.Origin), Column(route.Origin)));
    }

    [Fact]
    public void Ends_with_the_call_also_when_that_throws()
    {
        Assert.Throws<InvalidOperationException>(() => CallSite.Run<int>(Site(), () => throw new InvalidOperationException()));
        Assert.Null(CallSite.Current);
    }

    [Fact]
    public void Nests_and_comes_back()
    {
        var outer = Site();
        var inner = Site();
        CallSite.Run(outer, () =>
        {
            Assert.Same(inner, CallSite.Run(inner, () => CallSite.Current));
            Assert.Same(outer, CallSite.Current);
            return Assert.IsType<bool>(CallSite.Run(null, () => CallSite.Current is null));
        });
    }

    /// <summary>A call at column 1, with arguments at the given columns.</summary>
    static CallSite Site(params (string Parameter, int Column)[] arguments) =>
        new(At(1), arguments.ToDictionary(argument => argument.Parameter, argument => At(argument.Column)));

    static SourceSpan At(int column) => new("Shop.cs", column, 1, 0, column, 0, column + 1);

    static int Column(Origin origin) => origin.Span!.Value.StartColumn;
}

using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>F section 7: a bucket that is asked by certain endpoints only, and not from the internet.</content>
public abstract partial class SemanticsVectors
{
    [Fact]
    [Trait("Rule", "R-7.13")]
    public void A_bucket_is_asked_by_its_endpoint_only()
    {
        var it = new EndpointNetwork();
        var endpoint = it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table);
        it.Storage.ResourcePolicy("arn:aws:s3:::logs/*", endpoint);

        AssertReachable(AskService(it.Network, it.Host, it.Storage, "s3:GetObject", Logs));
    }

    [Fact]
    [Trait("Rule", "R-7.13")]
    public void A_bucket_of_an_endpoint_refuses_what_comes_over_the_internet_and_the_packet_arrives_all_the_same()
    {
        var it = new EndpointNetwork();
        it.Storage.ResourcePolicy("arn:aws:s3:::logs/*", it.Vpc.GatewayEndpoint("s3", it.Storage));
        it.Table.Route("0.0.0.0/0", it.Vpc.InternetGateway("gateway"));
        var host = it.Host.PublicIp();

        var trace = AskService(it.Network, host, it.Storage, "s3:GetObject", Logs);

        AssertForwardBlocked("ResourcePolicyDeny us-east-1/s3", trace);
        Assert.Equal("us-east-1/s3", trace.Forward.Receiver);
        Assert.Equal(Outcome.Delivered, trace.Return.Outcome);
        AssertReachable(AskService(it.Network, host, it.Storage, "s3:GetObject", "arn:aws:s3:::public/a"));
        AssertReachable(Ask(it.Network, host, it.Storage, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-7.13")]
    public void A_bucket_of_a_vpc_is_asked_by_all_endpoints_of_it()
    {
        var it = new EndpointNetwork();
        var other = it.Vpc.Region.Vpc("other", "10.9.0.0/16");
        it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table);
        var policy = it.Storage.ResourcePolicy("*", other);

        AssertForwardBlocked("ResourcePolicyDeny us-east-1/s3", AskService(it.Network, it.Host, it.Storage, "s3:GetObject", Logs));
        policy.OnlyFrom(it.Vpc);
        AssertReachable(AskService(it.Network, it.Host, it.Storage, "s3:GetObject", Logs));
    }
}

using Xunit;
using static NetDsl.Traffic;

namespace NetDsl.Testing.Vectors;

/// <content>F section 7: policies of endpoints.</content>
public abstract partial class SemanticsVectors
{
    const string Logs = "arn:aws:s3:::logs/2026/a";
    const string EndpointKind = "vpc-endpoint";

    Trace AskService(NetworkBuilder network, ElementBuilder from, ElementBuilder to, string action, string resource, string? account = null) => Ask(
        Built(network), Endpoint.Of(from.Id), Endpoint.Of(to.Id), Tcp(443), request: new ServiceRequest(action, resource) { Account = account });

    [Fact]
    [Trait("Rule", "R-7.13")]
    public void R_7_13_The_default_policy_allows_everything()
    {
        var it = new EndpointNetwork();
        it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table);
        AssertReachable(AskService(it.Network, it.Host, it.Storage, "s3:DeleteBucket", "arn:aws:s3:::logs"));
    }

    [Fact]
    [Trait("Rule", "R-7.13")]
    public void R_7_13_What_no_statement_allows_is_refused_and_the_packet_arrives_all_the_same()
    {
        var it = new EndpointNetwork();
        it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table).Policy().Allow("ReadLogs", "s3:Get*", "arn:aws:s3:::logs/*");

        AssertReachable(AskService(it.Network, it.Host, it.Storage, "s3:GetObject", Logs));
        AssertForwardBlocked("EndpointPolicyDeny us-east-1/shop/s3", AskService(it.Network, it.Host, it.Storage, "s3:PutObject", Logs));
        var trace = AskService(it.Network, it.Host, it.Storage, "s3:GetObject", "arn:aws:s3:::LOGS/2026/a");
        AssertForwardBlocked("EndpointPolicyDeny us-east-1/shop/s3", trace);
        Assert.Equal("us-east-1/s3", trace.Forward.Receiver);
        Assert.Equal(Outcome.Delivered, trace.Return.Outcome);

        // Without a request nobody asks the policy.
        AssertReachable(Ask(it.Network, it.Host, it.Storage, Tcp(443)));
    }

    [Fact]
    [Trait("Rule", "R-7.13")]
    public void R_7_13_A_statement_that_denies_has_the_last_word()
    {
        var it = new EndpointNetwork();
        var policy = it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table).Policy();
        var line = Line();
        policy.Deny("NoSecrets", "s3:*", "arn:aws:s3:::secret/*");
        policy.Allow("All", "*");

        AssertReachable(AskService(it.Network, it.Host, it.Storage, "S3:getobject", Logs));
        var trace = AskService(it.Network, it.Host, it.Storage, "s3:GetObject", "arn:aws:s3:::secret/key");
        AssertForwardBlocked("EndpointPolicyDeny us-east-1/shop/s3", trace);
        var hop = trace.Forward.Hops.Single(hop => hop.Code == DropCode.EndpointPolicyDeny);
        Assert.Equal(EndpointKind, hop.Kind);
        if (NamesStatements)
        {
            Assert.StartsWith("statement NoSecrets denies s3:GetObject", hop.Decision, StringComparison.Ordinal);
            Assert.Equal(line + 1, hop.Origin.Line);
        }
    }

    [Fact]
    [Trait("Rule", "R-7.13")]
    public void R_7_13_Statements_about_an_account_are_about_its_interfaces_also_in_shared_subnets()
    {
        var it = new EndpointNetwork();
        var partner = it.Network.Account("partner", "210987654321");
        var shared = it.Private.ShareWith(partner).As(partner);
        var guest = shared.Instance("guest", shared.SecurityGroup("guests"));
        it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table).Policy().Allow("Partner", "s3:*").Principal(partner);

        AssertReachable(AskService(it.Network, guest, it.Storage, "s3:GetObject", Logs));
        AssertForwardBlocked("EndpointPolicyDeny us-east-1/shop/s3", AskService(it.Network, it.Host, it.Storage, "s3:GetObject", Logs));
        AssertReachable(AskService(it.Network, it.Host, it.Storage, "s3:GetObject", Logs, account: "210987654321"));
    }

    [Fact]
    [Trait("Rule", "R-7.1")]
    [Trait("Rule", "R-7.13")]
    public void R_7_1_Several_endpoints_of_a_service_give_subnets_different_policies()
    {
        var it = new EndpointNetwork();
        it.Vpc.GatewayEndpoint("s3", it.Storage).RouteTable(it.Table).Policy().Allow("Read", "s3:GetObject");
        var other = it.Vpc.Subnet("writers", "10.0.2.0/24", "a");
        var writer = other.Instance("writer", it.Group);
        it.Vpc.GatewayEndpoint("s3-writers", it.Storage).RouteTable(other.RouteTable("writers")).Policy().Allow("Write", "s3:PutObject");

        AssertForwardBlocked("EndpointPolicyDeny us-east-1/shop/s3", AskService(it.Network, it.Host, it.Storage, "s3:PutObject", Logs));
        AssertReachable(AskService(it.Network, writer, it.Storage, "s3:PutObject", Logs));
    }

    [Fact]
    [Trait("Rule", "R-7.13")]
    public void R_7_13_An_interface_endpoint_judges_too_and_the_way_by_the_internet_has_no_policy()
    {
        var it = new EndpointNetwork();
        var endpoint = it.Vpc.InterfaceEndpoint("queue", it.Queue).Subnet(it.Private, "10.0.1.77").SecurityGroup(it.Group);
        endpoint.Policy().Allow("Send", "sqs:SendMessage").Resource("arn:aws:sqs:us-east-1:*:orders");
        endpoint.Policy().Deny("Never", "sqs:Delete?ueue");
        const string orders = "arn:aws:sqs:us-east-1:123456789012:orders";

        AssertReachable(AskService(it.Network, it.Host, endpoint, "sqs:SendMessage", orders));
        AssertForwardBlocked("EndpointPolicyDeny us-east-1/shop/queue", AskService(it.Network, it.Host, endpoint, "sqs:DeleteQueue", orders));
        AssertForwardBlocked("EndpointPolicyDeny us-east-1/shop/queue", AskService(it.Network, it.Host, endpoint, "sqs:ReceiveMessage", orders));

        it.WayOut();
        AssertReachable(AskService(it.Network, it.Host, it.Queue, "sqs:DeleteQueue", orders));
    }

    /// <summary>Whether the engine says which statement decides; the verdict does not depend on it.</summary>
    protected virtual bool NamesStatements => false;

    static int Line([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line;
}

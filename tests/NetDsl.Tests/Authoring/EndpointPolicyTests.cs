using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

/// <summary>Policies of endpoints: what they say, and what is refused (foundation, section 7).</summary>
[Trait("Rule", "R-7.13")]
public class EndpointPolicyTests
{
    const string Partner = "210987654321";

    static GatewayEndpointBuilder Storage(Scene scene) => scene.Shop.GatewayEndpoint("s3", scene.Virginia.Service("s3"));

    static InterfaceEndpointBuilder Queue(Scene scene) => scene.Shop.InterfaceEndpoint("sqs", scene.Virginia.Service("sqs")).Subnet(scene.Edge);

    [Fact]
    public void A_policy_has_the_statements_that_were_written()
    {
        var policy = Scene.Takes(scene =>
        {
            var policy = Storage(scene).Policy();
            policy.Allow("Read", "s3:GetObject", "arn:aws:s3:::logs/*").Action("s3:ListBucket").Resource("arn:aws:s3:::logs").Principal(scene.Partner);
            policy.Deny("Never", "s3:Delete*");
        }).VpcEndpoints.Single().Policy!;

        Assert.Equal(
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::logs/*","arn:aws:s3:::logs"],"Condition":{"StringEquals":{"aws:PrincipalAccount":"210987654321"}}},{"Sid":"Never","Effect":"Deny","Principal":"*","Action":"s3:Delete*","Resource":"*"}]}
            """.Trim(),
            policy.Document(VpcEndpointKind.Gateway));
        Assert.Contains("\"Principal\":{\"AWS\":\"210987654321\"}", policy.Document(VpcEndpointKind.Interface), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::logs/a", Partner, true)]
    [InlineData("S3:getobject", "arn:aws:s3:::logs/", Partner, true)]
    [InlineData("s3:GetObject", "arn:aws:s3:::logs", Partner, false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::LOGS/a", Partner, false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::logs/a", null, false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::logs/a", "111111111111", false)]
    [InlineData("s3:GetObjectAcl", "arn:aws:s3:::logs/a", Partner, false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::logs/a.key", Partner, false)]
    public void A_policy_decides(string action, string resource, string? account, bool isAllowed)
    {
        var policy = Scene.Takes(scene =>
        {
            var policy = Storage(scene).Policy();
            policy.Allow("Read", "s3:?etObject", "arn:aws:s3:::logs/*").Principal(scene.Partner);
            policy.Deny("Keys", "*", "arn:aws:s3:::*.k?y");
        }).VpcEndpoints.Single().Policy!;
        Assert.Equal(isAllowed, policy.Decide(new ServiceRequest(action, resource), account).IsAllowed);
    }

    [Fact]
    public void A_statement_is_about_all_resources_until_one_is_named()
    {
        static EndpointPolicy Policy(Func<PolicyStatementBuilder, PolicyStatementBuilder> more) =>
            Scene.Takes(scene => more(Storage(scene).Policy().Allow("Read", "s3:GetObject"))).VpcEndpoints.Single().Policy!;

        var request = new ServiceRequest("s3:GetObject", "arn:aws:s3:::shop/a");
        Assert.True(Policy(statement => statement).Decide(request, null).IsAllowed);
        Assert.False(Policy(statement => statement.Resource("arn:aws:s3:::logs/*")).Decide(request, null).IsAllowed);
    }

    [Theory]
    [InlineData("*a*b", "xaxab", true)]
    [InlineData("a**", "a", true)]
    [InlineData("?", "", false)]
    [InlineData("*?c", "abcc", true)]
    [InlineData("ab", "abc", false)]
    [InlineData("", "", true)]
    public void Wildcards_stand_for_text(string pattern, string text, bool matches) =>
        Assert.Equal(matches, new PolicyStatement("A", Origin.None, PolicyEffect.Allow, [], [pattern], ["*"]).Matches(new ServiceRequest(text, ""), null));

    [Fact]
    public void A_policy_that_allows_nothing_is_told()
    {
        Scene.Refuses(
            scene => Storage(scene).Policy(),
            ProblemKind.PolicyDeniesAll,
            "the policy of endpoint 's3' has no statement that allows anything, so that it denies everything; add Allow(…), or leave Policy() out",
            line: Scene.Here().Line - 3);
        Scene.Refuses(
            scene => Queue(scene).Policy().Deny("All", "*"),
            ProblemKind.PolicyDeniesAll,
            "the policy of endpoint 'sqs' has no statement that allows anything, so that it denies everything; add Allow(…), or leave Policy() out",
            line: Scene.Here().Line - 3);
    }

    [Fact]
    public void Statements_that_contradict_are_told() => Assert.Equal(
        ["statement 'Read' allows nothing, because statement 'Never' denies all that it is about; narrow 'Never', or leave 'Read' out"],
        Problems(scene =>
        {
            var policy = Storage(scene).Policy();
            policy.Allow("Read", "s3:GetObject", "arn:aws:s3:::logs/?").Principal(scene.Partner);
            policy.Allow("Write", "s3:PutObject");
            policy.Allow("List", "s3:*");
            policy.Deny("Never", "s3:get*", "arn:aws:s3:::logs/*");
        }));

    [Theory]
    [InlineData("", "'' is not an action; write the service and the action, such as s3:GetObject or s3:Get*, or *")]
    [InlineData("GetObject", "'GetObject' is not an action; write the service and the action, such as s3:GetObject or s3:Get*, or *")]
    [InlineData("s3:", "'s3:' is not an action; write the service and the action, such as s3:GetObject or s3:Get*, or *")]
    [InlineData("*:GetObject", "'*:GetObject' is not an action; write the service and the action, such as s3:GetObject or s3:Get*, or *")]
    public void What_is_no_action_is_told(string action, string text) =>
        Assert.Equal([text], Problems(scene => Storage(scene).Policy().Allow("Read", action)));

    [Theory]
    [InlineData("")]
    [InlineData("logs")]
    [InlineData("arn:aws:s3:logs")]
    [InlineData("arn:aws:s3:::")]
    public void What_is_no_resource_is_told(string resource) => Assert.Equal(
        [$"'{resource}' is not a resource; write its ARN, such as arn:aws:s3:::bucket/*, or *"],
        Problems(scene => Storage(scene).Policy().Allow("Read", "s3:GetObject", resource)));

    [Fact]
    public void Identifiers_are_well_formed_and_unique() => Assert.Equal(
        [
            "'read-logs' is not the identifier of a statement; it has letters and digits only, such as ReadLogs",
            "the policy of endpoint 's3' has a statement 'Read' already; identifiers tell statements apart, give this one another",
        ],
        Problems(scene =>
        {
            var policy = Storage(scene).Policy();
            policy.Allow("read-logs", "s3:ListBucket");
            policy.Allow("Read", "s3:GetObject");
            policy.Allow("Read", "s3:PutObject");
        }));

    [Fact]
    public void A_document_that_is_too_long_is_told()
    {
        void Add(Scene scene, int resources)
        {
            var statement = Storage(scene).Policy().Allow("Read", "s3:GetObject", "arn:aws:s3:::logs/");
            for (var number = 0; number < resources; number++)
            {
                statement.Resource($"arn:aws:s3:::logs/{number:d10}");
            }
        }

        Assert.Empty(Problems(scene => Add(scene, 600)));
        Assert.Equal(
            ["the policy of endpoint 's3' is 21844 characters long, and the vendor takes 20480; put resources together by wildcards"],
            Problems(scene => Add(scene, 700)));
        Assert.Single(Problems(scene =>
        {
            scene.Network.Profile(SemanticsProfile.Current with { Quotas = QuotaProfile.Current with { EndpointPolicyCharacters = 100 } });
            Add(scene, 0);
        }));
    }

    [Fact]
    public void An_endpoint_to_an_endpoint_service_takes_none_and_in_2018_no_interface_endpoint_did()
    {
        Assert.Equal(
            ["endpoint 'api' leads to endpoint service 'svc', which takes no policies; let its security groups say who reaches it"],
            Problems(scene =>
            {
                var service = scene.Shop.EndpointService("svc", scene.Shop.NetworkLoadBalancer("lb").Internal().Subnet(scene.Edge));
                scene.Shop.InterfaceEndpoint("api", service).Subnet(scene.Edge).Policy().Allow("All", "*");
            }));
        Assert.StartsWith(
            "a policy of interface endpoint 'sqs' is not allowed where InterfaceEndpointPolicies is off",
            Assert.Single(Problems(scene =>
            {
                scene.Network.Profile(SemanticsProfile.Talk2018);
                Queue(scene).Policy().Allow("All", "*");
                Storage(scene).Policy().Allow("All", "*");
            })),
            StringComparison.Ordinal);
    }

    static IEnumerable<string> Problems(Action<Scene> add)
    {
        var scene = new Scene();
        add(scene);
        return scene.Network.Build().Problems.Select(problem => problem.Text);
    }
}

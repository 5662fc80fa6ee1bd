using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

/// <summary>Policies of resources: where requests for them may come from (foundation, section 7).</summary>
[Trait("Rule", "R-7.13")]
public class ResourcePolicyTests
{
    const string Logs = "arn:aws:s3:::logs/*";

    static GatewayEndpointBuilder Storage(Scene scene) => scene.Shop.GatewayEndpoint("s3", scene.Virginia.Service("s3"));

    [Fact]
    public void A_policy_names_endpoints_and_VPCs_each_once()
    {
        var service = Scene.Takes(scene =>
        {
            var endpoint = Storage(scene);
            scene.Virginia.Service("s3").ResourcePolicy(Logs, endpoint).OnlyFrom(scene.Shop).OnlyFrom(endpoint);
        }).PublicServices.Single();

        var policy = Assert.Single(service.ResourcePolicies);
        Assert.Equal(Logs, policy.Resource);
        Assert.Equal(["us-east-1/shop/s3", "us-east-1/shop"], policy.OnlyFrom.Select(source => source.Value.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("logs")]
    [InlineData("arn:aws:s3:::")]
    public void A_resource_is_an_ARN(string resource)
    {
        var topology = Scene.Refuses(scene => scene.Virginia.Service("s3").ResourcePolicy(resource, Storage(scene)), ProblemKind.InvalidName, $"'{resource}' is not a resource; write its ARN, such as arn:aws:s3:::bucket/*, or *");

        Assert.Empty(topology.PublicServices.Single().ResourcePolicies);
    }

    [Fact]
    public void An_endpoint_leads_to_the_service()
    {
        var topology = Scene.Refuses(scene => scene.Virginia.Service("sqs").ResourcePolicy("*", Storage(scene)), ProblemKind.RequestsComeOtherwise, "endpoint 's3' does not lead to service 'sqs', so that no request comes by it; name an endpoint of the service, or a VPC", other: _ => Scene.Here());

        Assert.All(topology.PublicServices, service => Assert.Empty(service.ResourcePolicies));
    }
}

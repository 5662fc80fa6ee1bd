using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Policies of its resources.</content>
public sealed partial class ServiceBuilder
{
    private readonly List<ResourcePolicyBuilder> resourcePolicies = [];

    /// <summary>
    /// Gives resources of the service, such as a bucket, a policy that denies every request that does not come by an endpoint or from a VPC. What comes over the
    /// internet is denied. Source: "Controlling access from VPC endpoints with bucket policies", Amazon S3 User Guide.
    /// </summary>
    /// <param name="resource">Their ARN, such as <c>arn:aws:s3:::bucket/*</c>, with <c>*</c> and <c>?</c> as wildcards, or <c>*</c> for all.</param>
    /// <param name="onlyFrom">An endpoint of the service, or a VPC, which means its endpoints of the service.</param>
    public ResourcePolicyBuilder ResourcePolicy(
        string resource, IRequestSource onlyFrom, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var policy = new ResourcePolicyBuilder(this, resource ?? "", call.Origin);
        policy.Add(onlyFrom, call.Of(nameof(onlyFrom)));
        if (resource is null || !PolicyStatementBuilder.IsResource(resource))
        {
            Network.Problems.Add(
                ProblemKind.InvalidName, $"{Quotation.Of(resource)} is not a resource; write its ARN, such as arn:aws:s3:::bucket/*, or *", call.Of(nameof(resource)));
        }
        else
        {
            resourcePolicies.Add(policy);
        }

        return policy;
    }
}

namespace NetDsl.Model;

/// <summary>
/// The policy of resources of a service, such as a bucket, that denies every request that does not come by certain endpoints, or from certain VPCs: one that denies
/// unless <c>aws:SourceVpce</c> or <c>aws:SourceVpc</c> is one of these. Requests over the internet come by no endpoint. Source: "Controlling access from VPC
/// endpoints with bucket policies", Amazon S3 User Guide.
/// </summary>
/// <param name="Resource">A pattern of the resources, such as <c>arn:aws:s3:::bucket/*</c>.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="OnlyFrom">Endpoints that lead to the service, and VPCs, which mean all of their endpoints that do.</param>
public sealed record ResourcePolicy(string Resource, Origin Origin, EquatableArray<Sourced<ElementId>> OnlyFrom)
{
    /// <summary>Whether a pattern of resources is about what a request asks for.</summary>
    /// <param name="resource">The pattern.</param>
    /// <param name="request">The request.</param>
    public static bool IsAbout(string resource, ServiceRequest request) => PolicyPattern.Matches(resource, request.Resource, ignoreCase: false);
}

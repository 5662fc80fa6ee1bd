namespace NetDsl.Model;

/// <summary>The domain names of services. Source: "AWS service endpoints", AWS General Reference.</summary>
public static class ServiceNames
{
    /// <summary>The name that a service is known by everywhere; nothing for an endpoint service that has been given none.</summary>
    /// <param name="service">A service of the vendor's or an endpoint service.</param>
    public static string? Of(Element service) => service switch
    {
        PublicService known => OfVendor(known.Name, known.Region.Path),
        EndpointService own => own.PrivateDnsName,
        _ => null,
    };

    /// <summary>
    /// The name of a service of the vendor's that has IPv6 addresses too, for example <c>s3.dualstack.us-east-1.amazonaws.com</c> or
    /// <c>dynamodb.us-east-1.api.aws</c>. Source: "Dual-stack and FIPS endpoints", AWS SDKs and Tools Reference Guide, and "Using Amazon S3 dual-stack endpoints".
    /// </summary>
    /// <param name="code">The code of the service, such as <c>s3</c>.</param>
    /// <param name="region">The region.</param>
    public static string OfVendorDualStack(string code, string region) =>
        code == "s3" ? $"s3.dualstack.{region}.amazonaws.com" : $"{code}.{region}.api.aws";

    /// <summary>For example <c>s3.us-east-1.amazonaws.com</c>.</summary>
    /// <param name="code">The code of the service, such as <c>s3</c>.</param>
    /// <param name="region">The region.</param>
    public static string OfVendor(string code, string region) => $"{code}.{region}.amazonaws.com";
}

namespace NetDsl;

/// <summary>
/// What a client asks of one of the vendor's services, which the policy of an endpoint judges. Source: "Actions, resources, and condition keys
/// for AWS services", Service Authorization Reference.
/// </summary>
/// <param name="Action">The action, such as <c>s3:GetObject</c>.</param>
/// <param name="Resource">The resource, such as <c>arn:aws:s3:::bucket/key</c>.</param>
public sealed record ServiceRequest(string Action, string Resource)
{
    /// <summary>
    /// The account of who asks, twelve digits; the owner of the interface that sends when left out, and nobody's for what is outside of accounts.
    /// </summary>
    public string? Account { get; init; }

    /// <summary>As a person writes it: the action, the resource, and the account when it is told.</summary>
    public override string ToString() => Account is null ? $"{Action} {Resource}" : $"{Action} {Resource} {Account}";
}

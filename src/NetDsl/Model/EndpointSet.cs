using NetDsl.Addressing;

namespace NetDsl.Model;

/// <summary>Who an intent speaks of, as its author wrote it. <see cref="IntentParties"/> says who that is.</summary>
public abstract record EndpointSet
{
    private protected EndpointSet()
    {
    }
}

/// <summary>An element, or all that is inside one.</summary>
/// <param name="Element">
/// An interface, instance, host, client, balancer, gateway, endpoint, accelerator or service; or a subnet, VPC, site, Auto Scaling group or Client VPN endpoint,
/// which stands for what is inside.
/// </param>
public sealed record ElementEndpoints(ElementId Element) : EndpointSet
{
    /// <inheritdoc/>
    public override string ToString() => Element.Path;
}

/// <summary>The interfaces that have a tag: their own, or that of their instance, subnet or VPC.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record TaggedEndpoints(string Key, string Value) : EndpointSet
{
    /// <inheritdoc/>
    public override string ToString() => $"{Key}={Value}";
}

/// <summary>Everybody with an address of a prefix, in the network and on the internet.</summary>
/// <param name="Prefix">The prefix.</param>
public sealed record PrefixEndpoints(IpPrefix Prefix) : EndpointSet
{
    /// <inheritdoc/>
    public override string ToString() => Prefix.ToString();
}

/// <summary>Every host of the internet, outside the modelled network.</summary>
public sealed record InternetEndpoints : EndpointSet
{
    /// <inheritdoc/>
    public override string ToString() => "internet";
}

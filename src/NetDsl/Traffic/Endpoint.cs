using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>One end of a flow, as a question names it: an element, an address, or the internet.</summary>
public abstract record Endpoint
{
    private protected Endpoint()
    {
    }

    /// <summary>Every host outside the modelled network.</summary>
    public static Endpoint Internet { get; } = new InternetEndpoint();

    /// <summary>The element with that id.</summary>
    public static Endpoint Of(ElementId element) => new ElementEndpoint(element);

    /// <summary>Whoever holds that address, seen from the other end.</summary>
    public static Endpoint Of(IpAddress address) => new AddressEndpoint(address);
}

/// <summary>Every host outside the modelled network.</summary>
public sealed record InternetEndpoint : Endpoint
{
    /// <inheritdoc/>
    public override string ToString() => "internet";
}

/// <summary>An element of the network: an instance or an interface.</summary>
/// <param name="Element">Which.</param>
public record ElementEndpoint(ElementId Element) : Endpoint
{
    /// <inheritdoc/>
    public sealed override string ToString() => Element.Path;
}

/// <summary>An IP address.</summary>
/// <param name="Address">Which.</param>
public sealed record AddressEndpoint(IpAddress Address) : Endpoint
{
    /// <inheritdoc/>
    public override string ToString() => Address.ToString();
}

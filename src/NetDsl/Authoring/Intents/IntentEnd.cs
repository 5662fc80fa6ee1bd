using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// Who an intent speaks of: an element, all that is inside one, who has a tag (<see cref="Traffic.Tagged"/>), an address prefix, or the internet
/// (<see cref="Traffic.Internet"/>). Builders and the text of prefixes are taken as they are.
/// </summary>
public sealed class IntentEnd
{
    /// <param name="set">What was named; nothing for text that is to be read.</param>
    /// <param name="element">The builder of the element that was named.</param>
    /// <param name="text">Where it stands, known at compile time.</param>
    internal IntentEnd(EndpointSet? set, ElementBuilder? element, SourceSpan? text)
    {
        Set = set;
        Element = element;
        Text = text;
    }

    internal EndpointSet? Set { get; }

    internal ElementBuilder? Element { get; }

    internal SourceSpan? Text { get; }

    /// <summary>A prefix in CIDR notation, not read yet, because only a builder has a network to tell what is wrong with it.</summary>
    internal string? Cidr { get; private init; }

    /// <summary>An element; see <see cref="ElementEndpoints"/> for which.</summary>
    public static implicit operator IntentEnd(ElementBuilder element) =>
        new(element is null ? null : new ElementEndpoints(element.Id), element, Call.Here("", 0).Of(nameof(element)).Span);

    /// <summary>Everybody with an address of a prefix, in the network and on the internet, for example <c>10.0.0.0/16</c>.</summary>
    public static implicit operator IntentEnd(string cidr) =>
        new(null, null, Call.Here("", 0).Of(nameof(cidr)).Span) { Cidr = cidr };

    /// <summary>The internet, or an element or address by a handle.</summary>
    public static implicit operator IntentEnd(Endpoint endpoint) => new(
        endpoint switch
        {
            InternetEndpoint => new InternetEndpoints(),
            ElementEndpoint named => new ElementEndpoints(named.Element),
            AddressEndpoint { Address: var address } => new PrefixEndpoints(IpPrefix.Of(address)),
            _ => null,
        },
        null,
        Call.Here("", 0).Of(nameof(endpoint)).Span);

    /// <summary>The same as the conversion.</summary>
    public static IntentEnd FromElementBuilder(ElementBuilder element) => element;

    /// <summary>The same as the conversion.</summary>
    public static IntentEnd FromString(string cidr) => cidr;

    /// <summary>The same as the conversion.</summary>
    public static IntentEnd FromEndpoint(Endpoint endpoint) => endpoint;
}

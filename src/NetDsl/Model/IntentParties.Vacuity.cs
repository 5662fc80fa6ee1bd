namespace NetDsl.Model;

/// <content>Claims about nobody.</content>
public sealed partial class IntentParties
{
    /// <summary>
    /// Why a claim would hold whatever the network does, because it is about nobody, and which part of it is to blame; nothing where it is about somebody.
    /// Such a claim shows nothing, so that no topology that is whole has one.
    /// </summary>
    /// <param name="intent">A claim about elements that the network has.</param>
    public Sourced<string>? Vacuity(Intent intent)
    {
        foreach (var end in intent.Ends)
        {
            if (Party([end], [], intent.Kind).IsEmpty)
            {
                return new(Nobody(end.Value), end.Origin);
            }
        }

        var (from, to) = (From(intent), To(intent));
        if (from.IsEmpty || to.IsEmpty)
        {
            return new(
                $"the exceptions leave nobody of those {(from.IsEmpty ? "who send" : "whom it is for")}; leave out fewer",
                (from.IsEmpty ? intent.ExceptFrom : intent.ExceptTo)[0].Origin);
        }

        if (!HavePairs(from, to))
        {
            return new(
                from.Elements.Count == 0
                    ? "between hosts of the internet no packet comes through the network; name an element of the network on one side"
                    : "both sides are the same one, and nobody is asked about himself; name another",
                intent.To[0].Origin);
        }

        foreach (var zone in intent.SurvivesLossOf)
        {
            if (!HavePairs(Without(from, zone.Value), Without(to, zone.Value)))
            {
                return new($"with zone {zone} all of one side is gone, so that nothing is left to be reached; name a zone in which not all of them are", zone.Origin);
            }
        }

        return null;
    }

    private static string Nobody(EndpointSet end) => end switch
    {
        TaggedEndpoints { Key: var key, Value: var value } =>
            $"no interface has the tag {Quotation.Of(key)} with the value {Quotation.Of(value)}; put it on with Tag({Quoted(key)}, {Quoted(value)}), or correct it",
        PrefixEndpoints { Prefix: var prefix } => $"nobody has an address of {prefix}: no interface, no host of a site, no client and no host of the internet; correct it",
        ElementEndpoints { Element: { Kind: ElementKind.Site } site } => $"site '{site.Name}' has no host that could send or receive; declare one with Host(…)",
        ElementEndpoints { Element: { Kind: ElementKind.ClientVpnEndpoint } endpoint } => $"Client VPN endpoint '{endpoint.Name}' has no client; declare one with Client(…)",
        ElementEndpoints { Element: var element } => $"{ElementKinds.Text(element.Kind)} '{element.Name}' has no interface of a host inside; declare an instance there, or name another",
        _ => "the internet carries no packets; name somebody else",
    };

    private static string Quoted(string text) => $"\"{Quotation.Of(text).Trim('\'')}\"";
}

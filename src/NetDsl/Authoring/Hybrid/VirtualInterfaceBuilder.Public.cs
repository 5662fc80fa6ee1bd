using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>What public virtual interfaces have beside the others.</content>
public sealed partial class VirtualInterfaceBuilder
{
    private readonly List<Sourced<IpPrefix>> registered = [];
    private AdvertisementScope scope;

    /// <summary>Registers a further public prefix of the site: the vendor takes packets from no others.</summary>
    /// <param name="prefix">In a prefix of the site, and one that the internet carries.</param>
    public VirtualInterfaceBuilder Register(string prefix, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(prefix));
        if (IsPublic("prefixes are registered for public ones; remove Register(…)", origin))
        {
            TryRegister(prefix, origin);
        }

        return this;
    }

    /// <summary>Sends a community that says how far the vendor carries what the site advertises here.</summary>
    /// <param name="scope">7224:9100, 7224:9200 or 7224:9300.</param>
    public VirtualInterfaceBuilder Scope(
        AdvertisementScope scope, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (IsPublic("how far prefixes are carried is for public ones to say; remove Scope(…)", Call.Here(file, line).Of(nameof(scope))))
        {
            this.scope = scope;
        }

        return this;
    }

    internal IEnumerable<Sourced<IpPrefix>> Registered => registered;

    internal bool TryRegister(string prefix, Origin origin)
    {
        if (Network.Problems.Prefix(prefix, origin) is not { } known)
        {
            return false;
        }

        if (Fault(known.Value) is { } fault)
        {
            Network.Problems.Add(ProblemKind.InvalidPrefix, fault, origin);
            return false;
        }

        if (registered.Find(other => other.Value.Overlaps(known.Value)) is { Origin: not null } first)
        {
            Network.Problems.Add(ProblemKind.NamedAlready, $"{known} overlaps {first}, which is registered already; name each address once", origin, first.Origin);
            return false;
        }

        registered.Add(known);
        return true;
    }

    private string? Fault(IpPrefix prefix) =>
        InternetRanges.NotCarried.Any(range => range.Overlaps(prefix))
            ? $"{prefix} is not public, and a public virtual interface carries public addresses only; use a private virtual interface for it"
            : port.Site.Contains(prefix)
            ? null
            : $"{prefix} is in no prefix of site '{port.Site.Name}'; give the site its prefix first, with Prefix(…)";

    private bool IsPublic(string what, Origin origin)
    {
        if (Kind == VirtualInterfaceKind.Public)
        {
            return true;
        }

        Network.Problems.Add(ProblemKind.Conflict, $"virtual interface '{Name}' is {Word(Kind)}, and {what}", origin);
        return false;
    }

    private static string Word(VirtualInterfaceKind kind) => kind switch
    {
        VirtualInterfaceKind.Private => "private",
        VirtualInterfaceKind.Transit => "transit",
        _ => "public",
    };
}

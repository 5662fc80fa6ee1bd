using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>Collects what builders could not take, and reads the values that several builders take.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> All => problems;

    public void Add(Problem problem) => problems.Add(problem);

    public void Add(ProblemKind kind, string text, Origin origin, Origin? other = null) =>
        problems.Add(new Problem(kind, text, origin) { Other = other });

    /// <summary>Reads a prefix; a fault is a problem at its text.</summary>
    public Sourced<IpPrefix>? Prefix(string? text, Origin origin)
    {
        if (IpPrefix.TryParse(text, out var prefix, out var error))
        {
            return new Sourced<IpPrefix>(prefix, origin);
        }

        problems.Add(new Problem(ProblemKind.InvalidPrefix, error, origin) { Replacement = Canonical(text) });
        return null;
    }

    /// <summary>Reads a prefix that has to be of IPv4.</summary>
    public Sourced<Ipv4Prefix>? Ipv4Prefix(string? text, Origin origin)
    {
        if (Prefix(text, origin) is not { } read)
        {
            return null;
        }

        if (read.Value.AsIpv4 is { } prefix)
        {
            return new Sourced<Ipv4Prefix>(prefix, origin);
        }

        Add(
            ProblemKind.PrefixFamily,
            $"{read.Value} is an IPv6 prefix, and here an IPv4 prefix is meant; write one such as 10.0.0.0/16",
            origin);
        return null;
    }

    /// <summary>Reads the prefix of a VPC or subnet, whose length the vendor limits.</summary>
    /// <remarks>Source: "VPC CIDR blocks" and "Subnet CIDR blocks", Amazon VPC User Guide: /16 to /28.</remarks>
    public Sourced<Ipv4Prefix>? BlockPrefix(string? text, string of, Origin origin)
    {
        if (Ipv4Prefix(text, origin) is not { Value: var prefix })
        {
            return null;
        }

        if (prefix.Length is >= 16 and <= 28)
        {
            return new Sourced<Ipv4Prefix>(prefix, origin);
        }

        var nearest = Addressing.Ipv4Prefix.Containing(prefix.Network, prefix.Length < 16 ? 16 : 28);
        problems.Add(new Problem(
            ProblemKind.PrefixLength,
            $"{prefix} has {prefix.Size} addresses; the vendor takes a {of} from /28 (16 addresses) to /16 (65536)",
            origin)
        {
            Replacement = nearest.ToString(),
        });
        return null;
    }

    /// <summary>Whether the vendor takes the length of a VPC's or subnet's prefix; a problem where not.</summary>
    /// <remarks>Source: "VPC CIDR blocks" and "Subnet CIDR blocks", Amazon VPC User Guide: /16 to /28.</remarks>
    public bool BlockLength(int length, string of, Origin origin)
    {
        if (length is >= 16 and <= 28)
        {
            return true;
        }

        Add(ProblemKind.PrefixLength, $"/{length} is no length of a prefix here; the vendor takes a {of} from /28 (16 addresses) to /16 (65536)", origin);
        return false;
    }

    /// <summary>Reads an address; a fault is a problem at its text.</summary>
    public Ipv4Address? Address(string? text, Origin origin)
    {
        if (Ipv4Address.TryParse(text, out var address))
        {
            return address;
        }

        Add(ProblemKind.InvalidAddress, $"{Quotation.Of(text)} is not an IPv4 address; write one such as 10.0.0.4", origin);
        return null;
    }

    /// <summary>Reads an address of either family; a fault is a problem at its text.</summary>
    public IpAddress? AnyAddress(string? text, Origin origin)
    {
        if (IpAddress.TryParse(text, out var address))
        {
            return address;
        }

        Add(ProblemKind.InvalidAddress, $"{Quotation.Of(text)} is not an IP address; write one such as 10.0.0.4 or 2001:db8::4", origin);
        return null;
    }

    /// <summary>Passes on what was wrong in making a selector.</summary>
    /// <returns>Whether the selector is sound.</returns>
    public bool Accepts(TrafficSelector traffic)
    {
        // The same selector may be used in many rules; two selectors that are wrong alike are two problems.
        if (traffic.Problem is { } problem && !problems.Exists(known => ReferenceEquals(known, problem)))
        {
            problems.Add(problem);
        }

        return traffic.Problem is null;
    }

    private static string? Canonical(string? text)
    {
        var slash = text?.IndexOf('/') ?? -1;
        if (slash < 0)
        {
            return IpAddress.TryParse(text, out var host) ? IpPrefix.Of(host).ToString() : null;
        }

        return IpAddress.TryParse(text!.Substring(0, slash), out var address)
            && Ipv4Address.TryParseDecimal(text.Substring(slash + 1), 3, out var length) && length <= IpPrefix.Longest(address)
            ? IpPrefix.Containing(address, length).ToString()
            : null;
    }
}

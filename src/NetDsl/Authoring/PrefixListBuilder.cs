using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A customer-managed prefix list: prefixes under one name, which the routes and the rules of the region's VPCs refer to.
/// Source: "Customer-managed prefix lists", Amazon VPC User Guide.
/// </summary>
public sealed class PrefixListBuilder : ElementBuilder
{
    private readonly Declared<IpPrefix, Sourced<IpPrefix>> entries = new(entry => entry.Value);

    internal PrefixListBuilder(RegionBuilder region, Declaration declaration, int maximumEntries)
        : base(region.Network, declaration)
    {
        Region = region;
        MaximumEntries = maximumEntries;
    }

    /// <summary>The region.</summary>
    public RegionBuilder Region { get; }

    /// <summary>How many entries the list may have; this, and not how many it has, weighs against the quotas of tables and groups.</summary>
    public int MaximumEntries { get; }

    internal IReadOnlyList<Sourced<IpPrefix>> Entries => entries;

    /// <summary>Adds a prefix.</summary>
    /// <param name="cidr">A prefix that the list does not have yet, of the family of its first entry.</param>
    public PrefixListBuilder Entry(string cidr, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(cidr));
        if (Network.Problems.Prefix(cidr, origin) is not { } prefix || IsLeftOut)
        {
            return this;
        }

        if (entries.TryFirst(prefix.Value, out var first))
        {
            Network.Problems.Add(
                ProblemKind.PrefixListEntryTwice, $"prefix list '{Name}' has {prefix} already; an entry stands once", origin, first.Origin);
        }
        else if (entries.Count > 0 && entries[0].Value.IsIpv6 != prefix.Value.IsIpv6)
        {
            Network.Problems.Add(
                ProblemKind.PrefixListFamilies,
                $"{prefix} is of another family than {entries[0]}; a prefix list holds IPv4 or IPv6 prefixes, not both, declare a list of its own",
                origin,
                entries[0].Origin);
        }
        else if (entries.Count >= MaximumEntries)
        {
            Network.Problems.Add(
                ProblemKind.PrefixListFull,
                $"prefix list '{Name}' takes {(MaximumEntries == 1 ? "one entry" : $"{MaximumEntries} entries")}; declare it with a larger maximum, which then weighs more in tables and groups",
                origin,
                Origin);
        }
        else
        {
            entries.Add(prefix);
        }

        return this;
    }

    internal PrefixList Build() => new(Id, Origin, Region.Id, MaximumEntries, entries.ToEquatableArray());

    /// <summary>Whether something in the region may refer to the list; where not, that is a problem.</summary>
    internal bool IsUsableIn(RegionBuilder region, Origin origin)
    {
        if (IsLeftOut || Region == region)
        {
            return !IsLeftOut;
        }

        Network.Problems.Add(
            ProblemKind.OtherRegion,
            $"prefix list '{Name}' is of region {Region.Name}, and is referred to in {region.Name}; declare one there",
            origin,
            Origin);
        return false;
    }
}

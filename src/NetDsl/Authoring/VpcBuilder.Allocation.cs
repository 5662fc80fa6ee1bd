using System.Reflection;
using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Subnets whose prefix is given out.</content>
public sealed partial class VpcBuilder
{
    /// <summary>
    /// Declares a subnet that gets the lowest prefix of the VPC that no subnet declared before has. <c>netdsl lock</c> keeps it for good.
    /// </summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="prefixLength">The length of its prefix, 16 to 28.</param>
    /// <param name="zone">The availability zone: its letter, or its full name such as <c>us-east-1a</c>.</param>
    /// <param name="configure">Describes what is inside.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public SubnetBuilder Subnet(
        string name,
        int prefixLength,
        string zone,
        Action<SubnetBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        Network.Allocations.Open(Assembly.GetCallingAssembly(), call.Origin);
        var fits = Network.Problems.BlockLength(prefixLength, "subnet", call.Of(nameof(prefixLength)));
        var subnet = Allocate(name, call.Of(nameof(name)), fits ? prefixLength : null, call.Of(nameof(prefixLength)), zone, call.Of(nameof(zone)));
        configure?.Invoke(subnet);
        return subnet;
    }

    /// <summary>
    /// Declares a subnet in each of some zones, called by the name, a dash and the zone's letter. Each gets the lowest free prefix of the
    /// VPC; <c>netdsl lock</c> keeps what they have, so that a further zone moves none of them.
    /// </summary>
    /// <param name="name">What the names begin with, such as <c>data</c> for <c>data-a</c> and <c>data-b</c>.</param>
    /// <param name="zones">The availability zones: letters, or full names.</param>
    /// <param name="prefixLength">The length of each prefix, 16 to 28.</param>
    /// <param name="configure">Describes what is inside each.</param>
    /// <returns>The subnets, in the order of the zones.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public IReadOnlyList<SubnetBuilder> Subnets(
        string name,
        IReadOnlyList<string> zones,
        int prefixLength,
        Action<SubnetBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        Network.Allocations.Open(Assembly.GetCallingAssembly(), call.Origin);
        var fits = Network.Problems.BlockLength(prefixLength, "subnet", call.Of(nameof(prefixLength)));
        var made = new List<SubnetBuilder>();
        foreach (var zone in zones)
        {
            var suffix = Region.Zone(zone) is { } full ? full.Substring(full.Length - 1) : "";
            made.Add(Allocate(
                $"{name}-{suffix}", call.Of(nameof(name)), fits ? prefixLength : null, call.Of(nameof(prefixLength)), zone, call.Of(nameof(zones))));
        }

        // Behind the last: what is inside one may ask for the others.
        if (configure is not null)
        {
            made.ForEach(configure);
        }

        return made;
    }

    private SubnetBuilder Allocate(string name, Origin nameOrigin, int? length, Origin lengthOrigin, string zone, Origin zoneOrigin)
    {
        var zoneName = ZoneOf(zone, zoneOrigin);

        // Without a zone there is no name either, and one problem is enough.
        var declaration = zoneName is null
            ? new Declaration(new ElementId(ElementKind.Subnet, $"{Id.Path}/{name}"), nameOrigin, IsLeftOut: true)
            : Network.Names.Declare(ElementKind.Subnet, Id.Path, name, nameOrigin, IsLeftOut || length is null);
        var taken = subnets.Where(subnet => !subnet.IsLeftOut && !subnet.IsIpv6Only).Select(subnet => subnet.Prefix.Value);
        var prefix = declaration.IsLeftOut
            ? null
            : Network.Allocations.Place(
                new AllocationBook.Wanted(declaration.Id, Id.Path, length!.Value, lengthOrigin),
                [.. blocks.Select(block => block.Value)],
                taken,
                new TakenPrefixes(taken.Select(IpPrefix.FromIpv4Prefix)));
        var made = new SubnetBuilder(
            this,
            declaration with { IsLeftOut = prefix is null },
            prefix?.ToString() ?? "",
            new Sourced<Ipv4Prefix>(prefix ?? default, lengthOrigin),
            new Sourced<string>(zoneName ?? "", zoneOrigin));
        if (prefix is { } given)
        {
            Network.Allocations.Record(made, given, lengthOrigin);
        }

        subnets.Add(made);
        return made;
    }

    internal string? ZoneOf(string? zone, Origin origin)
    {
        var name = Region.Zone(zone);
        if (name is null && !Region.IsLeftOut)
        {
            Network.Problems.Add(
                ProblemKind.InvalidZone,
                LocalZone.IsName(zone) && AvailabilityZones.RegionOf(zone!) == Region.Name
                    ? $"Local Zone {zone} is not known in {Region.Name}; declare it before, with LocalZone(…) of the region"
                    : $"{Quotation.Of(zone)} is not a zone of {Region.Name}; write a letter such as a, or {Region.Name}a",
                origin);
        }

        return name;
    }
}

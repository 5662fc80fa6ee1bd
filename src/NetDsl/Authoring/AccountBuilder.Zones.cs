using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Which zones its names mean.</content>
public sealed partial class AccountBuilder
{
    private readonly List<ZoneMapping> zones = [];
    private Origin? compared;

    /// <summary>
    /// Says which zone a name means in this account. Names that are not said of mean the other zones in their order: <c>us-east-1a</c> the first,
    /// <c>use1-az1</c>, unless that is taken. Source: "Availability Zone IDs for your AWS resources", AWS RAM User Guide.
    /// </summary>
    /// <param name="zone">The name, such as <c>us-east-1a</c>.</param>
    /// <param name="id">The identifier, such as <c>use1-az2</c>, that no other name of the account has.</param>
    public AccountBuilder Zone(string zone, string id, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var (zoneOrigin, idOrigin) = (call.Of(nameof(zone)), call.Of(nameof(id)));
        if (LocalZone.IsName(zone))
        {
            Network.Problems.Add(
                ProblemKind.ZoneMeaning, $"{zone} is a Local Zone, whose name means the same in every account; leave the call out", zoneOrigin);
        }
        else if (zone is not { Length: > 1 } || zone[zone.Length - 1] is < 'a' or > 'z' || !RegionBuilder.IsRegionName(AvailabilityZones.RegionOf(zone)))
        {
            Network.Problems.Add(ProblemKind.InvalidZone, $"{Quotation.Of(zone)} is not the name of a zone; write its region and a letter, such as us-east-1a", zoneOrigin);
        }
        else if (!AvailabilityZones.IdsOf(AvailabilityZones.RegionOf(zone)).Contains(id))
        {
            var region = AvailabilityZones.RegionOf(zone);
            Network.Problems.Add(
                ProblemKind.InvalidZone,
                $"{Quotation.Of(id)} is not the identifier of a zone of {region}; write one such as {AvailabilityZones.IdsOf(region).First()}",
                idOrigin);
        }
        else if (zones.Find(mapping => mapping.Zone == zone) is { } same)
        {
            Network.Problems.Add(ProblemKind.ZoneMeaning, $"{zone} means {same.Id} in account '{Name}' already; a name means one zone", zoneOrigin, same.Origin);
        }
        else if (zones.Find(mapping => mapping.Id == id) is { } taken)
        {
            Network.Problems.Add(ProblemKind.ZoneMeaning, $"{id} is {taken.Zone} in account '{Name}' already; a zone has one name in an account", idOrigin, taken.Origin);
        }
        else if (compared is not null)
        {
            Network.Problems.Add(
                ProblemKind.ZoneMeaning, $"a zone of account '{Name}' is compared with one of another account before it is said what it means; call Zone(…) first", call.Origin, compared);
        }
        else
        {
            zones.Add(new ZoneMapping(zone, id, call.Origin));
        }

        return this;
    }

    /// <summary>The identifier that a name means, for comparison with that of another account; what comes later changes it no more.</summary>
    internal string ZoneIdOf(string zone, Origin origin)
    {
        compared ??= origin;
        return AvailabilityZones.IdOf(zone, zones);
    }

    /// <summary>The name, and where the account says what its names mean the identifier too.</summary>
    internal string ZoneText(string zone) => zones.Count == 0 ? zone : $"{zone} ({AvailabilityZones.IdOf(zone, zones)})";
}

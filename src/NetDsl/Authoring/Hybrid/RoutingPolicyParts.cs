using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>What was said of the BGP of one link.</summary>
internal sealed class RoutingPolicyParts(ElementBuilder link, SiteBuilder site)
{
    private const int MostPrepends = 10;
    private readonly List<Sourced<IpPrefix>> advertised = [];
    private int prepends;
    private uint? med;
    private uint localPreference = RoutingPolicy.Default.LocalPreference;
    private LocalPreferenceCommunity community;

    public bool IsDefault => Build() == RoutingPolicy.Default;

    public void Advertise(string prefix, Origin origin)
    {
        if (Problems.Prefix(prefix, origin) is not { } known)
        {
            return;
        }

        if (advertised.Find(other => other.Value == known.Value) is { Origin: not null } first)
        {
            Problems.Add(ProblemKind.AdvertisedTwice, $"'{link.Name}' advertises {known} already; say it once", origin, first.Origin);
            return;
        }

        advertised.Add(known);
    }

    public void Prepend(int times, Origin origin)
    {
        if (Problems.InRange(times, 1, MostPrepends, "how often an autonomous system is prepended", origin))
        {
            prepends = times;
        }
    }

    public void Med(long value, Origin origin)
    {
        if (Problems.InRange(value, 0, uint.MaxValue, "a multi-exit discriminator", origin))
        {
            med = (uint)value;
        }
    }

    public void LocalPreference(long value, Origin origin)
    {
        if (Problems.InRange(value, 0, uint.MaxValue, "a local preference", origin))
        {
            localPreference = (uint)value;
        }
    }

    public void Community(LocalPreferenceCommunity value) => community = value;

    public RoutingPolicy Build() => new(advertised.ToEquatableArray(), prepends, med, localPreference, community);

    private ProblemList Problems => site.Network.Problems;
}

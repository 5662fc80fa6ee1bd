using NetDsl.Addressing;
using NetDsl.Compiler.Graph;

namespace NetDsl.Compiler.Reachability;

/// <summary>What a symbolic walk looks up in a plan.</summary>
internal sealed class PlanTables
{
    private readonly Dictionary<(int Vpc, IpAddress Address), int> entries = [];
    private readonly ILookup<int, (IpAddress Address, int Holder)> addressesOf;
    private readonly Dictionary<int, Distribution> distributions;
    private readonly Dictionary<int, EndpointLink> endpoints;
    private readonly Dictionary<int, Acceleration> accelerations = [];
    private readonly Dictionary<int, int> returns = [];

    public PlanTables(IForwardingPlan plan)
    {
        Plan = plan;
        for (var holder = 0; holder < plan.Holders.Count; holder++)
        {
            var each = plan.Holders[holder];
            foreach (var address in each.Ipv6Addresses.Prepend(each.PrivateAddress))
            {
                entries[(each.Vpc, address)] = holder;
            }
        }

        addressesOf = entries.OrderBy(entry => entry.Key.Address).ToLookup(entry => entry.Key.Vpc, entry => (entry.Key.Address, entry.Value));
        distributions = plan.Distributions.ToDictionary(each => each.Holder);
        endpoints = plan.Endpoints.ToDictionary(each => each.Holder);
        foreach (var acceleration in plan.Accelerations)
        {
            foreach (var holder in acceleration.Holders)
            {
                accelerations[holder] = acceleration;
            }

            foreach (var target in acceleration.Rules
                .SelectMany(rule => rule.Groups)
                .SelectMany(group => group.Endpoints)
                .SelectMany(endpoint => endpoint.Targets)
                .Where(target => target.Holder >= 0))
            {
                returns[target.Holder] = target.Return;
            }
        }

        TranslatorCount = plan.Holders.Count(holder => holder.KeepsFlows);
    }

    /// <summary>The network.</summary>
    public IForwardingPlan Plan { get; }

    /// <summary>How many holders send on what arrives at them.</summary>
    public int TranslatorCount { get; }

    /// <summary>The entry of an address in a VPC; -1 when there is none.</summary>
    public int EntryAt(int vpc, IpAddress address) => entries.TryGetValue((vpc, address), out var entry) ? entry : -1;

    /// <summary>The holder of an address in a VPC, a NAT gateway for its secondary addresses too; -1 when there is none.</summary>
    public int HolderAt(int vpc, IpAddress address) => PrimaryOf(EntryAt(vpc, address));

    /// <summary>The addresses that are held in a VPC, in order, with the entries that hold them.</summary>
    public IEnumerable<(IpAddress Address, int Entry)> AddressesIn(int vpc) => addressesOf[vpc];

    /// <summary>The gateway that a secondary address is of; every other entry itself.</summary>
    public int PrimaryOf(int entry) => entry >= 0 && Plan.Holders[entry].Primary is >= 0 and var primary ? primary : entry;

    /// <summary>What a node of a load balancer does; nothing when it has no listeners.</summary>
    public Distribution? DistributionOf(int node) => distributions.TryGetValue(node, out var distribution) ? distribution : null;

    /// <summary>Where an interface of an endpoint leads.</summary>
    public EndpointLink EndpointOf(int holder) => endpoints[holder];

    /// <summary>What an accelerator does.</summary>
    public Acceleration AccelerationOf(int holder) => accelerations[holder];

    /// <summary>The source class of what a holder sends back to accelerators; -1 when it is no endpoint of any.</summary>
    public int ReturnOf(int holder) => returns.TryGetValue(holder, out var way) ? way : -1;
}

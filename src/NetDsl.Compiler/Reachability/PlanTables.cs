using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Compiler.Lowering;

namespace NetDsl.Compiler.Reachability;

/// <summary>What a symbolic walk looks up in a plan.</summary>
internal sealed class PlanTables
{
    private readonly Dictionary<(int Vpc, IpAddress Address), int> entries = [];
    private readonly IpAddress[][] addressesOf;
    private readonly ILookup<int, (IpAddress Address, int Holder)> addressesIn;
    private readonly HolderGroup[] groupOf;
    private readonly ILookup<int, HolderGroup> groupsIn;
    private readonly Dictionary<int, Distribution> distributions;
    private readonly Dictionary<int, EndpointLink> endpoints;
    private readonly Dictionary<int, Acceleration> accelerations = [];
    private readonly Dictionary<int, int> returns = [];

    public PlanTables(NetworkLowering plan)
    {
        Plan = plan;
        addressesOf = [.. plan.Holders.Select(holder => holder.Addresses.ToArray())];
        for (var holder = 0; holder < plan.Holders.Count; holder++)
        {
            foreach (var address in AddressesOf(holder))
            {
                entries[(plan.Holders[holder].Vpc, address)] = holder;
            }
        }

        addressesIn = entries.OrderBy(entry => entry.Key.Address).ToLookup(entry => entry.Key.Vpc, entry => (entry.Key.Address, entry.Value));
        distributions = plan.Distributions.ToDictionary(each => each.Holder);
        endpoints = plan.Endpoints.ToDictionary(each => each.Holder);
        foreach (var acceleration in plan.Accelerations)
        {
            foreach (var holder in acceleration.Holders)
            {
                accelerations[holder] = acceleration;
            }

            foreach (var target in acceleration.HeldTargets())
            {
                returns[target.Holder] = target.Return;
            }
        }

        TranslatorCount = plan.Holders.Count(holder => holder.KeepsFlows);
        groupOf = new HolderGroup[plan.Holders.Count];
        foreach (var members in Enumerable.Range(0, plan.Holders.Count).GroupBy(KindOf))
        {
            var group = new HolderGroup([.. members], [.. members.SelectMany(member => AddressesOf(member).Select(address => (address, member)))]);
            foreach (var member in group.Members)
            {
                groupOf[member] = group;
            }
        }

        groupsIn = groupOf.Distinct().ToLookup(group => plan.Holders[group.Representative].Vpc);
    }

    /// <summary>The network.</summary>
    public NetworkLowering Plan { get; }

    /// <summary>How many holders send on what arrives at them.</summary>
    public int TranslatorCount { get; }

    /// <summary>The entry of an address in a VPC; -1 when there is none.</summary>
    public int EntryAt(int vpc, IpAddress address) => entries.TryGetValue((vpc, address), out var entry) ? entry : -1;

    /// <summary>The holder of an address in a VPC, a NAT gateway for its secondary addresses too; -1 when there is none.</summary>
    public int HolderAt(int vpc, IpAddress address) => PrimaryOf(EntryAt(vpc, address));

    /// <summary>The addresses that are held in a VPC, in order, with the entries that hold them.</summary>
    public IEnumerable<(IpAddress Address, int Entry)> AddressesIn(int vpc) => addressesIn[vpc];

    /// <summary>The private and IPv6 addresses of an entry.</summary>
    public IReadOnlyList<IpAddress> AddressesOf(int holder) => addressesOf[holder];

    /// <summary>The hosts that an entry is like; itself alone where it is like no other.</summary>
    public HolderGroup GroupOf(int holder) => groupOf[holder];

    /// <summary>Who has one of the packets that ended somewhere; -1 for nobody.</summary>
    /// <param name="end">Where they ended.</param>
    /// <param name="sent">The packet, as it was sent.</param>
    public int HolderAt(SymbolicEnd end, Packet sent)
    {
        if (!end.IsOfGroup)
        {
            return end.Holder;
        }

        // At a service of the host the members are told apart by their source.
        var header = end.Branch.Header.Of(sent);
        var group = GroupOf(end.Holder);
        return group.HolderOf(header.Destination) ?? group.HolderOf(header.Source)!.Value;
    }

    /// <summary>The step at a place of a path; nothing at its end, or where there is no path.</summary>
    public PathStep? StepAt(int program, int step) =>
        program >= 0 && step < Plan.Program(program).Steps.Count ? Plan.Program(program).Steps[step] : null;

    /// <summary>The end of a path, at its end; nothing before it, or where there is no path.</summary>
    public PathEnd? EndAt(int program, int step) =>
        program >= 0 && step == Plan.Program(program).Steps.Count ? Plan.Program(program).End : null;

    /// <summary>The groups of a VPC.</summary>
    public IEnumerable<HolderGroup> GroupsIn(int vpc) => groupsIn[vpc];

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

    /// <summary>What hosts of one group have in common; an own value for whatever translates, or is led back to.</summary>
    private (int Alone, int Vpc, int Source, int Ingress, int Egress, bool ChecksSource, bool HasIpv4, bool HasIpv6, bool UsesDns64) KindOf(int holder)
    {
        var of = Plan.Holders[holder];
        var isAlone = of.Translates || of.IsNatInstance || of.Primary >= 0 || ReturnOf(holder) >= 0;
        return (isAlone ? holder : -1, of.Vpc, of.Source, of.Ingress, of.Egress, of.ChecksSource, of.PrivateAddress.IsIpv4, of.Ipv6Addresses.Count > 0, of.UsesDns64);
    }
}
